import { writeBase64url } from '../text/base64url.ts'
import { contentOf } from './content.ts'
import { detachedSegment } from './plain.ts'
import type { Jwe, Jws, Segment } from './token.ts'

const encoder = new TextEncoder()

/** The characters of a segment, as they are once JSON's escapes are undone. */
export function charactersIn(text: string, { span }: Segment): string {
  const raw = text.slice(span.from, span.to)
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    // A compact serialization has no escapes: a backslash in it is a fault, and stands for itself.
    return raw
  }
}

/**
 * The JWS Signing Input of the shown signature, octet for octet (RFC 7515 section 5.1): the characters as they were
 * received, or, where `b64` is false, the payload's own octets (RFC 7797 section 3).
 */
export function signingInput(text: string, token: Jws): string | Uint8Array<ArrayBuffer> {
  if (token.origin !== undefined) return signingInput(token.origin.text, token.origin.token as Jws)
  const [header, payload] = token.segments as readonly [Segment, Segment]
  if (token.serialization === 'compact' && !token.detached) {
    return text.slice(header.span.from, payload.span.to)
  }
  const first = `${charactersIn(text, header)}.`
  if (!token.header.b64) {
    const octets = encoder.encode(first)
    const whole = new Uint8Array(octets.length + payload.octets.length)
    whole.set(octets)
    whole.set(payload.octets, octets.length)
    return whole
  }
  return first + (token.detached ? writeBase64url(payload.octets) : charactersIn(text, payload))
}

/**
 * What a JWE authenticates without encrypting it (RFC 7516 section 5.1, step 14): the encoded protected header, and after a
 * dot the encoded `aad` of a JSON serialization.
 */
export function authenticatedData(text: string, token: Jwe): string {
  if (token.origin !== undefined) return authenticatedData(token.origin.text, token.origin.token as Jwe)
  const aad = token.segments.find(({ name }) => name === 'aad')
  const open = aad === undefined || aad.octets.length === 0 ? '' : `.${charactersIn(text, aad)}`
  return charactersIn(text, token.segments[0]!) + open
}

/** The same JWS with the payload that was sent apart. */
export function withPayload(token: Jws, octets: Uint8Array<ArrayBuffer>): Jws {
  const payload = token.segments[1]!
  const segments = token.segments.with(
    1,
    detachedSegment({ from: payload.span.from, to: payload.span.from }, octets),
  )
  const { origin } = token
  return {
    ...token,
    segments,
    payloadContent: contentOf(octets),
    ...(origin && { origin: { ...origin, token: withPayload(origin.token as Jws, octets) } }),
  }
}

/** The same JWS with another of its signatures in the foreground. */
export function withSignature(token: Jws, shown: number): Jws {
  const one = token.signatures[shown]
  if (one === undefined || shown === token.shown) return token
  const segments = [one.protected, token.segments[1]!, one.signature]
  const { origin } = token
  return {
    ...token,
    ...{ shown, segments, header: one.header, headerContent: one.protectedContent },
    ...(origin && { origin: { ...origin, token: withSignature(origin.token as Jws, shown) } }),
  }
}

/** The same JWE with another of its recipients in the foreground. */
export function withRecipient(token: Jwe, shown: number): Jwe {
  const one = token.recipients[shown]
  if (one === undefined || shown === token.shown) return token
  return { ...token, shown, segments: token.segments.with(1, one.encryptedKey), header: one.header }
}
