import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCompact } from '../../../src/core/decode/compact.ts'
import { segmentMap } from '../../../src/core/decode/segments.ts'
import { groupAt } from '../../../src/core/decode/sourceMap.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))

function tokenOf(payload: string) {
  const text = `${encode('{"alg":"none"}')}.${encode(payload)}.`
  const token = decodeCompact(text, { from: 0, to: text.length })
  return { text, token, map: segmentMap(token, 'payload')!, payload: token.segments[1]! }
}

describe('the source map', () => {
  it('knows the bits: octet 1 stands in characters 1 and 2', () => {
    const { map, payload } = tokenOf('abc')
    const at = payload.span.from
    expect(map.charactersOf({ from: 1, to: 2 })).toEqual({ from: at + 1, to: at + 3 })
    expect(map.octetsAt(at)).toEqual({ from: 0, to: 1 })
    expect(map.octetsAt(at + 1)).toEqual({ from: 0, to: 2 })
    expect(map.octetsAt(at + 2)).toEqual({ from: 1, to: 3 })
    expect(map.octetsAt(at + 3)).toEqual({ from: 2, to: 3 })
    expect(map.octetsAt(at + 4)).toBeNull()
  })

  const payloads = fc.string({
    unit: fc.constantFrom('a', 'é', '€', '😀', '"', '{'),
    minLength: 1,
    maxLength: 40,
  })

  it('holds both ways: characters of octets hold just the characters that have bits of them', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(), (text, a, b) => {
        const { map, payload } = tokenOf(text)
        const from = a % payload.octets.length
        const to = from + 1 + (b % (payload.octets.length - from))
        const characters = map.charactersOf({ from, to })
        for (let offset = payload.span.from; offset < payload.span.to; offset++) {
          const octets = map.octetsAt(offset)!
          const touches = octets.from < to && octets.to > from
          expect(offset >= characters.from && offset < characters.to).toBe(touches)
        }
      }),
    )
  })

  it('goes from text to characters and back to the same text', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (text, a) => {
        const { map } = tokenOf(text)
        const characters = [...text]
        const index = a % characters.length
        const from = characters.slice(0, index).join('').length
        const span = { from, to: from + characters[index]!.length }
        const octets = map.octetsOf(span)
        expect(octets.to - octets.from).toBe(new TextEncoder().encode(characters[index]).length)
        expect(map.textOf(octets)).toEqual(span)
      }),
    )
  })

  it('spells the token out: the groups of all characters decode to the payload', () => {
    fc.assert(
      fc.property(payloads, (text) => {
        const { text: whole, payload } = tokenOf(text)
        let bits = ''
        for (let offset = payload.span.from; offset < payload.span.to; offset += 4) {
          const group = groupAt(whole, payload, offset)!
          expect(group.characters[0]).toBe(offset)
          expect(group.octets.from).toBe(((offset - payload.span.from) / 4) * 3)
          bits += group.sextets.map((sextet) => sextet.toString(2).padStart(6, '0')).join('')
        }
        const octets = Array.from({ length: payload.octets.length }, (_, i) =>
          Number.parseInt(bits.slice(8 * i, 8 * i + 8), 2),
        )
        expect(octets).toEqual([...payload.octets])
      }),
    )
  })

  it('skips characters that carry nothing', () => {
    const text = 'eyJhbGciOiJub25lIn0.YW\n\nJj.'
    const token = decodeCompact(text, { from: 0, to: text.length })
    const map = segmentMap(token, 'payload')!
    expect(map.octetsAt(text.indexOf('\n'))).toBeNull()
    expect(map.octetsAt(text.indexOf('Jj'))).toEqual({ from: 1, to: 3 })
    expect(map.charactersOf({ from: 1, to: 2 })).toEqual({
      from: text.indexOf('W'),
      to: text.indexOf('J', 20) + 1,
    })
  })
})
