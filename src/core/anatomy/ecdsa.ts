import type { JWK } from 'jose'
import { memberOctets } from '../crypto/octets.ts'
import { type CurveName, curves, toInteger, toOctets } from '../keys/curves.ts'
import { groupOf } from '../keys/group.ts'
import { type Cell, type Chain, partsOf } from './cell.ts'

type Octets = Uint8Array<ArrayBuffer>

/**
 * Why r and s fit a hash and a key (SEC 1 section 4.1.4): the point u1·G + u2·Q has an x that is r, modulo the order. r and s
 * are in range.
 */
export async function ecdsaChain(
  crv: CurveName,
  { x, y }: JWK,
  digest: Octets,
  signature: Octets,
): Promise<Chain> {
  const { size, bits } = curves[crv]
  const half = signature.length / 2
  const [r, s] = [toInteger(signature.slice(0, half)), toInteger(signature.slice(half))]
  const { n, Point } = await groupOf(crv)
  // Of a hash longer than the order, the leftmost bits count.
  const e = toInteger(digest) >> BigInt(Math.max(0, 8 * digest.length - bits))
  const inverse = inverted(s, n)
  const [u1, u2] = [(e * inverse) % n, (r * inverse) % n]
  const cells: Cell[] = [
    { id: 'u1', octets: toOctets(u1, size) },
    { id: 'u2', octets: toOctets(u2, size) },
  ]
  try {
    const key = Point.fromAffine({ x: toInteger(memberOctets(x)), y: toInteger(memberOctets(y)) })
    key.assertValidity()
    const sum = Point.BASE.multiplyUnsafe(u1).add(key.multiplyUnsafe(u2))
    if (sum.is0()) return { cells, gap: 'no-point' }
    const point = sum.toAffine()
    const v = toOctets(point.x % n, size)
    const same = point.x % n === r
    return {
      cells: [
        ...cells,
        { id: 'point', octets: toOctets(point.x, size) },
        { id: 'v', octets: v, equals: { id: 'r', same } },
      ],
      gap: null,
    }
  } catch {
    return { cells, gap: 'no-point' }
  }
}

/** By Euclid's algorithm; `value` is neither zero nor shares a factor with the modulus. */
function inverted(value: bigint, modulus: bigint): bigint {
  let [a, b] = [value % modulus, modulus]
  let [x, y] = [1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % modulus) + modulus) % modulus
}

/** The two halves of such a signature, as stretches of it. */
export function ecdsaParts({ length }: Uint8Array) {
  return partsOf(['r', length / 2], ['s', length / 2])
}
