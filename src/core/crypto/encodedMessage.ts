import type { JWK } from 'jose'
import { power, toInteger, toOctets } from '../keys/curves.ts'
import { joined } from './octets.ts'
import { isTooCostly, rsaNumbers } from './rsaKey.ts'

type Octets = Uint8Array<ArrayBuffer>

/**
 * What an RSA signature shows when the public key is applied to it: the encoded message (RFC 8017 section 5.2.2, RSAVP1),
 * as long as the modulus. Null where that would take long, or the signature is no number below the modulus.
 */
export function opened(jwk: JWK, signature: Uint8Array): Octets | null {
  const { n, e } = rsaNumbers(jwk)
  const [modulus, s] = [toInteger(n), toInteger(signature)]
  return isTooCostly(jwk) || s >= modulus ? null : toOctets(power(s, toInteger(e), modulus), n.length)
}

const hashes = ['SHA-256', 'SHA-384', 'SHA-512', 'SHA-1'] as const
export type Hash = (typeof hashes)[number]
const sizes: Readonly<Record<Hash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64, 'SHA-1': 20 }

/** DER of a DigestInfo up to the digest (RFC 8017 section 9.2, note 1). */
function digestInfo(oid: readonly number[], size: number): readonly number[] {
  const algorithm = [0x30, oid.length + 4, 0x06, oid.length, ...oid, 0x05, 0x00]
  return [0x30, algorithm.length + 2 + size, ...algorithm, 0x04, size]
}
const sha2 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]
export const digestInfos: Readonly<Record<Hash, readonly number[]>> = {
  'SHA-256': digestInfo([...sha2, 1], 32),
  'SHA-384': digestInfo([...sha2, 2], 48),
  'SHA-512': digestInfo([...sha2, 3], 64),
  'SHA-1': digestInfo([0x2b, 0x0e, 0x03, 0x02, 0x1a], 20),
}

export interface Pkcs1Message {
  /** Null where the digest stands alone. */
  readonly hash: Hash | null
  readonly digest: Octets
  /** Where, after the padding, the DigestInfo begins. */
  readonly at: number
}

/** The digest in an EMSA-PKCS1-v1_5 message (RFC 8017 section 9.2); null where it is none. */
export function pkcs1Message(message: Octets): Pkcs1Message | null {
  if (message[0] !== 0 || message[1] !== 1) return null
  let at = 2
  while (message[at] === 0xff) at++
  if (at < 10 || message[at] !== 0) return null
  at++
  const content = message.subarray(at)
  const hash = hashes.find((one) => {
    const info = digestInfos[one]
    return content.length === info.length + sizes[one] && info.every((octet, i) => octet === content[i])
  })
  if (hash !== undefined) return { hash, digest: content.subarray(digestInfos[hash].length), at }
  return Object.values(sizes).includes(content.length) ? { hash: null, digest: content, at } : null
}

export interface PssMessage {
  readonly hash: Hash
  /** The hash of the mask, MGF1. */
  readonly mask: Hash
  readonly salt: Octets
  /** H, the hash over the message’s digest and the salt. */
  readonly digest: Octets
  /** False where the form could be so by accident: the salt leaves no room for the zero octets before it. */
  readonly telling: boolean
}

/**
 * What an EMSA-PSS message (RFC 8017 section 9.1.2) can be, found without the content: hash, mask and salt. Nothing where it
 * is none.
 */
export async function* pssMessages(message: Octets, bits: number): AsyncGenerator<PssMessage> {
  for (const hash of hashes) {
    for (const mask of new Set<Hash>([hash, 'SHA-1', 'SHA-256'])) {
      const block = await unmasked(message, bits, hash, mask)
      if (block === null) continue
      const { h: digest, salt, db } = block
      if (salt !== null) yield { hash, mask, salt, digest, telling: db.length - salt.length > 6 }
    }
  }
}

/** An EMSA-PSS message taken apart: maskedDB ‖ H ‖ 0xbc. */
export interface PssParts {
  /** As long as the modulus less one bit. */
  readonly encoded: Octets
  readonly maskedDb: Octets
  readonly h: Octets
  readonly mask: Octets
  /** maskedDB without its mask, and without the bits that the modulus has no room for. */
  readonly db: Octets
  /** What follows the first 01 of DB, if only zeros stand before it. */
  readonly salt: Octets | null
}

/** Steps 4 to 11 of EMSA-PSS-VERIFY (RFC 8017 section 9.1.2); null where the last octet is not 0xbc or there is no room. */
export async function unmasked(
  message: Octets,
  bits: number,
  hash: Hash,
  maskHash: Hash = hash,
): Promise<PssParts | null> {
  // The encoded message has one bit less than the modulus.
  const encoded = bits % 8 === 1 ? message.slice(1) : message
  const at = encoded.length - sizes[hash] - 1
  if (encoded.at(-1) !== 0xbc || at <= 0) return null
  const maskedDb = encoded.slice(0, at)
  const h = encoded.slice(at, -1)
  const mask = await mgf1(maskHash, h, at)
  const db = maskedDb.map((octet, i) => octet ^ mask[i]!)
  db[0]! &= 0xff >> (8 * encoded.length - (bits - 1))
  const one = db.findIndex((octet) => octet !== 0)
  return { encoded, maskedDb, h, mask, db, salt: one >= 0 && db[one] === 1 ? db.slice(one + 1) : null }
}

/** H of a content's digest and a salt (RFC 8017 section 9.1.2, steps 12 and 13). */
export function pssDigest(hash: Hash, digest: Octets, salt: Octets): Promise<Octets> {
  return sha(hash, joined(new Uint8Array(8), digest, salt))
}

/** Whether H is the hash over this content and salt (RFC 8017 section 9.1.2, steps 12 to 14). */
export async function isOver({ hash, salt, digest }: PssMessage, content: Octets): Promise<boolean> {
  return isSame(await pssDigest(hash, await sha(hash, content), salt), digest)
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i])
}

/** RFC 8017 appendix B.2.1. */
async function mgf1(hash: Hash, seed: Octets, length: number): Promise<Octets> {
  const mask = new Uint8Array(length)
  for (let at = 0, counter = 0; at < length; at += sizes[hash], counter++) {
    const block = await sha(hash, joined(seed, toOctets(BigInt(counter), 4)))
    mask.set(block.subarray(0, length - at), at)
  }
  return mask
}

export async function sha(hash: Hash, data: Octets): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.digest(hash, data))
}
