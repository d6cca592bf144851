import type { Fault } from '../text/result.ts'
import { fail, fault } from '../text/result.ts'
import { isSpace, readBase64 } from './base64.ts'
import type { KeyNotice } from './fault.ts'
import { single } from './gather.ts'
import type { KeyFormat, KeyReader } from './material.ts'
import { isDer, secret } from './secret.ts'

/** Fewer octets than this are hardly an encoded key: most words read as base64url. */
const TELLING_OCTETS = 16

/** A compact serialization, as it stands or behind the name of a scheme. */
const token = /^\s*(?:\w+\s+)?ey[\w-]+\.[\w.~=-]+\s*$/

const encoder = new TextEncoder()

/**
 * Text as a secret: its UTF-8 octets, every one of them. Nothing is trimmed, since a line break at the end changes the
 * MAC, but it is said; and text that could be an encoding is never decoded unasked.
 */
export const secretUtf8: KeyReader = {
  format: 'secret-utf8',
  detects: () => true,
  read(text) {
    const lone = loneSurrogate(text)
    if (lone >= 0) {
      const codePoint = `U+${text.charCodeAt(lone).toString(16).toUpperCase()}`
      return fail('secret-not-unicode', { from: lone, to: lone + 1 }, { codePoint })
    }
    const notices = [...outerSpace(text), ...otherReadings(text)]
    return single(secret('secret-utf8', text, encoder.encode(text), notices))
  },
}

function loneSurrogate(text: string): number {
  return text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u)
}

function outerSpace(text: string): Fault<KeyNotice>[] {
  let to = text.length
  while (to > 0 && isSpace(text.charCodeAt(to - 1))) to--
  let from = 0
  while (from < to && isSpace(text.charCodeAt(from))) from++
  const end = text.slice(to)
  const breaks = end.match(/\r\n|\r|\n/g)?.length ?? 0
  const others = from + end.replaceAll(/[\r\n]/g, '').length
  const notices: Fault<KeyNotice>[] = []
  const endSpan = { from: to, to: text.length }
  if (breaks > 0) notices.push(fault('secret-line-break', endSpan, { count: breaks }))
  if (others > 0)
    notices.push(fault('secret-outer-space', from > 0 ? { from: 0, to: from } : endSpan, { count: others }))
  return notices
}

/** What else the text could be, which its user may have meant. */
function otherReadings(text: string): Fault<KeyNotice>[] {
  const span = { from: 0, to: text.length }
  if (/-----BEGIN |^\s*b3BlbnNzaC1rZXk/.test(text))
    return [fault('secret-looks-like-key', span, { as: 'pem' })]
  if (/^[\s\uFEFF]*(?:\[\s*)?\{/.test(text)) return [fault('secret-looks-like-key', span, { as: 'jwk' })]
  if (token.test(text)) return [fault('secret-looks-like-key', span, { as: 'token' })]
  const encoded = encodedAs(text)
  if (encoded === null || encoded.octets.length < TELLING_OCTETS) return []
  const as = fault('secret-also-encoded', span, { format: encoded.format, octets: encoded.octets.length })
  return isDer(encoded.octets) ? [as, fault('secret-looks-like-key', span, { as: 'der' })] : [as]
}

function encodedAs(text: string): { format: KeyFormat; octets: Uint8Array } | null {
  const body = text.trim()
  // Spaced text is words, if it is not the lines of a key.
  const spaced = /\s/.test(body)
  if (body.length % 2 === 0 && /^[0-9a-f]+$/i.test(body)) {
    return { format: 'secret-hex', octets: new Uint8Array(body.length / 2) }
  }
  for (const alphabet of ['base64', 'base64url'] as const) {
    const reading = readBase64(body, { from: 0, to: body.length }, alphabet)
    if (reading.ok && !reading.value.spareBits && (!spaced || isDer(reading.value.octets))) {
      return { format: `secret-${alphabet}`, octets: reading.value.octets }
    }
  }
  return null
}
