/**
 * A hundred thousand damaged tokens, made from real ones of every kind. None may throw, hang or lose a character. The
 * damage is random and the same in every run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { presentation } from '../../src/core/decode/sdJwt.ts'
import { everySegment, mapOf, segmentContent, segmentMap } from '../../src/core/decode/segments.ts'
import { signingInput, withRecipient, withSignature } from '../../src/core/decode/signingInput.ts'
import type { Token } from '../../src/core/decode/token.ts'
import { inspect } from '../../src/core/inspect.ts'
import { lint } from '../../src/core/lint/index.ts'
import { proofs } from '../../src/core/validate/proofs.ts'
import { allShown } from '../../src/core/validate/sdJwt.ts'
import { bareSubject } from './lint/subject.ts'

const INPUTS = 100_000

/** Milliseconds that 10 kB may take. */
const LIMIT = 100

/** A small generator with a fixed seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Every token in the fixtures, compact or as the JSON object that it is. */
function realTokens(): string[] {
  const tokens = new Set<string>()
  for (const file of readdirSync('tests/fixtures', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue
    const open: unknown[] = [JSON.parse(readFileSync(`tests/fixtures/${file}`, 'utf8'))]
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value === 'string') {
        if (/^[\w-]+\.[\w-]*\./.test(value)) tokens.add(value)
      } else if (typeof value === 'object' && value !== null) {
        if ('signatures' in value || 'ciphertext' in value || ('payload' in value && 'signature' in value)) {
          tokens.add(JSON.stringify(value))
        }
        open.push(...Object.values(value))
      }
    }
  }
  return [...tokens].sort()
}

const real = realTokens()

/** What breaks readers: separators, brackets, escapes, padding, white space, text that is more than one unit or octet. */
const PIECES = [
  ...'.~{}[]":,\\=+/ \n\t\0Aa_-0e',
  '\u00e9',
  '\u{1f600}',
  '\ud800',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\\u0000',
  '\\ud800',
  '...',
  '~~',
  'ey',
  '"_sd":',
  '{"...":"',
  'null',
  '1e999',
  '[[[[',
  '{"a":{"a":',
]

function damaged(next: () => number): string {
  const pick = (length: number) => Math.floor(next() * length)
  const from = (list: readonly string[]) => list[pick(list.length)]!
  let text = from(real)
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(text.length + 1)
    const to = Math.min(text.length, at + pick(next() < 0.8 ? 6 : 400))
    switch (pick(8)) {
      case 0:
        text = text.slice(0, at) + text.slice(to)
        break
      case 1:
        text = text.slice(0, at) + from(PIECES) + text.slice(at)
        break
      case 2:
        text = text.slice(0, at) + from(PIECES) + text.slice(to)
        break
      case 3:
        text = text.slice(0, to) + text.slice(at)
        break
      case 4:
        text = text.slice(0, at)
        break
      case 5: {
        const other = from(real)
        text = text.slice(0, at) + other.slice(pick(other.length))
        break
      }
      case 6:
        text = text.slice(0, at) + from(PIECES).repeat(1 + pick(60)) + text.slice(at)
        break
      default:
        text = recoded(text, next)
    }
  }
  return text
}

