import type { Verification } from '../crypto/verification.ts'
import { charactersIn, signingInput } from '../decode/signingInput.ts'
import type { Content, JoseHeader, Jws, Segment, Token } from '../decode/token.ts'
import type { KeyFormat, KeySet } from '../keys/material.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { decodeUtf8 } from '../text/utf8.ts'
import type { Diagnosis } from './diagnosis.ts'

/** All that a diagnosis goes by. */
export interface Evidence {
  /** The text that the token was read from, and where it stands in it. */
  readonly text: string
  readonly span: Span
  /**
   * How that is in the pasted text: it is the pasted text itself; it stands wrapped or escaped at a place in it; or it is
   * elsewhere, in another token's content.
   */
  readonly paste: 'itself' | 'elsewhere' | { readonly text: string; readonly span: Span }
  readonly header: JoseHeader
  readonly headerContent: Content
  readonly payloadContent: Content | null
  /** Null for text that is no JWS. */
  readonly jws: Parts | null
  /** True where the token is no sound one and could be mended: in compact form, that is. */
  readonly broken: boolean
  readonly keyText: string
  readonly keyFormat: KeyFormat | 'detect'
  /** What a secret in the box reads as, in a JWK the text of its octets; '' where that is no text, or too long. */
  readonly secretText: string
  /** Null where there is no key, or none that can be read. */
  readonly keys: KeySet | null
  /** Null where there was nothing to check. */
  readonly verification: Verification | null
}

/** The exact characters of the three parts, and what they come to. */
export interface Parts {
  readonly spans: { readonly protected: Span; readonly payload: Span; readonly signature: Span }
  readonly protected: string
  readonly payload: string
  readonly signingInput: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  readonly signatureText: string
}

/** What the person put in. */
type Given = Pick<Evidence, 'text' | 'keyText' | 'keyFormat' | 'keys' | 'verification'>

const encoder = new TextEncoder()

/** Of an SD-JWT, it is about what the issuer signed. All of it counts in the token's own characters. */
export function evidenceOf(whole: Token, given: Given, paste: Evidence['paste'] = 'itself'): Evidence {
  const { origin, span } = whole
  if (origin !== undefined) {
    const within = paste === 'itself' ? { text: given.text, span } : paste
    return evidenceOf(origin.token, { ...given, text: origin.text }, within)
  }
  const token = whole.kind === 'sd-jwt' ? whole.jws : whole
  const { header, headerContent, payloadContent } = token
  return {
    ...given,
    paste,
    secretText: secretTextOf(given),
    span,
    header,
    headerContent,
    payloadContent,
    jws: token.kind === 'jws' ? partsOf(given.text, token) : null,
    broken: isMendable(whole) && (token.kind !== 'jws' || token.faults.length > 0),
  }
}

/** The same diagnosis for the pasted text: what cannot be told or changed there is left out. */
export function inPaste(diagnosis: Diagnosis, { paste }: Evidence): Diagnosis {
  if (paste === 'itself') return diagnosis
  const { fix } = diagnosis
  if (fix?.text === undefined) return { ...diagnosis, at: null }
  if (paste === 'elsewhere') return { ...diagnosis, at: null, fix: null }
  const text = paste.text.slice(0, paste.span.from) + fix.text + paste.text.slice(paste.span.to)
  return { ...diagnosis, at: paste.span, fix: { ...fix, text } }
}

function isMendable(token: Token): boolean {
  return token.kind === 'undecodable' || (token.kind !== 'sd-jwt' && token.serialization === 'compact')
}

/** A longer text is no secret that somebody typed or copied. */
export const LONGEST_SECRET = 10_000

function secretTextOf({ keyText, keys }: Given): string {
  if (keyText.length > LONGEST_SECRET) return ''
  const k = keys?.format === 'jwk' && keys.keys.length === 1 ? keys.keys[0]!.jwk.k : undefined
  if (k === undefined) return keyText
  const text = decodeUtf8(readBase64url(k, { from: 0, to: k.length }).octets)
  return text.ok ? text.value : ''
}

function partsOf(text: string, token: Jws): Parts {
  const [header, payload, signature] = token.segments as [Segment, Segment, Segment]
  const input = signingInput(text, token)
  // A backslash means something in a JSON string alone.
  const characters = ({ span }: Segment) => text.slice(span.from, span.to)
  const cut = isMendable(token) ? characters : (segment: Segment) => charactersIn(text, segment)
  return {
    spans: { protected: header.span, payload: payload.span, signature: signature.span },
    protected: cut(header),
    payload: cut(payload),
    signingInput: typeof input === 'string' ? encoder.encode(input) : input,
    signature: signature.octets,
    signatureText: cut(signature),
  }
}

/** The pasted text with the token's signature replaced. */
export function withSignature({ text }: Evidence, { spans }: Parts, signature: string): string {
  return text.slice(0, spans.signature.from) + signature + text.slice(spans.signature.to)
}
