import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import type { SignatureAlgorithm } from '../algorithms.ts'
import { memberOctets } from '../octets.ts'
import type { Engine } from './engine.ts'

/** ML-DSA (FIPS 204) with an empty context, as RFC 9964 section 4 has it, by @noble/post-quantum. */
export const engine: Engine = {
  async verify(algorithm, { pub }, signature, data) {
    return parametersOf(algorithm).verify(signature, data, memberOctets(pub))
  },
  async sign(algorithm, { priv }, data) {
    const parameters = parametersOf(algorithm)
    const { secretKey } = parameters.keygen(memberOctets(priv as string))
    return parameters.sign(data, secretKey) as Uint8Array<ArrayBuffer>
  },
}

function parametersOf({ alg }: SignatureAlgorithm) {
  if (alg === 'ML-DSA-44') return ml_dsa44
  return alg === 'ML-DSA-65' ? ml_dsa65 : ml_dsa87
}
