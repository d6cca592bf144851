import { Kind, type NodeId } from '../json/document.ts'
import type { JsonFault } from '../json/fault.ts'
import { items } from '../json/read.ts'
import { readBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { contentOf } from './content.ts'
import type { DisclosureFault } from './fault.ts'
import { mapOf } from './segments.ts'
import type { Content, Disclosure, Segment } from './token.ts'

/** Reads the Disclosure whose base64url text stands at `span`. Never throws. */
export function readDisclosure(text: string, span: Span): Disclosure {
  const segment: Segment = { name: 'disclosure', span, ...readBase64url(text, span) }
  return disclosureOf(text.slice(span.from, span.to), segment)
}

/** The Disclosure that a segment is, of which the base64url text is `encoded`. */
export function disclosureOf(encoded: string, segment: Segment): Disclosure {
  const content = contentOf(segment.octets)
  const unreadable = segment.faults.some(
    ({ code }) => code === 'base64url-character' || code === 'base64url-length',
  )
  // What cannot be decoded has broken JSON as a consequence: one cause, one fault.
  const { elements, faults } = unreadable ? { elements: null, faults: [] } : elementsOf(segment, content)
  return { segment, encoded, content, elements, faults: [...segment.faults, ...faults] }
}

interface Reading {
  readonly elements: Disclosure['elements']
  readonly faults: readonly Fault<DisclosureFault>[]
}

function elementsOf(segment: Segment, content: Content): Reading {
  const broken = (code: DisclosureFault, span = segment.span, values: Fault['values'] = {}): Reading => ({
    elements: null,
    faults: [fault(code, span, values)],
  })
  const map = mapOf({ segment, content })
  const inToken = (span: Span) => map.charactersOf(map.octetsOf(span))
  switch (content.kind) {
    case 'empty':
      return broken('disclosure-empty')
    case 'octets': {
      const at = { from: content.invalidAt, to: content.invalidAt + 1 }
      return broken('disclosure-not-utf8', map.charactersOf(at), { octet: segment.octets[at.from] ?? 0 })
    }
    case 'text':
      return broken('disclosure-not-json')
  }
  const { document, fault: wrong } = content
  if (wrong !== null) return broken(wrong.code as JsonFault, inToken(wrong.span), wrong.values)
  if (document.kind[0] !== Kind.array) return broken('disclosure-not-array')
  const [salt, ...others] = items(document, 0)
  const count = others.length + (salt === undefined ? 0 : 1)
  const value = others.at(-1)
  if (salt === undefined || value === undefined || count > 3) {
    return broken('disclosure-count', segment.span, { count })
  }
  const at = (node: NodeId) => inToken({ from: document.from[node]!, to: document.to[node]! })
  if (document.kind[salt] !== Kind.string) return broken('disclosure-salt', at(salt))
  const name = count === 3 ? others[0]! : null
  if (name !== null && document.kind[name] !== Kind.string) return broken('disclosure-name', at(name))
  return { elements: { salt, name, value }, faults: [] }
}
