import type { HashName } from '../crypto/digest.ts'
import { pathOf } from '../json/read.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import type { Digested, Seen } from '../validate/sdJwt.ts'
import { sourceOf } from '../validate/selective.ts'

/** How a Disclosure is bound to what the issuer signed: by its digest (RFC 9901 section 4.2.3). */
export interface DisclosureDigest {
  readonly hash: HashName
  /** What is hashed: the Disclosure's characters as they stand, each an ASCII octet. */
  readonly characters: string
  readonly octets: Uint8Array
  /** The octets in base64url. */
  readonly digest: string
  /** Where it stands among the digests that a verifier looks up; null where it is none of them. */
  readonly place: DigestPlace | null
}

export interface DigestPlace {
  /** The index of the Disclosure that holds it, or the issuer's payload. */
  readonly source: number | 'payload'
  /** The JSON Pointer (RFC 6901) to it, in that payload or in that Disclosure's value. */
  readonly path: string
  /** Its characters in the text that the token was decoded from. */
  readonly span: Span
}

/** The digest of the Disclosure with that index; null where there is none, or no hash that is known. */
export function disclosureDigest(
  digested: Digested,
  { places }: Seen,
  index: number,
): DisclosureDigest | null {
  const { sdJwt, payload, hash, digests } = digested
  const disclosure = sdJwt.disclosures[index]
  const digest = digests[index]
  if (disclosure === undefined || digest === undefined || hash === null || payload === null) return null
  const { octets } = readBase64url(digest, { from: 0, to: digest.length })
  const found = places[index] ?? null
  if (found === null) return { hash, characters: disclosure.encoded, octets, digest, place: null }
  const { document, root, at } = sourceOf(payload, sdJwt.disclosures, found.source)
  const path = pathOf(document, found.node).slice(pathOf(document, root).length)
  const place = { source: found.source, path, span: at(found.node) }
  return { hash, characters: disclosure.encoded, octets, digest, place }
}
