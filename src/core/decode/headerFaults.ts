import type { JsonFault } from '../json/fault.ts'
import type { Base64urlFault } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { DecodeFault } from './fault.ts'
import { sourceMap } from './sourceMap.ts'
import type { Content, Segment } from './token.ts'

/** What is wrong with the characters of a protected header and with the JSON object that they must encode. */
export function headerFaults(segment: Segment, content: Content): readonly Fault<DecodeFault>[] {
  const faults = segment.faults as readonly Fault<Base64urlFault>[]
  // An undecodable header has its JSON fault as a consequence: one cause, one fault.
  return faults.some(breaksReading) ? faults : [...faults, ...contentFaults(segment, content)]
}

/** Faults that leave octets out, so that the JSON after them is cut short. */
function breaksReading({ code }: Fault): boolean {
  return code === 'base64url-character' || code === 'base64url-length'
}

function contentFaults(segment: Segment, content: Content): Fault<DecodeFault>[] {
  const map = sourceMap(segment, content)
  const inToken = (inText: Span) => map.charactersOf(map.octetsOf(inText))
  switch (content.kind) {
    case 'empty':
      return [fault('header-empty', segment.span)]
    case 'octets': {
      const at = { from: content.invalidAt, to: content.invalidAt + 1 }
      return [
        fault('header-not-utf8', map.charactersOf(at), { at: at.from, octet: segment.octets[at.from] ?? 0 }),
      ]
    }
    case 'text':
      return [fault('header-not-json', segment.span)]
    case 'json': {
      const { document, fault: broken } = content
      if (broken !== null) {
        return [fault(broken.code as JsonFault, inToken(broken.span), { ...broken.values, in: 'header' })]
      }
      if (content.document.kind[0] !== 0) return [fault('header-not-object', segment.span)]
      return document.duplicates.map((key) => {
        const at = { from: document.from[key]!, to: document.to[key]! }
        return fault('header-duplicate', inToken(at), { name: document.text.slice(at.from + 1, at.to - 1) })
      })
    }
  }
}