/** Damage beneath the base64url: the octets of one part are changed and written anew. */
function recoded(text: string, next: () => number): string {
  const parts = text.split(/([.~"])/)
  const index = Math.floor((next() * parts.length) / 2) * 2
  const octets = Buffer.from(parts[index] ?? '', 'base64url')
  if (octets.length === 0) return text
  const at = Math.floor(next() * octets.length)
  const piece = Buffer.from(PIECES[Math.floor(next() * PIECES.length)]!)
  const rest = octets.subarray(next() < 0.5 ? at : Math.min(octets.length, at + piece.length))
  return parts
    .with(index, Buffer.concat([octets.subarray(0, at), piece, rest]).toString('base64url'))
    .join('')
}

/** Asks a token all that the page asks of it. */
function askAll(text: string, token: Token): void {
  for (const { name } of token.segments) {
    const map = segmentMap(token, name)!
    const content = segmentContent(token, name)
    map.charactersOf(map.octetsOf({ from: 0, to: content.kind === 'json' ? content.text.length : 0 }))
    map.octetsAt(token.span.from)
  }
  if (token.kind === 'jws') {
    signingInput(text, token)
    withSignature(token, 1)
  }
  if (token.kind === 'jwe') withRecipient(token, 1)
  if (token.kind === 'sd-jwt') {
    presentation(text, token, allShown(token))
    for (const disclosure of token.disclosures) mapOf(disclosure).octetsAt(disclosure.segment.span.from)
  }
  lint(bareSubject(text, token))
}

/** Everything that was found lies within the text, and the parts of a compact token are all of it. */
function lost(text: string, token: Token): string | null {
  const { from, to } = token.span
  if (from < 0 || to > text.length || from > to) return 'the token is not in the text'
  for (const { span, faults } of everySegment(token)) {
    for (const at of [span, ...faults.map((fault) => fault.span)]) {
      if (at.from < 0 || at.to > text.length || at.from > at.to) return 'a part is not in the text'
    }
  }
  for (const { span } of token.faults) {
    if (span.from < 0 || span.to > text.length || span.from > span.to) return 'a fault is not in the text'
  }
  if (token.serialization !== 'compact' || token.kind === 'undecodable' || !token.header.b64) return null
  // What is no part is at least told of as a fault.
  const told = [...everySegment(token), ...token.faults]
    .map(({ span }) => span)
    .sort((a, b) => a.from - b.from)
  let end = from
  for (const span of told) {
    // One dot or tilde between two parts, escaped perhaps, and a last tilde where nothing follows; white space where it is wrapped.
    if (text.slice(end, span.from).replaceAll(/\s|\\{1,2}(?=[.~])/g, '').length > 1)
      return 'characters between two parts belong to none'
    end = Math.max(end, span.to)
  }
  return end === to || (token.kind === 'sd-jwt' && end >= to - 1)
    ? null
    : 'characters after the last part belong to none'
}

describe(`${INPUTS.toLocaleString('en')} damaged tokens`, () => {
  test('there are real ones of every kind to damage', () => {
    expect(real.length).toBeGreaterThan(300)
    const kinds = new Set(
      real.map((text) => inspect(text).token!).map((token) => `${token.kind} ${token.serialization}`),
    )
    for (const kind of ['jws', 'jwe']) {
      for (const how of ['compact', 'flattened', 'general']) expect(kinds).toContain(`${kind} ${how}`)
    }
    expect(kinds).toContain('sd-jwt compact')
    expect(kinds).toContain('sd-jwt flattened')
  })

  test('none throws, hangs or loses a character', { timeout: 180_000 }, () => {
    const next = random(9901)
    const kinds = new Map<string, number>()
    for (let i = 0; i < INPUTS; i++) {
      const text = damaged(next)
      const limit = LIMIT * Math.max(1, text.length / 10_000)
      const took = () => {
        const start = performance.now()
        const { token } = inspect(text)
        if (token !== null) askAll(text, token)
        return performance.now() - start
      }
      let wrong: string | null = null
      try {
        // A pause of the machine is no fault of ours: it does not come twice.
        if (took() > limit && took() > limit && took() > limit) wrong = 'takes too long'
        const inspection = inspect(text)
        if (inspection.text !== text) wrong = 'the text was changed'
        if (inspection.token !== null) wrong ??= lost(text, inspection.token)
        const kind = inspection.token?.kind ?? 'none'
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      } catch (error) {
        wrong = String((error as Error).stack)
      }
      if (wrong !== null) expect.fail(`input ${i}: ${wrong}\n${JSON.stringify(text)}`)
    }
    // Damage must not be so great that only one answer is ever given.
    for (const kind of ['jws', 'jwe', 'sd-jwt', 'undecodable'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(1000)
  })

  test('what is worked out besides the signature does not throw either', { timeout: 180_000 }, async () => {
    const next = random(9449)
    const own = real.filter((text) => /~|"disclosures"|ZHBvcCtqd3Q/.test(text))
    expect(own.length).toBeGreaterThan(5)
    for (let i = 0; i < 3000; i++) {
      let text = own[Math.floor(next() * own.length)]!
      for (let times = Math.floor(next() * 3); times >= 0; times--) text = recoded(text, next)
      const { token } = inspect(text)
      if (token?.kind !== 'sd-jwt' && token?.kind !== 'jws') continue
      await proofs(text, token, { text, others: [] }, null).catch((error: Error) => {
        expect.fail(`input ${i}: ${error.stack}\n${JSON.stringify(text)}`)
      })
    }
  })
})
