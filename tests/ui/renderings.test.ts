import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCompact } from '../../src/core/decode/compact.ts'
import { segmentMap } from '../../src/core/decode/segments.ts'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import { withUnseenShown } from '../../src/core/text/unseen.ts'
import { chunkAt, cutChunks } from '../../src/ui/text/chunks.ts'
import { hexRendering } from '../../src/ui/text/hex.ts'
import { digitsRendering, plainRendering } from '../../src/ui/text/plain.ts'
import { prettyRendering } from '../../src/ui/text/pretty.ts'

function payload(text: string) {
  const token = `e30.${writeBase64url(new TextEncoder().encode(text))}.`
  const jws = decodeCompact(token, { from: 0, to: token.length })
  if (jws.kind !== 'jws' || jws.payloadContent.kind !== 'json') throw new Error('not a JWS with JSON')
  return { document: jws.payloadContent.document, map: segmentMap(jws, 'payload')! }
}

describe('pretty JSON', () => {
  const text = '{"sub":"é","list":[1.10,9223372036854775807],"o":{"a":null},"e":{}}'
  const { document, map } = payload(text)
  const pretty = prettyRendering(document, map)
  const octetsOf = (part: string) => {
    const from = text.indexOf(part)
    return map.octetsOf({ from, to: from + part.length })
  }

  it('shows numbers as they were written', () => {
    expect(pretty.text).toContain('1.10')
    expect(pretty.text).toContain('9223372036854775807')
  })
  it('takes a member as one thing: name and value', () => {
    for (const part of ['"sub"', '"é"']) {
      expect(pretty.octetsAt(pretty.text.indexOf(part))).toEqual(octetsOf('"sub":"é"'))
    }
    expect(pretty.octetsAt(pretty.text.indexOf('1.10'))).toEqual(octetsOf('1.10'))
    expect(pretty.octetsAt(pretty.text.indexOf('"o"'))).toEqual(octetsOf('"o":{"a":null}'))
  })
  it.each([
    ['indentation', '  "sub"', '"sub":"é"'],
    ['the colon', ': "é"', '"sub":"é"'],
    ['the comma', ',\n  "list"', '"sub":"é"'],
    ['the end of a line', '\n  "list"', '"sub":"é"'],
    ['deeper indentation', '   1.10', '1.10'],
    ['the comma of an item', ',\n    9223', '1.10'],
    ['the colon before an object', ': {', '"o":{"a":null}'],
  ])('takes %s for the thing on its line', (_, at, part) => {
    expect(pretty.octetsAt(pretty.text.indexOf(at))).toEqual(octetsOf(part))
  })
  it('stays inside a string of separators', () => {
    const { document, map } = payload('{"a":"x","b":" : , "}')
    const { text, octetsAt } = prettyRendering(document, map)
    const from = text.indexOf('" : , "')
    for (let at = from; at < from + 7; at++) expect(octetsAt(at)).toEqual({ from: 9, to: 20 })
  })
  it('finds in its text what is pointed at elsewhere', () => {
    const shown = pretty.shown(octetsOf('"sub":"é"'))!
    expect(pretty.text.slice(shown.from, shown.to)).toBe('"sub": "é"')
    const whole = pretty.shown(octetsOf('"o":{"a":null}'))!
    expect(pretty.text.slice(whole.from, whole.to).replace(/\s/g, '')).toBe('"o":{"a":null}')
  })
  it('colours names, strings, numbers and literals, whatever part is asked for', () => {
    const paints = [...pretty.paint(0, pretty.text.length)].map(({ from, to, tint }) => [
      pretty.text.slice(from, to),
      tint,
    ])
    expect(paints).toEqual([
      ['"sub"', 'key'],
      ['"é"', 'string'],
      ['"list"', 'key'],
      ['1.10', 'number'],
      ['9223372036854775807', 'number'],
      ['"o"', 'key'],
      ['"a"', 'key'],
      ['null', 'literal'],
      ['"e"', 'key'],
    ])
    const at = pretty.text.indexOf('9223') + 4
    expect([...pretty.paint(at, at + 2)]).toEqual([{ from: at, to: at + 2, tint: 'number' }])
  })
})

