import type { JsonDocument } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { codeAt, stringEnd } from '../json/lexemes.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Span } from '../text/span.ts'
import { readString, stringRest, within } from './escaped.ts'
import { MOST, type TokenReading } from './found.ts'
import { memberBefore } from './place.ts'

/** A JWS or JWE in JSON serialization, with what names it. */
export interface Serialization {
  readonly span: Span
  readonly name: string | null
  /** Null where it is simply the characters of `span`. */
  readonly reading: TokenReading | null
}

/** A member that each JSON serialization has (RFC 7515 section 7.2, RFC 7516 section 7.2), as it is written. */
const NEEDED = /"(?:signatures?|ciphertext)\\*"/g
/** A member of one that is broken: its faults are to be shown, not a sound object inside of it. */
const BROKEN = /"(?:payload|protected|signatures|ciphertext|recipients)"\s*:/
const OBJECT = /\{\s*"/g
const ESCAPED = /\{(?:\s|\\{1,7}[nrt])*\\{1,7}"/g
/** How often JSON stands escaped in a string of JSON, at most. */
const DEEPEST = 3
const LONGEST = 20_000_000

/**
 * The JWS and JWE in JSON serialization in a text: JSON as a whole, on lines of its own, in the midst of something else, or
 * escaped inside a string. In the order of the text; linear in it.
 */
export function serializations(text: string): readonly Serialization[] {
  return text.length > LONGEST ? [] : search(text, 0)
}

function search(text: string, depth: number): Serialization[] {
  if (nextOf(NEEDED, text, 0) < 0) return []
  const plain = plainIn(text)
  if (plain === null) return []
  const escaped = depth === DEEPEST ? [] : escapedIn(text, depth, plain)
  return escaped.length === 0 ? plain : [...plain, ...escaped].sort((a, b) => a.span.from - b.span.from)
}

/** Null where the text is one that is broken. */
function plainIn(text: string): Serialization[] | null {
  const found: Serialization[] = []
  let looked = 0
  let needed = -1
  for (let at = nextOf(OBJECT, text, 0); at >= 0 && looked < MOST; ) {
    if (needed < at) needed = nextOf(NEEDED, text, at)
    if (needed < 0) break
    let end = objectEnd(text, at)
    if (end < 0 || needed < end) {
      looked++
      if (end < 0 || !collect(text, { from: at, to: end }, found)) {
        const isFirst = found.length === 0 && text.slice(0, at).trim() === ''
        if (isFirst && BROKEN.test(text.slice(at, Math.abs(end)))) return null
        end = lineEnd(text, Math.max(at + 1, end < 0 ? ~end : end))
      }
    }
    at = nextOf(OBJECT, text, end)
  }
  return found
}

/** Adds the tokens that the object is or holds; false where it is no JSON. */
function collect(text: string, { from, to }: Span, found: Serialization[]): boolean {
  const { document, fault } = scanJson(text.slice(from, to))
  if (fault !== null) return false
  let past = 0
  for (let node = 0; node < document.count && found.length < MOST; node++) {
    if (document.kind[node] !== Kind.object || document.from[node]! < past || !isToken(document, node))
      continue
    past = document.to[node]!
    const span = { from: from + document.from[node]!, to: from + past }
    found.push({ span, name: nameOf(document, node), reading: null })
  }
  return true
}

function escapedIn(text: string, depth: number, plain: readonly Serialization[]): Serialization[] {
  const found: Serialization[] = []
  let looked = 0
  let needed = -1
  let next = 0
  for (let at = nextOf(ESCAPED, text, 0); at >= 0 && looked < MOST && found.length < MOST; ) {
    while (next < plain.length && plain[next]!.span.to <= at) next++
    const around = plain[next]?.span
    let end = around !== undefined && around.from <= at ? around.to : 0
    if (end === 0) {
      if (needed < at) needed = nextOf(NEEDED, text, at)
      if (needed < 0) break
      end = Math.max(at + 1, stringRest(text, at))
      if (needed < end) {
        looked++
        const string = readString(text, { from: at, to: end })
        const name = memberBefore(text.slice(Math.max(0, at - 240), at)) ?? null
        for (const one of search(string.text, depth + 1)) {
          found.push({ ...within(string, one), name: one.name ?? (one.span.from === 0 ? name : null) })
        }
      }
    }
    at = nextOf(ESCAPED, text, end)
  }
  return found
}

/**
 * Past the bracket that closes the object at `from`; otherwise `~offset` of what cannot stand in JSON, or of the text's end.
 * Only strings, brackets and what is between values are looked at.
 */
function objectEnd(text: string, from: number): number {
  let depth = 0
  let isDue = true
  for (let at = from; at < text.length; at++) {
    const code = codeAt(text, at)
    if (code === 0x2c || code === 0x3a) isDue = true
    else if (code === 0x7d || code === 0x5d) {
      isDue = false
      if (--depth === 0) return at + 1
    } else if (code === 0x22 || code === 0x7b || code === 0x5b) {
      if (!isDue) return ~at
      if (code !== 0x22) depth++
      else {
        const end = stringEnd(text, at)
        if (end < 0) return end
        at = end - 1
        isDue = false
      }
    }
  }
  return ~text.length
}

function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from - 1)
  return end < 0 ? text.length : end
}

function isToken(document: JsonDocument, node: number): boolean {
  const has = (name: string, kind: number) => {
    const value = memberValue(document, node, name)
    return value !== null && document.kind[value] === kind
  }
  if (has('ciphertext', Kind.string)) {
    return ['protected', 'unprotected', 'header', 'recipients', 'iv'].some(
      (name) => memberValue(document, node, name) !== null,
    )
  }
  if (has('signatures', Kind.array)) return true
  return has('signature', Kind.string) && (has('protected', Kind.string) || has('header', Kind.object))
}

function nameOf({ kind, from, to, text }: JsonDocument, node: number): string | null {
  return node > 0 && kind[node - 1] === Kind.key ? text.slice(from[node - 1]! + 1, to[node - 1]! - 1) : null
}
