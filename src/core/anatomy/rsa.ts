import type { JWK } from 'jose'
import {
  digestInfos,
  type Hash,
  isSame,
  opened,
  pkcs1Message,
  pssDigest,
  unmasked,
} from '../crypto/encodedMessage.ts'
import { rsaNumbers } from '../crypto/rsaKey.ts'
import { type Cell, type Chain, partsOf } from './cell.ts'

type Octets = Uint8Array<ArrayBuffer>

/** The public numbers and what the signature shows under them; null where it shows nothing. */
function opening(jwk: JWK, signature: Octets): { readonly numbers: Cell[]; readonly message: Octets | null } {
  const { n, e } = rsaNumbers(jwk)
  return {
    numbers: [
      { id: 'modulus', octets: n },
      { id: 'exponent', octets: e },
    ],
    message: opened(jwk, signature),
  }
}

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2.2): the signature to the public exponent is the padded hash itself. `digest` is
 * the hash of the signing input.
 */
export function pkcs1Chain(hash: Hash, jwk: JWK, digest: Octets, signature: Octets): Chain {
  const { numbers, message } = opening(jwk, signature)
  if (message === null) return { cells: numbers, gap: 'not-opened' }
  const read = pkcs1Message(message)
  if (read === null) {
    return { cells: [...numbers, { id: 'encoded-message', octets: message }], gap: 'not-opened' }
  }
  const { at } = read
  const info = read.hash === null ? 0 : digestInfos[read.hash].length
  const parts = partsOf(
    ['start', 2],
    ['filling', at - 3],
    ['separator', 1],
    ['digest-info', info],
    ['hash', read.digest.length],
  )
  const same = read.hash === hash && isSame(read.digest, digest)
  const equals = { part: 'hash', id: 'digest', same } as const
  return {
    cells: [...numbers, { id: 'encoded-message', octets: message, parts, equals }],
    gap: read.hash === hash ? null : 'other-hash',
  }
}

/** RSASSA-PSS (RFC 8017 sections 8.1.2 and 9.1.2): behind a mask that H itself makes stands the salt, and H is made again with it. */
export async function pssChain(hash: Hash, jwk: JWK, digest: Octets, signature: Octets): Promise<Chain> {
  const { numbers, message } = opening(jwk, signature)
  if (message === null) return { cells: numbers, gap: 'not-opened' }
  const read = await unmasked(message, rsaNumbers(jwk).bits, hash)
  if (read === null) {
    return { cells: [...numbers, { id: 'pss-message', octets: message }], gap: 'not-opened' }
  }
  const { encoded, maskedDb, h, mask, db, salt } = read
  const zeros = db.length - (salt?.length ?? 0) - 1
  const cells: Cell[] = [
    ...numbers,
    {
      id: 'pss-message',
      octets: encoded,
      parts: partsOf(['masked-db', maskedDb.length], ['h', h.length], ['trailer', 1]),
    },
    { id: 'pss-mask', octets: mask },
    salt === null
      ? { id: 'pss-db', octets: db }
      : {
          id: 'pss-db',
          octets: db,
          parts: partsOf(['zeros', zeros], ['one', 1], ['salt', salt.length]),
        },
  ]
  if (salt === null) return { cells, gap: 'not-opened' }
  const again = await pssDigest(hash, digest, salt)
  // RFC 7518 section 3.5 has the salt as long as the hash.
  const same = salt.length === digest.length && isSame(again, h)
  cells.push({ id: 'pss-again', octets: again, equals: { id: 'h', same } })
  return { cells, gap: null }
}
