import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import type { JsonFault } from '../json/fault.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { KeyFormat, KeysReading } from './material.ts'

/** What keys in JSON are known by, whatever stands around them and however often it was put in a string. */
const marker = /(\\{0,7})"(?:kty|keys|x5c)\1"/

/** Opening brackets before the marker that are tried as the beginning. */
const MOST_STARTS = 6

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

/** Finds the JSON text of keys in a pasted text, undoing the escapes of a string that it stands in. */
export function jsonText(pasted: string): Result<JsonText, Fault<JsonFault>> {
  const { text, origins } = unescaped(pasted)
  const place = (at: number) => (origins === null ? at : at < text.length ? origins[at]! : pasted.length)
  const spanOf = ({ from, to }: Span) => ({
    from: place(from),
    to: to > from ? place(to - 1) + 1 : place(from),
  })
  const marked = Math.max(0, text.search(marker))
  let failure: Fault<JsonFault> | null = null
  let tries = 0
  for (
    let from = nextBracket(text, 0);
    from >= 0 && from <= marked && tries++ < MOST_STARTS;
    from = nextBracket(text, from + 1)
  ) {
    const { document, fault } = scanAt(text, from)
    if (fault === null) {
      const root = rootOf(document)
      if (root !== null || from === marked) return ok({ document, root: root ?? 0, spanOf })
    }
    // That of the outermost bracket is worth saying.
    failure ??= fault
  }
  if (failure === null) {
    const { document, fault } = scanAt(text, 0)
    if (fault === null) return ok({ document, root: 0, spanOf })
    failure = fault
  }
  return fail(failure.code, spanOf(failure.span), failure.values)
}

/** The JSON text that begins at `from`, whatever follows it. Offsets stay what they are. */
function scanAt(text: string, from: number) {
  const source = ' '.repeat(from) + withoutBreaks(text.slice(from))
  const scanned = scanJson(source)
  if (scanned.fault?.code !== 'json-trailing-content') return scanned
  return scanJson(source.slice(0, scanned.fault.span.from))
}

function nextBracket(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/)
  return offset < 0 ? -1 : from + offset
}

/** The object with a key, or the array or object of keys: the outermost there is. Null where there is none. */
function rootOf(document: JsonDocument): NodeId | null {
  for (let row = 0; row < document.count; row++) {
    if (document.kind[row] === Kind.object && holdsKeys(document, row)) {
      const parent = document.parent[row]!
      const listed =
        parent >= 0 && document.kind[parent] === Kind.array && memberValue(document, row, 'keys') === null
      return listed ? parent : row
    }
  }
  return null
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
  for (let level = 0; level < 3 && (marker.exec(text)?.[1] ?? '') !== ''; level++) {
    const characters: string[] = []
    const from = new Int32Array(text.length)
    let count = 0
    for (let i = 0; i < text.length; i++, count++) {
      from[count] = origins === null ? i : origins[i]!
      const next = text[i + 1] ?? ''
      if (text[i] !== '\\' || next === '') characters.push(text[i]!)
      else {
        characters.push(escapes[next] ?? next)
        i++
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

/** Puts spaces in the place of `\n` and its like outside of the strings of a JSON text. */
function withoutBreaks(text: string): string {
  if (!/\\[nrt]/.test(text)) return text
  let inString = false
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"') inString = !inString
    else if (character === '\\') {
      if (!inString && /[nrt]/.test(text[i + 1] ?? '')) {
        pieces.push(text.slice(from, i), '  ')
        from = i + 2
      }
      i++
    }
  }
  return pieces.join('') + text.slice(from)
}
