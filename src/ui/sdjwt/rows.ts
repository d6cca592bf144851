import { foreign } from '../../content/messages/foreign.ts'
import type { Disclosure } from '../../core/decode/token.ts'
import { pathOf, stringValue } from '../../core/json/read.ts'
import type { Span } from '../../core/text/span.ts'
import type { Digested, Seen } from '../../core/validate/sdJwt.ts'
import { sourceOf } from '../../core/validate/selective.ts'

/** A disclosure as it is listed. */
export interface Row {
  readonly index: number
  /** The claim's name; null for an array element or what is no disclosure. */
  readonly name: string | null
  /** What it is called in a list. */
  readonly label: string
  readonly salt: string | null
  /** The value as it is written; null where it cannot be read. */
  readonly value: string | null
  readonly digest: string
  readonly span: Span
  /** Where its digest stands; null where that is nowhere. */
  readonly place: RowPlace | null
}

export interface RowPlace {
  /** The index of the disclosure that holds the digest, or the payload. */
  readonly source: number | 'payload'
  /** The JSON Pointer to what holds it, in that. */
  readonly path: string
  /** The digest's characters in the pasted text. */
  readonly span: Span
}

export function rowsOf({ sdJwt, payload, digests }: Digested, { places }: Seen): Row[] {
  return sdJwt.disclosures.map((disclosure, index) => ({
    index,
    ...elementsOf(disclosure),
    label: labelOf(disclosure),
    digest: digests[index] ?? '',
    span: disclosure.segment.span,
    place: placeOf(index),
  }))

  function placeOf(index: number): RowPlace | null {
    const place = places[index] ?? null
    if (place === null || payload === null) return null
    const { document, root, at } = sourceOf(payload, sdJwt.disclosures, place.source)
    const path = pathOf(document, place.place).slice(pathOf(document, root).length)
    return { source: place.source, path, span: at(place.node) }
  }
}

function elementsOf({ content, elements }: Disclosure): Pick<Row, 'name' | 'salt' | 'value'> {
  if (elements === null || content.kind !== 'json') return { name: null, salt: null, value: null }
  const { document } = content
  const { salt, name, value } = elements
  return {
    name: name === null ? null : stringValue(document, name),
    salt: stringValue(document, salt),
    value: document.text.slice(document.from[value], document.to[value]),
  }
}

/** The claim that it discloses, or what it is instead. */
export function labelOf(disclosure: Disclosure): string {
  const { name, value } = elementsOf(disclosure)
  if (name !== null) return name === '' ? '(empty name)' : foreign(name)
  return value === null ? '(not readable)' : '(array element)'
}

/** Ticks or unticks one disclosure, with those that it cannot be sent without, or that cannot be sent without it. */
export function toggled(shown: ReadonlySet<number>, rows: readonly Row[], index: number): Set<number> {
  const next = new Set(shown)
  if (!shown.has(index)) {
    for (
      let at: number | 'payload' | undefined = index;
      typeof at === 'number';
      at = rows[at]?.place?.source
    ) {
      if (next.has(at) && at !== index) break
      next.add(at)
    }
    return next
  }
  // What holds a digest is found before what answers it, so one pass down from each is enough.
  const within = new Map<number | 'payload', number[]>()
  for (const { index: child, place } of rows) {
    if (place === null) continue
    const children = within.get(place.source)
    if (children === undefined) within.set(place.source, [child])
    else children.push(child)
  }
  const gone = [index]
  for (let at = gone.pop(); at !== undefined; at = gone.pop()) {
    next.delete(at)
    gone.push(...(within.get(at) ?? []))
  }
  return next
}
