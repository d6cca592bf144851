import { ok } from '../text/result.ts'
import type { Step } from './contentKey.ts'
import { type Permits, stopped } from './decryption.ts'
import type { ContentEncryption } from './encryption.ts'
import { aes } from './engines/aes.ts'
import { inflate } from './inflate.ts'
import { joined } from './octets.ts'

type Octets = Uint8Array<ArrayBuffer>

/** The parts that the content key opens. */
export interface SealedContent {
  readonly iv: Octets
  readonly ciphertext: Octets
  readonly tag: Octets
  /** The Additional Authenticated Data of the encryption (RFC 7516 section 5.1, step 14). */
  readonly aad: Octets
}

/** The plaintext under a content key of the right length, still compressed where it was (RFC 7518 section 5). */
export async function openContent(
  enc: ContentEncryption,
  key: Octets,
  { iv, ciphertext, tag, aad }: SealedContent,
  direct: boolean,
): Promise<Step> {
  const mismatch = stopped('open-tag', { enc: enc.enc, direct: direct ? 1 : 0 })
  if (enc.way === 'gcm') {
    const opened = await aes.openGcm(key, iv, ciphertext, tag, aad)
    return opened === null ? mismatch : ok(opened)
  }
  const half = enc.key / 2
  const hmac = { name: 'HMAC', hash: enc.hash! }
  const macKey = await crypto.subtle.importKey('raw', key.slice(0, half), hmac, false, ['sign'])
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(aad.length) * 8n)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', macKey, joined(aad, iv, ciphertext, length)))
  if (tag.some((octet, i) => octet !== mac[i])) return mismatch
  const opened = await aes.openCbc(key.slice(half), iv, ciphertext)
  return opened === null ? stopped('open-padding', { enc: enc.enc }) : ok(opened)
}

/** What is wrong with the lengths of the parts, or null: checked before WebCrypto, which WebKitGTK lets crash. */
export function contentLengthFault(enc: ContentEncryption, { iv, ciphertext, tag }: SealedContent) {
  const by = enc.enc
  for (const [part, found, expected] of [
    ['iv', iv.length, enc.iv],
    ['tag', tag.length, enc.tag],
  ] as const) {
    if (found !== expected) return stopped('open-length', { part, by, expected, found })
  }
  if (enc.way === 'gcm' || (ciphertext.length > 0 && ciphertext.length % 16 === 0)) return null
  return stopped('open-length', { part: 'ciphertext', by, expected: 16, found: ciphertext.length })
}

/** Octets that are inflated unasked, and at all. */
const FREE_OCTETS = 250_000
const MOST_OCTETS = 50_000_000

/** The plaintext of compressed octets, within what the person allows. */
export async function inflated(deflated: Octets, permits: Permits): Promise<Step> {
  const most = permits.inflation ? MOST_OCTETS : FREE_OCTETS
  const made = await inflate(deflated, most)
  if (made === 'broken') return stopped('open-inflate')
  if (made !== 'more') return ok(made)
  return stopped(permits.inflation ? 'crypto-inflation-refused' : 'crypto-inflation-ask', { most })
}
