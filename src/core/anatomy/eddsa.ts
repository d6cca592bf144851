import type { JWK } from 'jose'
import { isSame, sha } from '../crypto/encodedMessage.ts'
import { joined, memberOctets } from '../crypto/octets.ts'
import { toInteger } from '../keys/curves.ts'
import { type Cell, type Chain, partsOf } from './cell.ts'

type Octets = Uint8Array<ArrayBuffer>

/** What Ed448 hashes before all else: no pre-hashing, no context (RFC 8032 section 5.2). */
const dom4 = Uint8Array.of(...new TextEncoder().encode('SigEd448'), 0, 0)

/**
 * Why R and S fit a message and a key (RFC 8032 sections 5.1.7 and 5.2.7): S·B is R + k·A, where k is the hash over R, the
 * key and the message.
 */
export async function eddsaChain(crv: string, { x }: JWK, input: Octets, signature: Octets): Promise<Chain> {
  const half = signature.length / 2
  const [R, S, A] = [signature.slice(0, half), signature.slice(half), memberOctets(x)]
  const challenge = await hashed(crv, joined(R, A, input))
  const cells: Cell[] = [{ id: 'challenge', octets: challenge }]
  const { Point } =
    crv === 'Ed448'
      ? (await import('@noble/curves/ed448.js')).ed448
      : (await import('@noble/curves/ed25519.js')).ed25519
  try {
    const order = Point.Fn.ORDER
    const left = Point.BASE.multiplyUnsafe(littleEndian(S) % order)
    const right = Point.fromBytes(R).add(Point.fromBytes(A).multiplyUnsafe(littleEndian(challenge) % order))
    const [a, b] = [left, right].map((point) => Uint8Array.from(point.toBytes())) as [Octets, Octets]
    return {
      cells: [
        ...cells,
        { id: 'left', octets: a },
        { id: 'right', octets: b, equals: { id: 'left', same: isSame(a, b) } },
      ],
      gap: null,
    }
  } catch {
    return { cells, gap: 'no-point' }
  }
}

/** SHA-512, and for Ed448 114 octets of SHAKE256. */
async function hashed(crv: string, octets: Octets): Promise<Octets> {
  if (crv !== 'Ed448') return sha('SHA-512', octets)
  const { shake256 } = await import('@noble/hashes/sha3.js')
  return Uint8Array.from(shake256(joined(dom4, octets), { dkLen: 114 }))
}

function littleEndian(octets: Octets): bigint {
  return toInteger(octets.slice().reverse())
}

export function eddsaParts({ length }: Uint8Array) {
  return partsOf(['big-r', length / 2], ['big-s', length / 2])
}
