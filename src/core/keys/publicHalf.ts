import { type CurveName, curves, toInteger } from './curves.ts'
import { groupOf } from './group.ts'
import type { OkpCurve } from './keyAlgorithm.ts'
import type { PrivateKey } from './privateKey.ts'
import { akpKey, ecKey, okpKey, type PublicKey } from './publicKey.ts'

/**
 * The public half of a private key that is written without it. Null where the secret is none, as a scalar of zero.
 * The libraries are fetched when they are first needed.
 */
export async function publicHalf({ algorithm, secret, expanded }: PrivateKey): Promise<PublicKey | null> {
  try {
    switch (algorithm.kty) {
      case 'EC':
        return await multiplyBase(algorithm.crv, secret)
      case 'OKP':
        return await edwardsHalf(algorithm.crv, secret)
      case 'AKP': {
        const { ml_dsa44, ml_dsa65, ml_dsa87 } = await import('@noble/post-quantum/ml-dsa.js')
        const { alg } = algorithm
        const scheme = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 }[alg]
        if (secret.length !== 32) return akpKey(alg, scheme.getPublicKey(secret))
        const pair = scheme.keygen(secret)
        const agree = expanded === undefined || pair.secretKey.every((octet, i) => octet === expanded[i])
        return agree ? akpKey(alg, pair.publicKey) : null
      }
      case 'RSA':
        return null
    }
  } catch {
    return null
  }
}

async function multiplyBase(crv: CurveName, secret: Uint8Array): Promise<PublicKey | null> {
  const { size } = curves[crv]
  const { Point } = await groupOf(crv)
  const point = Point.BASE.multiply(toInteger(secret)).toBytes(false)
  return ecKey(crv, point.subarray(1, 1 + size), point.subarray(1 + size))
}

async function edwardsHalf(crv: OkpCurve, secret: Uint8Array): Promise<PublicKey> {
  if (crv === 'Ed448' || crv === 'X448') {
    const { ed448, x448 } = await import('@noble/curves/ed448.js')
    return okpKey(crv, (crv === 'Ed448' ? ed448 : x448).getPublicKey(secret))
  }
  const { ed25519, x25519 } = await import('@noble/curves/ed25519.js')
  return okpKey(crv, (crv === 'Ed25519' ? ed25519 : x25519).getPublicKey(secret))
}
