import type { HashName } from '../crypto/digest.ts'
import type { DisclosureFault } from '../decode/fault.ts'
import { mapOf } from '../decode/segments.ts'
import type { Disclosure } from '../decode/token.ts'
import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { members, memberValue, stringValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { EmbeddedDigest, MisplacedCode } from './embeddedDigests.ts'
import { embeddedDigests } from './embeddedDigests.ts'

/** Why an SD-JWT must be rejected, whatever its signature says (RFC 9901 section 7.1). */
export type SelectiveFault =
  | DisclosureFault
  | Exclude<MisplacedCode, 'sd-alg-nested'>
  /** The payload is no JSON object. */
  | 'sd-payload'
  /** `_sd_alg` is no string, or no hash that is known here (`alg`). */
  | 'sd-alg-unknown'
  /** A digest stands in more than one place (`digest`). */
  | 'digest-repeated'
  /** The same Disclosure comes twice. */
  | 'disclosure-repeated'
  /** No digest is this one's: it was altered, or never issued with this token (`digest`). */
  | 'disclosure-unreferenced'
  /** Two elements where an object's `_sd` asks for three, or three where an array asks for two (`count`, `wanted`). */
  | 'disclosure-elements'
  /** The claim name is `_sd` or `...` (`name`). */
  | 'disclosure-reserved'
  /** A claim of this name stands beside the `_sd` already (`name`). */
  | 'disclosure-exists'

const hashes: Readonly<Record<string, HashName>> = {
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
}

/** The payload of the issuer-signed JWT, with the way back to the pasted characters. */
export interface IssuerPayload {
  readonly document: JsonDocument
  at(node: NodeId): Span
}

/** The hash of an SD-JWT's digests: what `_sd_alg` names, SHA-256 where it is absent (RFC 9901 section 4.1.1). */
export function selectiveHash({ document, at }: IssuerPayload): HashName | Fault<SelectiveFault> {
  const node = memberValue(document, 0, '_sd_alg')
  if (node === null) return 'SHA-256'
  const written = document.text.slice(document.from[node], document.to[node])
  const alg = document.kind[node] === Kind.string ? stringValue(document, node) : written
  const hash = document.kind[node] === Kind.string && Object.hasOwn(hashes, alg) ? hashes[alg] : undefined
  return hash ?? fault('sd-alg-unknown', at(node), { alg })
}

/** Where a digest stands: in the Disclosure with the index `source`, or in the issuer's payload. */
export interface Place extends EmbeddedDigest {
  readonly source: number | 'payload'
}

export interface Linked {
  /** For each Disclosure the place of its digest; null where it is not shown or has none. */
  readonly places: readonly (Place | null)[]
  /** Digests that no Disclosure answers: of claims held back, or decoys (RFC 9901 section 4.2.5). */
  readonly unanswered: readonly Place[]
  /** Not empty: the SD-JWT must be rejected. Spans count in the pasted text. */
  readonly faults: readonly Fault<SelectiveFault>[]
}

/** At most this many faults are listed. */
const MAX_FAULTS = 100

/**
 * Links Disclosures to the digests that they answer, from the issuer's payload down (RFC 9901 section 7.1, steps 3 to 5).
 * `digests` holds that of each Disclosure in base64url; only the Disclosures with an index in `shown` take part.
 */
export function linkDisclosures(
  payload: IssuerPayload,
  disclosures: readonly Disclosure[],
  digests: readonly string[],
  shown: ReadonlySet<number>,
): Linked {
  const faults: Fault<SelectiveFault>[] = []
  const report = (code: SelectiveFault, span: Span, values: Fault['values'] = {}) => {
    if (faults.length < MAX_FAULTS) faults.push(fault(code, span, values))
  }
  const byDigest = new Map<string, number>()
  const repeated: (readonly [index: number, first: number])[] = []
  for (const [index, disclosure] of disclosures.entries()) {
    if (!shown.has(index)) continue
    for (const { code, span, values } of disclosure.faults) report(code as DisclosureFault, span, values)
    const digest = digests[index]!
    const first = byDigest.get(digest)
    if (first === undefined) byDigest.set(digest, index)
    else {
      report('disclosure-repeated', disclosure.segment.span, { digest })
      repeated.push([index, first])
    }
  }

  const places: (Place | null)[] = disclosures.map(() => null)
  const unanswered: Place[] = []
  const seen = new Set<string>()
  const names = new Names(payload, disclosures)
  const sources: Place['source'][] = ['payload']
  for (let next = sources.pop(); next !== undefined; next = sources.pop()) {
    const source = next
    const { document, root, at } = sourceOf(payload, disclosures, source)
    const embedded = embeddedDigests(document, root, source === 'payload')
    for (const { code, node } of embedded.misplaced) {
      if (code !== 'sd-alg-nested') report(code, at(node))
    }
    for (const found of embedded.digests) {
      const place: Place = { ...found, source }
      if (seen.has(found.digest)) {
        report('digest-repeated', at(found.node), { digest: found.digest })
        continue
      }
      seen.add(found.digest)
      const index = byDigest.get(found.digest)
      if (index === undefined) {
        unanswered.push(place)
        continue
      }
      places[index] = place
      const disclosure = disclosures[index]!
      if (disclosure.elements === null) continue
      const wrong = names.refusal(disclosure, place)
      if (wrong !== null) report(wrong.code, wrong.span, wrong.values)
      sources.push(index)
    }
  }

  for (const [digest, index] of byDigest) {
    const { elements, segment } = disclosures[index]!
    // One that cannot be read is reported as that.
    if (places[index] === null && elements !== null)
      report('disclosure-unreferenced', segment.span, { digest })
  }
  for (const [index, first] of repeated) places[index] = places[first]!
  return { places, unanswered, faults }
}

interface Source {
  readonly document: JsonDocument
  readonly root: NodeId
  at(node: NodeId): Span
}

/** The JSON that digests may stand in. */
export function sourceOf(
  payload: IssuerPayload,
  disclosures: readonly Disclosure[],
  source: Place['source'],
): Source {
  if (source === 'payload') return { document: payload.document, root: 0, at: payload.at }
  const disclosure = disclosures[source]!
  const { content, elements } = disclosure
  if (content.kind !== 'json' || elements === null) throw new Error('no source of digests')
  return {
    document: content.document,
    root: elements.value,
    at(node) {
      const map = mapOf(disclosure)
      const { from, to } = content.document
      return map.charactersOf(map.octetsOf({ from: from[node]!, to: to[node]! }))
    },
  }
}

/** The claim names of each object that takes Disclosures in, so that none comes twice. */
class Names {
  private readonly payload: IssuerPayload
  private readonly disclosures: readonly Disclosure[]
  private readonly ofObject = new Map<string, Set<string>>()

  constructor(payload: IssuerPayload, disclosures: readonly Disclosure[]) {
    this.payload = payload
    this.disclosures = disclosures
  }

  /** Why the Disclosure cannot take that place, or null; then its name is taken. */
  refusal(disclosure: Disclosure, place: Place): Fault<SelectiveFault> | null {
    const { elements, content, segment } = disclosure
    if (elements === null || content.kind !== 'json') return null
    const { span } = segment
    if (place.in === 'array') {
      return elements.name === null ? null : fault('disclosure-elements', span, { count: 3, wanted: 2 })
    }
    if (elements.name === null) return fault('disclosure-elements', span, { count: 2, wanted: 3 })
    const name = stringValue(content.document, elements.name)
    if (name === '_sd' || name === '...') return fault('disclosure-reserved', span, { name })
    const taken = this.at(place)
    if (taken.has(name)) return fault('disclosure-exists', span, { name })
    taken.add(name)
    return null
  }

  private at({ source, place }: Place): Set<string> {
    const id = `${source} ${place}`
    const known = this.ofObject.get(id)
    if (known !== undefined) return known
    const { document } = sourceOf(this.payload, this.disclosures, source)
    const names = new Set<string>()
    for (const { key } of members(document, place)) names.add(stringValue(document, key))
    this.ofObject.set(id, names)
    return names
  }
}
