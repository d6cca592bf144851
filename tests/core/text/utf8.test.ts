import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, Utf8Index } from '../../../src/core/text/utf8.ts'

const encoder = new TextEncoder()

describe('decodeUtf8', () => {
  it.each([
    ['overlong slash', [0xc0, 0xaf], 0],
    ['overlong three octets', [0x41, 0xe0, 0x80, 0xaf], 1],
    ['surrogate', [0xed, 0xa0, 0x80], 0],
    ['past U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0],
    ['lead without end', [0x41, 0xe2, 0x82], 1],
    ['continuation alone', [0x41, 0x42, 0x80], 2],
    ['0xFF', [0xff], 0],
    ['second octet wrong', [0xc3, 0x28], 0],
    ['fourth octet wrong', [0xf0, 0x9f, 0x98, 0x41], 0],
    ['Latin-1 é before a quote', [0x22, 0xe9, 0x22], 1],
  ])('names the octet whose sequence is broken: %s', (_, octets, at) => {
    const decoded = decodeUtf8(Uint8Array.from(octets))
    expect(decoded).toMatchObject({
      ok: false,
      fault: { span: { from: at }, values: { at, octet: octets[at] } },
    })
  })
  it('keeps a byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toEqual({ ok: true, value: '\ufeffA' })
  })
  it('fails exactly where the platform does, at an octet whose prefix is sound', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (octets) => {
        const decoded = decodeUtf8(octets)
        const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)
        if (decoded.ok) expect(encoder.encode(decoded.value)).toEqual(Uint8Array.from(octets))
        else {
          expect(lenient).toContain('\ufffd')
          expect(decoded.fault.span.from).toBeLessThan(octets.length)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('Utf8Index', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', 'z', '\n'), maxLength: 60 })
  it('converts both ways as encoding prefixes does', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (part, times) => {
        const text = part.repeat(times)
        const octets = encoder.encode(text)
        const index = new Utf8Index(text, octets.length)
        let octet = 0
        let offset = 0
        for (const character of text) {
          const width = encoder.encode(character).length
          expect(index.octetAt(offset)).toBe(octet)
          for (let i = 0; i < width; i++) expect(index.offsetAt(octet + i)).toBe(offset)
          octet += width
          offset += character.length
        }
        expect(index.octetAt(text.length)).toBe(octets.length)
        expect(index.offsetAt(octets.length)).toBe(text.length)
      }),
    )
  })
})
