import { algorithmOf } from '../../content/algorithms.ts'
import { claimOf } from '../../content/claims.ts'
import { type HeaderForm, headerOf } from '../../content/headers.ts'
import { notRegisteredYet, strayParameter } from '../../content/messages/boxes.ts'
import type { SpecId } from '../../content/spec.ts'
import { isObject } from '../../core/decode/content.ts'
import { segmentContent, segmentMap } from '../../core/decode/segments.ts'
import type { Token, UnprotectedHeader } from '../../core/decode/token.ts'
import type { JsonDocument, NodeId } from '../../core/json/document.ts'
import { Kind } from '../../core/json/document.ts'
import { members, stringValue } from '../../core/json/read.ts'
import type { NumericDate } from '../../core/validate/time.ts'
import { readNumericDate } from '../../core/validate/time.ts'
import type { Point } from '../../state/pointer.ts'

/** A member of the header or of the claims set, with what is known of it. */
export interface Row {
  readonly id: NodeId
  readonly name: string
  /** The value as written. */
  readonly value: string
  /** What copying gives: a string's content, unless half a surrogate pair is in it; else the value as written. */
  readonly copied: () => string
  /** Where the member stands. */
  readonly at: Point
  readonly fullName: string | null
  readonly meaning: string | null
  /** How a recipient checks a claim, or what can go wrong with a header parameter. */
  readonly advice: string | null
  readonly spec: SpecId | null
  readonly date: NumericDate | null
  /** What the value stands for, where it is the name of a registered algorithm. */
  readonly says: string | null
}

export interface Rows {
  readonly rows: readonly Row[]
  /** Members that are not among the rows. */
  readonly more: number
}

/**
 * The first members of the payload, or of the protected or that unprotected header, at most `limit`; null where that is no
 * JSON object.
 */
export function memberRows(
  token: Token,
  name: 'protected' | 'payload',
  limit: number,
  unprotected?: UnprotectedHeader,
): Rows | null {
  const content = unprotected?.content ?? segmentContent(token, name)
  const map = segmentMap(token, name)
  if (!isObject(content) || (map === null && unprotected === undefined)) return null
  const { document } = content
  const rows: Row[] = []
  let count = 0
  for (const { key, value } of members(document, 0)) {
    if (count++ >= limit) continue
    const span = { from: document.from[key]!, to: document.to[value]! }
    rows.push({
      ...rowOf(document, key, value, name, token.kind === 'jwe' ? 'JWE' : 'JWS'),
      at:
        unprotected === undefined
          ? { in: 'segment', name, octets: map!.octetsOf(span) }
          : { in: 'characters', span: unprotected.span },
    })
  }
  return { rows, more: count - rows.length }
}

function rowOf(
  document: JsonDocument,
  key: NodeId,
  value: NodeId,
  part: 'protected' | 'payload',
  form: HeaderForm,
): Omit<Row, 'at'> {
  const name = stringValue(document, key)
  const claim = part === 'payload' ? claimOf(name) : undefined
  const parameter = part === 'protected' ? headerOf(name, form) : undefined
  const other = form === 'JWS' ? 'JWE' : 'JWS'
  const stray = part === 'protected' && parameter === undefined ? headerOf(name, other) : undefined
  const known = claim ?? parameter ?? stray
  const notes = [stray && strayParameter[other], known?.pending && notRegisteredYet]
  const text = document.text.slice(document.from[value], document.to[value])
  return {
    id: key,
    name,
    value: text,
    copied() {
      const content = document.kind[value] === Kind.string ? stringValue(document, value) : text
      return /\p{Surrogate}/u.test(content) ? text : content
    },
    fullName: known?.fullName ?? null,
    meaning: known === undefined ? null : [known.explanation, ...notes].filter(Boolean).join(' '),
    advice: claim?.check ?? parameter?.risk ?? null,
    spec: known?.spec ?? null,
    says:
      parameter !== undefined && (name === 'alg' || name === 'enc') ? algorithmText(document, value) : null,
    date: known?.valueType === 'numericDate' ? readNumericDate(document, value) : null,
  }
}

function algorithmText(document: JsonDocument, value: NodeId): string | null {
  const algorithm =
    document.kind[value] === Kind.string ? algorithmOf(stringValue(document, value)) : undefined
  if (algorithm === undefined) return null
  const key = algorithm.key === null ? '' : ` Key: ${algorithm.key}.`
  return `${algorithm.description}. ${algorithm.explanation}${key}`
}
