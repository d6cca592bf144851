import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { writeBase64url } from '../../text/base64url.ts'
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

/** The members of the key pair that a seed in base64url stands for, as a JWK (RFC 9964 section 3). */
export function mlDsaKeyPair(
  alg: string,
  priv: string,
): { kty: 'AKP'; alg: string; pub: string; priv: string } {
  const { publicKey } = parametersOf({ alg }).keygen(memberOctets(priv))
  return { kty: 'AKP', alg, pub: writeBase64url(publicKey as Uint8Array<ArrayBuffer>), priv }
}

function parametersOf({ alg }: Pick<SignatureAlgorithm, 'alg'>) {
  if (alg === 'ML-DSA-44') return ml_dsa44
  return alg === 'ML-DSA-65' ? ml_dsa65 : ml_dsa87
}
