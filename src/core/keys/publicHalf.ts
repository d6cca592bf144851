import { readBase64url } from '../text/base64url.ts'
import { type CurveName, curves, decompress, toInteger } from './curves.ts'
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

/** Order and base point of each curve (SP 800-186 section 3.2.1, SEC 2 section 2.4.1): `n`, x and whether y is odd. */
const bases: Readonly<Record<CurveName, { readonly n: bigint; readonly x: string; readonly odd: boolean }>> =
  {
    'P-256': {
      n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
      x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
      odd: true,
    },
    'P-384': {
      n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
      x: 'qofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJUKjhVAvJdv1UpbDpUXjhydgq3',
      odd: true,
    },
    'P-521': {
      n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
      x: 'AMaFjga3BATpzZ4-y2YjlbRCnGSBOQU_tSH4KK9ga009uqFLXnfv51ko_h3BJ6L_qN4zSLPBhWpCm_l-fjHC5b1m',
      odd: false,
    },
    secp256k1: {
      n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
      x: 'eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g',
      odd: false,
    },
  }

async function multiplyBase(crv: CurveName, secret: Uint8Array): Promise<PublicKey | null> {
  const { weierstrass } = await import('@noble/curves/abstract/weierstrass.js')
  const { n, x, odd } = bases[crv]
  const { p, a, b, size } = curves[crv]
  const gx = readBase64url(x, { from: 0, to: x.length }).octets
  const gy = decompress(crv, gx, odd)!
  const Point = weierstrass({ p, n, h: 1n, a: (a + p) % p, b, Gx: toInteger(gx), Gy: toInteger(gy) })
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
