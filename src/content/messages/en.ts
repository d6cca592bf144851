import type { DecodeFault } from '../../core/decode/fault.ts'
import type { Content, Segment, SegmentName, Serialization, Token } from '../../core/decode/token.ts'
import type { Fault } from '../../core/text/result.ts'
import type { Span } from '../../core/text/span.ts'
import { decodeWords, hex, isJsonFault } from './decode.ts'

export const segmentNames: Readonly<Record<SegmentName, string>> = {
  protected: 'header',
  payload: 'payload',
  signature: 'signature',
  encrypted_key: 'encrypted key',
  iv: 'initialization vector',
  ciphertext: 'ciphertext',
  tag: 'authentication tag',
  aad: 'additional authenticated data',
  disclosure: 'disclosure',
}

export const serializationNames: Readonly<Record<Serialization, string>> = {
  compact: 'compact serialization',
  flattened: 'flattened JSON serialization',
  general: 'general JSON serialization',
}

/** A decoder's fault in words, with its place. */
export function decodeFaultText(fault: Fault, token: Token): string {
  const words = decodeWords[fault.code as DecodeFault](fault.values)
  const whole = fault.span.from === token.span.from && fault.span.to === token.span.to
  return whole ? words : `${placeOf(fault.span, token)}: ${words}`
}

/** `Payload, character 12` — counted from 1 in its part, with its place in the box where that differs. */
export function placeOf(span: Span, token: Token): string {
  const segment = token.segments.find((part) => span.from >= part.span.from && span.from <= part.span.to)
  if (segment === undefined) return `Character ${span.from + 1}`
  const name = segmentNames[segment.name]
  const title = name[0]!.toUpperCase() + name.slice(1)
  if (span.from === segment.span.from && span.to === segment.span.to) return title
  const inPart = span.from - segment.span.from + 1
  const inBox = span.from + 1
  return `${title}, character ${inPart}${inPart === inBox ? '' : ` (${inBox} in the box)`}`
}

/** What a pane says of content that is not plain JSON. */
export function contentNote(
  part: 'header' | 'payload',
  content: Content,
  segment: Segment,
): { text: string; tone: 'plain' | 'bad' } | null {
  const stopped = segment.faults.find(({ code }) => code === 'base64url-character')
  if (stopped !== undefined) {
    const at = stopped.span.from - segment.span.from + 1
    return { text: `Broken at character ${at}; shown is what can be read before it.`, tone: 'bad' }
  }
  switch (content.kind) {
    case 'empty':
      return {
        text:
          part === 'header'
            ? 'Empty.'
            : 'Empty: the token carries no content, or it is sent apart (detached).',
        tone: 'plain',
      }
    case 'json': {
      if (content.fault !== null) {
        const { code, values } = content.fault
        const words = isJsonFault(code) ? decodeWords[code](values) : code
        return { text: `Not valid JSON. Line ${values.line}, column ${values.column}: ${words}`, tone: 'bad' }
      }
      const root = content.document.text.trimStart()[0]
      if (root === '{') return null
      return {
        text: `JSON, but no object: ${part === 'header' ? 'a JOSE header' : 'a claims set'} is an object.`,
        tone: 'bad',
      }
    }
    case 'text':
      return {
        text:
          part === 'header'
            ? 'Plain text, no JSON.'
            : 'Plain text: a token may carry anything, a JWT carries a JSON object.',
        tone: part === 'header' ? 'bad' : 'plain',
      }
    case 'octets':
      return {
        text: `Not text: octet ${hex(segment.octets[content.invalidAt])} at offset ${content.invalidAt} is not UTF-8. Shown as octets.`,
        tone: part === 'header' ? 'bad' : 'plain',
      }
  }
}
