import { type Hash, isSame, sha } from '../crypto/encodedMessage.ts'
import { joined } from '../crypto/octets.ts'
import { type Cell, type Chain, partsOf } from './cell.ts'

type Octets = Uint8Array<ArrayBuffer>

/** The octets that a hash function takes in at a time (FIPS 180-4 section 1): SHA-384 is SHA-512 cut short. */
const blockSizes: Readonly<Record<Hash, number>> = {
  'SHA-1': 64,
  'SHA-256': 64,
  'SHA-384': 128,
  'SHA-512': 128,
}

/**
 * HMAC in its two passes (RFC 2104 section 2, RFC 7518 section 3.2): the key made as long as a block of the hash, mixed
 * with 36… and hashed with the input, mixed with 5c… and hashed with what came of that. Rejects without WebCrypto.
 */
export async function hmacChain(
  hash: Hash,
  key: Octets,
  input: Octets,
  signature: Uint8Array,
): Promise<Chain> {
  const size = blockSizes[hash]
  const cells: Cell[] = [{ id: 'key', octets: key }]
  let used = key
  if (key.length > size) {
    used = await sha(hash, key)
    cells.push({ id: 'key-digest', octets: used })
  }
  const block = new Uint8Array(size)
  block.set(used)
  const parts = partsOf([used === key ? 'key' : 'hash', used.length], ['zeros', size - used.length])
  const inner = block.map((octet) => octet ^ 0x36)
  const innerDigest = await sha(hash, joined(inner, input))
  const outer = block.map((octet) => octet ^ 0x5c)
  const mac = await sha(hash, joined(outer, innerDigest))
  cells.push(
    { id: 'key-block', octets: block, parts },
    { id: 'inner-pad', octets: inner },
    { id: 'inner-digest', octets: innerDigest },
    { id: 'outer-pad', octets: outer },
    { id: 'mac', octets: mac, equals: { id: 'signature', same: isSame(mac, signature) } },
  )
  return { cells, gap: null }
}
