import { segmentContent, segmentMap } from '../decode/segments.ts'
import type { JsonDocument, NodeId } from '../json/document.ts'
import type { Span } from '../text/span.ts'
import type { Subject } from './finding.ts'

/** A part of the token that is JSON, with the way back to the pasted characters. */
export interface Part {
  readonly name: 'protected' | 'payload'
  readonly document: JsonDocument
  /** The characters of the pasted text that hold a node. */
  at(node: NodeId): Span
}

/** The parts of the subject that are whole JSON: protected header and payload. */
export function jsonParts({ token }: Subject): Part[] {
  const parts: Part[] = []
  for (const name of ['protected', 'payload'] as const) {
    const content = segmentContent(token, name)
    const map = segmentMap(token, name)
    if (content.kind !== 'json' || content.fault !== null || map === null) continue
    const document = content.document
    parts.push({
      name,
      document,
      at: (node) => map.charactersOf(map.octetsOf({ from: document.from[node]!, to: document.to[node]! })),
    })
  }
  return parts
}

/** At most this many places are listed for one rule; their number is always told. */
export const MAX_PLACES = 20
