import type { SignatureAlgorithm } from '../algorithms.ts'
import { isOrdinary } from '../rsaKey.ts'
import type { Engine } from './engine.ts'
import { native } from './native.ts'

/** Stand-ins, by the curve or the algorithm that WebCrypto may lack; each is loaded when it is needed. */
const fillers: Readonly<Record<string, () => Promise<{ readonly engine: Engine }>>> = {
  secp256k1: () => import('./secp256k1.ts'),
  Ed25519: () => import('./ed25519.ts'),
  Ed448: () => import('./ed448.ts'),
  'ML-DSA-44': () => import('./mlDsa.ts'),
  'ML-DSA-65': () => import('./mlDsa.ts'),
  'ML-DSA-87': () => import('./mlDsa.ts'),
}

/**
 * What computes all signatures: WebCrypto, and where it rejects, the stand-in. So what a platform has is found out by
 * asking it, never by its name. RSA keys that platforms differ in are left to arithmetic from the start: some say `false`
 * of them where the signature does match.
 */
export const signatures: Engine = {
  async verify(algorithm, jwk, signature, data) {
    const compute = ({ verify }: Pick<Engine, 'verify'>) => verify(algorithm, jwk, signature, data)
    if (algorithm.kty !== 'RSA') return nativeFirst(algorithm, compute)
    if (isOrdinary(jwk)) {
      try {
        return await compute(native)
      } catch {
        // Refused after all, as moduli above 8192 bits are by some.
      }
    }
    return compute((await import('./rsa.ts')).engine)
  },
  sign: (algorithm, jwk, data) => nativeFirst(algorithm, ({ sign }) => sign(algorithm, jwk, data)),
}

async function nativeFirst<T>(
  { crv, alg }: SignatureAlgorithm,
  compute: (engine: Engine) => Promise<T>,
): Promise<T> {
  try {
    return await compute(native)
  } catch (error) {
    const filler = fillers[crv ?? alg]
    if (filler === undefined) throw error
    return compute((await filler()).engine)
  }
}
