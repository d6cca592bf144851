import type { Disclosure } from '../decode/token.ts'
import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { reservedName } from './embeddedDigests.ts'
import type { IssuerPayload, Linked, Place } from './selective.ts'
import { sourceOf } from './selective.ts'

/** An object or array that is being written. */
interface Open {
  readonly source: Place['source']
  readonly document: JsonDocument
  readonly container: NodeId
  /** The next member or item. */
  next: NodeId
  /** Disclosures that take the place of an `_sd`, last first. */
  readonly due: number[]
  empty: boolean
}

/**
 * The Processed SD-JWT Payload as JSON text: Disclosures stand where their digests stood, `_sd`, `_sd_alg` and array items
 * without a Disclosure are gone (RFC 9901 section 7.1, steps 3c to 3f). Numbers and strings stand as they were written.
 * Takes what {@link linkDisclosures} has linked without fault. Linear, and without recursion.
 */
export function processedPayload(
  payload: IssuerPayload,
  disclosures: readonly Disclosure[],
  { places }: Linked,
): string {
  const inObject = new Map<string, number[]>()
  const inArray = new Map<string, number>()
  for (const [index, place] of places.entries()) {
    if (place === null) continue
    const id = `${place.source} ${place.place}`
    if (place.in === 'array') inArray.set(id, index)
    else if (!inObject.get(id)?.push(index)) inObject.set(id, [index])
  }

  const out: string[] = []
  const open: Open[] = []
  const write = (source: Place['source'], document: JsonDocument, node: NodeId) => {
    const kind = document.kind[node]
    if (kind !== Kind.object && kind !== Kind.array) {
      out.push(document.text.slice(document.from[node], document.to[node]))
      return
    }
    out.push(kind === Kind.object ? '{' : '[')
    open.push({ source, document, container: node, next: node + 1, due: [], empty: true })
  }
  const separate = (at: Open) => {
    if (!at.empty) out.push(',')
    at.empty = false
  }
  const writeDisclosure = (at: Open, index: number) => {
    const { document, root } = sourceOf(payload, disclosures, index)
    const name = disclosures[index]!.elements?.name ?? null
    separate(at)
    if (name !== null) out.push(document.text.slice(document.from[name], document.to[name]), ':')
    write(index, document, root)
  }

  write('payload', payload.document, 0)
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const { source, document, container } = at
    const { kind, from, to, end, text } = document
    const due = at.due.pop()
    if (due !== undefined) writeDisclosure(at, due)
    else if (at.next >= end[container]!) {
      out.push(kind[container] === Kind.object ? '}' : ']')
      open.pop()
    } else if (kind[container] === Kind.object) {
      const key = at.next
      at.next = end[key + 1]!
      const reserved = reservedName(document, key)
      if (reserved === '_sd') {
        const id = `${source} ${container}`
        for (const index of inObject.get(id)?.reverse() ?? []) at.due.push(index)
        inObject.delete(id)
      } else if (reserved !== '_sd_alg' || source !== 'payload' || container !== 0) {
        separate(at)
        out.push(text.slice(from[key], to[key]), ':')
        write(source, document, key + 1)
      }
    } else {
      const item = at.next
      at.next = end[item]!
      const index = inArray.get(`${source} ${item}`)
      if (index !== undefined) writeDisclosure(at, index)
      else if (!isDigest(document, item)) {
        separate(at)
        write(source, document, item)
      }
    }
  }
  return out.join('')
}

/** Whether an array's item is `{"...": …}`. */
function isDigest(document: JsonDocument, item: NodeId): boolean {
  return (
    document.kind[item] === Kind.object &&
    document.end[item]! > item + 1 &&
    reservedName(document, item + 1) === '...'
  )
}
