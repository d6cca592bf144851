import { isObject } from '../../decode/content.ts'
import type { Content } from '../../decode/token.ts'
import { readBase64url } from '../../text/base64url.ts'
import type { Span } from '../../text/span.ts'
import { decodeUtf8 } from '../../text/utf8.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Evidence, Parts } from '../evidence.ts'
import type { Hypothesis, Suggestion } from '../hypothesis.ts'
import { repaired, tokenText } from './repaired.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A JSON object in base64url, perhaps with one character too many among its first two, or two too few. */
const BEGINNING = /^(?:.?(?:e[w-z\d_-]|[w-z\d_-]|J)|e.[w-z\d_-])/

/** A longer part is not searched: each candidate is decoded. */
const LONGEST = 6_000

/**
 * How far before the first sign of damage it may lie, in characters: what comes after soon makes no sense. And how far
 * behind it, where the sign is a whole word, as `trwe` is.
 */
const REACH = 12

/** Candidates that make sense are few; more of them are not checked. */
const MOST = 150

/** Candidates after which others get a turn. */
const TURN = 60

/**
 * One character of header or payload was lost, altered or doubled. From there on the JSON makes no sense: so the place is
 * known to a few characters, and of what could stand there only what gives sound JSON is checked.
 */
export const character: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const part =
      damaged('header', jws.protected, jws.spans.protected, evidence.headerContent) ??
      damaged('payload', jws.payload, jws.spans.payload, evidence.payloadContent)
    if (part === null) return
    yield* search(evidence, part)
    const { name, span, first, begun } = part
    if (!begun || evidence.verification?.state === 'verified') return
    const at = Math.min(first, part.text.length - 1)
    const values = { part: name, at: at + 1, how: 'unknown' }
    yield { hint: diagnosis('token-character', values, { at: shifted(span, at) }) }
  },
}

/** The part, if it is an object in base64url that is no longer whole; null for one that is, or is something else. */
function damaged(name: string, text: string, span: Span, content: Content | null): Part | null {
  if (content === null || text.length > LONGEST || !BEGINNING.test(text)) return null
  const { octets, faults } = readBase64url(text, { from: 0, to: text.length })
  if (isObject(content) && faults.length === 0) return null
  const slips = faults.some(({ code }) => /character|length|spare/.test(code))
  const begun = slips || (octets[0] === 0x7b && !isObject(content))
  return { name, text, span, ...signs(text, content), begun }
}

interface Part {
  readonly name: string
  readonly text: string
  readonly span: Span
  /** The first character that tells of damage. */
  readonly first: number
  /** The last character of that sign. */
  readonly last: number
  /** Whether it begins as an object does. */
  readonly begun: boolean
}

function* search(evidence: Evidence, { name, text, span, first, last }: Part): Generator<Suggestion> {
  const token = tokenText(evidence)
  const before = token.slice(0, span.from - evidence.span.from)
  const behind = token.slice(span.to - evidence.span.from)
  const seen = new Set<string>()
  const sound: (Candidate & { readonly odd: number })[] = []
  let looked = 0
  for (const one of candidates(text, first, last)) {
    if (++looked % TURN === 0) yield null
    if (seen.has(one.candidate)) continue
    seen.add(one.candidate)
    const odd = oddness(one.candidate)
    if (odd !== null) sound.push({ ...one, odd })
  }
  // What people write is likelier than what chance makes.
  sound.sort((a, b) => a.odd - b.odd)
  for (const { candidate, at, how, letter } of sound.slice(0, MOST)) {
    const values = { part: name, at: at + 1, how, character: letter }
    const told = { id: 'token-character' as const, values, at: shifted(span, at) }
    yield* repaired(evidence, before + candidate + behind, told)
  }
}

interface Candidate {
  readonly candidate: string
  readonly at: number
  readonly how: 'missing' | 'extra' | 'replaced'
  readonly letter: string
}

function* candidates(text: string, first: number, last: number): Generator<Candidate> {
  // Every JSON object begins so, and a selection by hand often misses the first character.
  for (const begin of ['e', 'ey']) yield { candidate: begin + text, at: 0, how: 'missing', letter: begin }
  const from = Math.max(0, first - REACH)
  const to = Math.min(text.length, first + REACH, last + 2)
  for (let at = to; at >= from; at--) {
    if (at < text.length)
      yield { candidate: text.slice(0, at) + text.slice(at + 1), at, how: 'extra', letter: text[at]! }
    for (const letter of ALPHABET)
      yield { candidate: text.slice(0, at) + letter + text.slice(at), at, how: 'missing', letter }
  }
  for (let at = to - 1; at >= from; at--) {
    for (const letter of ALPHABET)
      yield { candidate: text.slice(0, at) + letter + text.slice(at + 1), at, how: 'replaced', letter }
  }
}

/** The characters at which a reader first sees that something is wrong. */
function signs(text: string, content: Content): { readonly first: number; readonly last: number } {
  const illegal = text.search(/[^\w-]/)
  const end = illegal < 0 ? text.length : illegal
  const [from, to] = senseless(content)
  const first = Math.min(from, end)
  return { first, last: Math.max(first, Math.min(to, end)) }
}

/** The characters that hold the octets in which the content first makes no sense. */
function senseless(content: Content): readonly [from: number, to: number] {
  const character = (octet: number) => Math.floor((octet * 8) / 6)
  if (content.kind === 'octets') return [character(content.invalidAt), character(content.invalidAt)]
  if (content.kind === 'text') return [0, 0]
  if (content.kind !== 'json' || content.fault === null)
    return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const { from, to } = content.fault.span
  const octets = (end: number) => new TextEncoder().encode(content.text.slice(0, end)).length
  return [character(octets(from)), character(octets(to))]
}

/** How many unlikely characters the JSON object has that the text encodes; null where it encodes none. */
function oddness(text: string): number | null {
  const { octets, faults } = readBase64url(text, { from: 0, to: text.length })
  if (faults.length > 0 || octets[0] !== 0x7b || octets.at(-1) !== 0x7d) return null
  const decoded = decodeUtf8(octets)
  if (!decoded.ok) return null
  try {
    JSON.parse(decoded.value)
    return decoded.value.match(/[^\w\s"{}[\]:,./@-]/g)?.length ?? 0
  } catch {
    return null
  }
}

function shifted(span: Parts['spans']['payload'], at: number): Span {
  const from = Math.min(span.to, span.from + at)
  return { from, to: Math.min(span.to, from + 1) }
}
