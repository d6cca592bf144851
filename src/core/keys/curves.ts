/** A curve y² = x³ + ax + b over a prime field (SP 800-186 section 3.2.1, SEC 2 section 2.4); p ≡ 3 modulo 4 in all of them. */
interface Curve {
  /** Octets of a coordinate. */
  readonly size: number
  readonly bits: number
  readonly p: bigint
  readonly a: bigint
  readonly b: bigint
  /** The order of the group. */
  readonly n: bigint
}

export type CurveName = 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

export const curves: Readonly<Record<CurveName, Curve>> = {
  'P-256': {
    size: 32,
    bits: 256,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    a: -3n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  'P-384': {
    size: 48,
    bits: 384,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    a: -3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  'P-521': {
    size: 66,
    bits: 521,
    p: 2n ** 521n - 1n,
    a: -3n,
    b: 0x0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
  secp256k1: {
    size: 32,
    bits: 256,
    p: 2n ** 256n - 2n ** 32n - 977n,
    a: 0n,
    b: 7n,
    n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
}

export function isCurveName(name: string): name is CurveName {
  return Object.hasOwn(curves, name)
}

export function isOnCurve(name: CurveName, x: Uint8Array, y: Uint8Array): boolean {
  const { p } = curves[name]
  const [px, py] = [toInteger(x), toInteger(y)]
  return px < p && py < p && (py * py) % p === ySquared(name, px)
}

/** The y coordinate that belongs to x, odd or even as asked; null if no point has this x (SEC 1 section 2.3.4). */
export function decompress(name: CurveName, x: Uint8Array, odd: boolean): Uint8Array<ArrayBuffer> | null {
  const { p, size } = curves[name]
  const px = toInteger(x)
  if (px >= p) return null
  const square = ySquared(name, px)
  const root = power(square, (p + 1n) / 4n, p)
  if ((root * root) % p !== square) return null
  return toOctets((root & 1n) === (odd ? 1n : 0n) ? root : p - root, size)
}

function ySquared(name: CurveName, x: bigint): bigint {
  const { p, a, b } = curves[name]
  return ((((x * x + a) * x + b) % p) + p) % p
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let square = base, e = exponent; e > 0n; e >>= 1n, square = (square * square) % modulus) {
    if (e & 1n) result = (result * square) % modulus
  }
  return result
}

/** The number that the octets are, big-endian. */
export function toInteger(octets: Uint8Array): bigint {
  let hex = '0x0'
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0')
  return BigInt(hex)
}

export function toOctets(value: bigint, size: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(size)
  for (let i = size - 1, rest = value; i >= 0; i--, rest >>= 8n) octets[i] = Number(rest & 0xffn)
  return octets
}
