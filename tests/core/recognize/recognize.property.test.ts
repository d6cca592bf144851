/** Whatever is pasted: no exception, no lost character, nothing found that is not there. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everySegment, segmentMap } from '../../../src/core/decode/segments.ts'
import { signingInput } from '../../../src/core/decode/signingInput.ts'
import type { Inspection } from '../../../src/core/inspect.ts'
import { inspect, select } from '../../../src/core/inspect.ts'

const folder = new URL('../../fixtures/pastes/', import.meta.url)
const samples = readdirSync(folder)
  .filter((name) => name !== 'har.json')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const token = readFileSync(new URL('bare.txt', folder), 'utf8').trim()
const long = readFileSync(new URL('wrapped.txt', folder), 'utf8').replaceAll('\n', '')

/** Every span within the text and in order; every token can be taken apart, and its parts lie in it. */
function holds(inspection: Inspection): void {
  const { text, found } = inspection
  let past = 0
  for (let i = 0; i < found.length; i++) {
    const { span, reading, cut, line, form } = found[i]!
    if (span.from < past || span.to <= span.from || span.to > text.length) throw new Error('spans')
    past = span.to
    if (line < 1 || form.length === 0) throw new Error('place')
    if (cut !== null && (cut.from < span.from || cut.to > span.to)) throw new Error('cut')
    if (reading !== null && reading.text.length !== reading.from.length) throw new Error('reading')
    if (i > 3) continue
    const one = i === 0 ? inspection : select(inspection, i)
    for (const segment of everySegment(one.token!)) {
      if (segment.span.from < span.from || segment.span.to > span.to) throw new Error('segment')
    }
    for (const fault of one.token!.faults) {
      if (fault.span.from < span.from || fault.span.to > span.to) throw new Error(`fault ${fault.code}`)
    }
    if (one.token!.kind === 'jws') signingInput(text, one.token!)
  }
}

const piece = fc.constantFrom(
  ...[
    'eyJhbGciOiJIUzI1NiJ9',
    'eyJ',
    'ew0K',
    '.',
    '..',
    '...',
    '…',
    '~',
    '=',
    '%2E',
    '%7E',
    '\\u002e',
    '+',
    '/',
    '-H "',
  ],
  ...[
    '\n',
    '\r\n',
    '\\\n',
    '    ',
    ' ',
    '"',
    "'",
    '{"payload":"',
    '","signature":"AA"}',
    '{',
    '}',
    ':',
    '&a=',
    '?token=',
  ],
  ...[
    'Bearer ',
    'Cookie: ',
    'curl ',
    'HTTP/1.1 200 OK\n',
    '://',
    '{"log":{',
    '"access_token":"',
    '\u0000',
    '😀',
    '\ud800',
  ],
  ...['\\_', '&#95;', '> ', '" + "', 'ZXlK', ' leUp', btoa(`user:${token}`), 'a.0=', ';a.1='],
  ...['AAAA', 'e30', 'x', token, 'a'.repeat(43)],
)
const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))

/** A sample with characters changed, taken out and put in. */
const mutated = fc
  .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), fc.nat(4), piece), { maxLength: 4 }))
  .map(([sample, changes]) =>
    changes.reduce((text, [place, length, insert]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + insert + text.slice(at + length)
    }, sample),
  )

describe('any text', { timeout: 60_000 }, () => {
  it('made of what matters', () => {
    fc.assert(
      fc.property(soup, (text) => holds(inspect(text))),
      { numRuns: 60_000 },
    )
  })
  it('at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => holds(inspect(text))),
      { numRuns: 20_000 },
    )
  })
  it('that a real sample became by mutation', () => {
    fc.assert(
      fc.property(mutated, (text) => holds(inspect(text))),
      { numRuns: 25_000 },
    )
  })
})

describe('a token', { timeout: 60_000 }, () => {
  const words = fc.constantFrom(
    'a',
    'of',
    'ey',
    'token',
    '10.0.0.1',
    'www.example.com',
    'e.g.',
    'new',
    '{}',
    'x=1',
  )
  const noise = fc.array(words, { maxLength: 12 }).map((all) => all.join(' '))

  it('is found in any words, with its line', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, noise), { minLength: 2, maxLength: 6 }), (lines) => {
        const text = lines.map(([before, after]) => `${before} ${token} ${after}`).join('\n')
        const { found } = inspect(text)
        expect(found.map(({ span, line }) => [text.slice(span.from, span.to), line])).toEqual(
          lines.map((_, i) => [token, i + 1]),
        )
      }),
      { numRuns: 3000 },
    )
  })

  it('alone and damaged is shown whole, at whatever place', () => {
    const stray = fc.constantFrom('!', '*', '€', '\u200b', '😀', '?', '@', '%', '$', ' ', '  ')
    fc.assert(
      fc.property(fc.nat(token.length), stray, (at, insert) => {
        const text = token.slice(0, at) + insert + token.slice(at)
        const trimmed = text.trim()
        const { found, token: shown } = inspect(text)
        expect(found.map(({ span }) => text.slice(span.from, span.to))).toEqual([trimmed])
        if (trimmed !== token) expect(shown!.faults).not.toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([token, long])(
    'wrapped at any width is read whole, and each octet leads to its characters',
    (whole) => {
      const indent = fc.constantFrom('', ' ', '    ', '\t')
      fc.assert(
        fc.property(
          fc.integer({ min: 16, max: 300 }),
          indent,
          fc.constantFrom('\n', '\r\n'),
          (width, by, end) => {
            const text = whole.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${end}${by}`)
            const { found, token: shown } = inspect(text)
            expect(found).toHaveLength(1)
            expect(shown).toMatchObject({ kind: 'jws', faults: [] })
            const parts = whole.split('.')
            expect(signingInput(text, shown as never)).toBe(`${parts[0]}.${parts[1]}`)
            const map = segmentMap(shown!, 'payload')!
            const { octets } = shown!.segments[1]!
            expect(Buffer.from(octets).toString('base64url')).toBe(parts[1])
            for (let octet = 0; octet < octets.length; octet += 7) {
              const characters = map.charactersOf({ from: octet, to: octet + 1 })
              const seen = text.slice(characters.from, characters.to).replace(/\s/g, '')
              const k = Math.floor((octet * 8) / 6)
              expect(seen).toBe(parts[1]!.slice(k, Math.ceil(((octet + 1) * 8) / 6)))
              expect(map.octetsAt(characters.from)).toMatchObject({ to: expect.any(Number) })
            }
          },
        ),
        { numRuns: 150 },
      )
    },
  )
})
