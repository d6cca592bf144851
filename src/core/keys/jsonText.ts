import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import type { JsonFault } from '../json/fault.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { isSpace } from './base64.ts'
import type { KeyFormat, KeysReading } from './material.ts'

/** What keys in JSON are known by, whatever stands around them and however often it was put in a string. */
const marker = /(\\{0,7}(?:"|u0022))(?:kty|keys|x5c)\1/

/** Opening brackets that are tried as the beginning though no JSON begins there. */
const MOST_STARTS = 6

/** Documents without a key that are passed over. */
const MOST_OTHERS = 1000

export interface JsonText {
  readonly document: JsonDocument
  /** The keys' object, set or array in it. */
  readonly root: NodeId
  /** A span of the document in the pasted text. */
  spanOf(at: Span): Span
}

/** Whether a member that only keys have stands within a bracket. */
export function hasJson(text: string): boolean {
  const marked = text.search(marker)
  const bracket = marked < 0 ? -1 : nextBracket(text, 0)
  return bracket >= 0 && bracket < marked
}

/** Whether the text can be meant for nothing but JSON. */
export function looksLikeJson(text: string): boolean {
  return /^[\s\uFEFF]*\{/.test(text)
}

/** One way that keys stand in JSON. */
export interface JsonForm {
  readonly format: KeyFormat
  fits(json: JsonText): boolean
  read(json: JsonText): Promise<KeysReading>
}

/**
 * Finds the JSON of keys in a pasted text, undoing the escapes of a string that it stands in: every object, set and array
 * of keys, in one document or in several after each other, and where the last of these breaks off. Never empty; spans count
 * in the pasted text. Linear in the text's length.
 */
export function jsonTexts(pasted: string): readonly Result<JsonText, Fault<JsonFault>>[] {
  const { text: whole, origins } = unescaped(pasted)
  const place = (at: number) => (origins === null ? at : at < whole.length ? origins[at]! : pasted.length)
  const spanOf = ({ from, to }: Span) => ({
    from: place(from),
    to: to > from ? place(to - 1) + 1 : place(from),
  })
  const told = ({ code, span, values }: Fault<JsonFault>) => fail(code, spanOf(span), values)
  const markers = new RegExp(marker, 'g')
  let marked = markers.exec(whole)?.index ?? 0
  let from = nextBracket(whole, 0)
  let text = withoutBreaksAfter(whole, from)
  let failure: Fault<JsonFault> | null = null
  let tries = 0
  let others = 0
  const found: Result<JsonText, Fault<JsonFault>>[] = []
  while (from >= 0 && from <= marked && tries < MOST_STARTS && others < MOST_OTHERS) {
    const { document, fault } = scanJson(text, from)
    if (fault === null) {
      const to = document.to[0]!
      const roots = rootsOf(document)
      if (roots.length === 0) others++
      for (const root of roots) found.push(ok({ document, root, spanOf }))
      from = nextBracket(whole, to)
      if (marked < to) {
        markers.lastIndex = to
        marked = markers.exec(whole)?.index ?? -1
      }
    } else {
      if (found.length > 0 && marked < fault.span.from) return [...found, told(fault)]
      // That of the outermost bracket is worth saying.
      failure ??= fault
      tries++
      from = nextBracket(whole, from + 1)
      // Where JSON begins elsewhere, other line breaks stand outside of its strings.
      text = withoutBreaksAfter(whole, from)
    }
  }
  if (found.length > 0) return found
  const { document, fault } = scanJson(text, 0)
  failure ??= fault
  return [failure === null ? ok({ document, root: 0, spanOf }) : told(failure)]
}

function nextBracket(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/)
  return offset < 0 ? -1 : from + offset
}

/** The objects with a key, and the arrays or objects of keys: the outermost there are. */
function rootsOf(document: JsonDocument): readonly NodeId[] {
  const roots: NodeId[] = []
  for (let row = 0; row < document.count; row++) {
    if (document.kind[row] !== Kind.object || !holdsKeys(document, row)) continue
    const parent = document.parent[row]!
    const listed =
      parent > (roots.at(-1) ?? -1) &&
      document.kind[parent] === Kind.array &&
      memberValue(document, row, 'keys') === null
    const root = listed ? parent : row
    roots.push(root)
    row = document.end[root]! - 1
  }
  return roots
}

function holdsKeys(document: JsonDocument, object: NodeId): boolean {
  if (memberValue(document, object, 'kty') !== null || memberValue(document, object, 'x5c') !== null)
    return true
  const keys = memberValue(document, object, 'keys')
  return keys !== null && document.kind[keys] === Kind.array
}

/**
 * Undoes one level of escapes after another, at most three, where the names of members stand in escaped quotes, and keeps
 * where each character came from.
 */
function unescaped(pasted: string): { text: string; origins: Int32Array | null } {
  let text = pasted
  let origins: Int32Array | null = null
  for (let level = 0; level < 3 && (marker.exec(text)?.[1] ?? '').length > 1; level++) {
    const characters: string[] = []
    const from = new Int32Array(text.length)
    let count = 0
    for (let i = 0; i < text.length; i++, count++) {
      from[count] = origins === null ? i : origins[i]!
      const next = text[i + 1] ?? ''
      if (text[i] !== '\\' || next === '') characters.push(text[i]!)
      else {
        const unit = next === 'u' ? Number.parseInt(text.slice(i + 2, i + 6), 16) : 0
        characters.push(unit ? String.fromCharCode(unit) : (escapes[next] ?? next))
        i += unit ? 5 : 1
      }
    }
    text = characters.join('')
    origins = from.slice(0, count)
  }
  // A byte order mark becomes a space, so that offsets stay what they are.
  return { text: text.replace(/^\uFEFF/, ' '), origins }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The place of a node in the pasted text. */
export function spanOfNode({ document, spanOf }: JsonText, node: NodeId): Span {
  return spanOf({ from: document.from[node]!, to: document.to[node]! })
}

/** Puts spaces in the place of `\n` and its like, and of white space that JSON has not, outside of the strings of the JSON that begins at `start`. */
function withoutBreaksAfter(text: string, start: number): string {
  if (!/\\[nrt]|[\x7f-\uffff]/.test(text)) return text
  let inString = false
  const pieces: string[] = []
  let from = 0
  for (let i = start; i < text.length; i++) {
    const character = text[i]
    if (character === '"') inString = !inString
    else if (character === '\\') {
      if (!inString && /[nrt]/.test(text[i + 1] ?? '')) {
        pieces.push(text.slice(from, i), '  ')
        from = i + 2
      }
      i++
    } else if (!inString && character! > '~' && isSpace(text.charCodeAt(i))) {
      pieces.push(text.slice(from, i), ' ')
      from = i + 1
    }
  }
  return pieces.join('') + text.slice(from)
}