describe('octets eight a row', () => {
  const octets = Uint8Array.from({ length: 20 }, (_, i) => i + 0x30)
  const hex = hexRendering(octets)
  it('lays them out as a hex dump', () => {
    const rows = hex.text.split('\n')
    expect(rows[0]).toBe('00000000  30 31 32 33 34 35 36 37  01234567')
    expect(rows[2]).toBe(`00000010  40 41 42 43 ${' '.repeat(12)} @ABC${' '.repeat(4)}`)
  })
  it('goes from each octet to its digits and back', () => {
    for (let at = 0; at < octets.length; at++) {
      const shown = hex.shown({ from: at, to: at + 1 })!
      expect(hex.text.slice(shown.from, shown.to)).toBe((at + 0x30).toString(16))
      expect(hex.octetsAt(shown.from)).toEqual({ from: at, to: at + 1 })
      const row = 44 * Math.floor(at / 8)
      const character = String.fromCharCode(at + 0x30)
      expect(hex.octetsAt(hex.text.indexOf(character, row + 35))).toEqual({ from: at, to: at + 1 })
    }
  })
})

describe('text as it was', () => {
  it('shows what is unseen, of the same length, and copies the original', () => {
    const text = 'a\u202eb\u0000\u200b😀\u{e0041}\n'
    const { map } = payload('{}')
    const plain = plainRendering(text, map, { from: 1, to: 2 })
    expect(plain.text).toBe('a▯b␀▯😀▯▯\n')
    expect(plain.copied).toBe(text)
    expect([...plain.paint(0, 9)]).toEqual([{ from: 1, to: 2, tint: 'fault' }])
  })
  it.each(['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u034f', '\ufe0f', '\u{e0100}'])(
    'has a stand-in for blank %#',
    (blank) => {
      expect(withUnseenShown(`a${blank}b`)).toBe(`a${'▯'.repeat(blank.length)}b`)
    },
  )
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => withUnseenShown(text).length === text.length),
    )
  })
  it('links both halves of a surrogate pair to its four octets', () => {
    const { map } = payload('{"a":"😀"}')
    const plain = plainRendering('{"a":"😀"}', map, null)
    for (const at of [6, 7]) expect(plain.octetsAt(at)).toEqual({ from: 6, to: 10 })
    expect(plain.octetsAt(8)).toEqual({ from: 10, to: 11 })
  })
  it('maps digits to octets', () => {
    expect(digitsRendering('00ff', 2).octetsAt(3)).toEqual({ from: 1, to: 2 })
    expect(digitsRendering('AAAA', 4 / 3).shown({ from: 1, to: 2 })).toEqual({ from: 1, to: 3 })
  })
})

describe('chunks', () => {
  const texts = fc.array(
    fc.tuple(fc.constantFrom('a', '\n', 'line\n', '😀', 'x'.repeat(15_000)), fc.nat({ max: 200 })),
    { maxLength: 6 },
  )
  it('cover the text, break only at line ends or in long lines, and are found by offset', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.map(([unit, times]) => unit.repeat(Math.min(times, 30_000 / unit.length))).join('')
        const chunks = cutChunks(text)
        let rebuilt = ''
        chunks.forEach((chunk, i) => {
          const gap = text.slice(chunks[i - 1]?.to ?? 0, chunk.from)
          expect(gap === '' || gap === '\n').toBe(true)
          rebuilt += gap + text.slice(chunk.from, chunk.to)
          expect(chunk.to - chunk.from).toBeLessThanOrEqual(12_288)
          expect(text.charCodeAt(chunk.from) >> 10).not.toBe(0xdc00 >> 10)
          if (chunk.from < chunk.to) expect(chunkAt(chunks, chunk.to - 1)).toBe(i)
        })
        expect(rebuilt).toBe(text)
      }),
    )
  })
  it('cuts a line of 5 MB in linear time', () => {
    const start = performance.now()
    expect(cutChunks('x'.repeat(5_000_000)).length).toBe(Math.ceil(5_000_000 / 12_288))
    expect(performance.now() - start).toBeLessThan(500)
  })
})
