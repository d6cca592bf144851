import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FAULTS, readBase64url, writeBase64url } from '../../../src/core/text/base64url.ts'

function read(body: string, before = '') {
  const text = `${before}${body}.rest`
  return readBase64url(text, { from: before.length, to: before.length + body.length })
}

describe('sound base64url', () => {
  it.each([0, 1, 2, 3, 4, 31, 32, 33, 64, 255, 1024])('round trips %i octets', (length) => {
    const octets = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255)
    const text = writeBase64url(octets)
    expect(text).toBe(Buffer.from(octets).toString('base64url'))
    expect(read(text)).toEqual({ octets, carriers: null, faults: [] })
  })

  it('round trips any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const reading = read(writeBase64url(octets), 'x.')
        expect([...reading.octets]).toEqual([...octets])
        expect(reading.faults).toEqual([])
      }),
    )
  })
})

describe('what breaks it', () => {
  const row = (body: string) => {
    const { faults } = read(body, 'abc.')
    return faults.map(({ code, span, values }) => [code, span.from - 4, span.to - 4, values])
  }
  it('names an illegal character and its place', () => {
    expect(row('ab!d')).toEqual([
      ['base64url-character', 2, 3, { character: '!', codePoint: 'U+0021', count: 1 }],
    ])
  })
  it('names a character beyond the BMP whole', () => {
    expect(row('ab😀d')).toEqual([
      ['base64url-character', 2, 4, { character: '😀', codePoint: 'U+1F600', count: 1 }],
    ])
  })
  it.each([
    ['TQ==', 2, 4, 2],
    ['TWE=', 3, 4, 1],
    ['=TWE', 0, 1, 1],
  ])('finds padding in %s', (body, from, to, count) => {
    expect(row(body)).toEqual([
      ['base64url-padding', from, to, { character: '=', codePoint: 'U+003D', count }],
    ])
  })
  it('tells + and / with what should stand there', () => {
    expect(row('a+b/').map(([code, from]) => [code, from])).toEqual([
      ['base64url-alphabet', 1],
      ['base64url-alphabet', 3],
    ])
    expect([...read('-_-_').octets]).toEqual([...read('+/+/').octets])
  })
  it.each([
    [' ', 'U+0020'],
    ['\n', 'U+000A'],
    ['\r\n', 'U+000D'],
    ['\t\t', 'U+0009'],
  ])('finds inner white space %j', (space, codePoint) => {
    const { octets, faults, carriers } = read(`TW${space}Fu`)
    expect(faults).toEqual([
      {
        code: 'base64url-space',
        span: { from: 2, to: 2 + space.length },
        values: { character: space[0], codePoint, count: space.length },
      },
    ])
    expect(Buffer.from(octets).toString()).toBe('Man')
    expect([...carriers!]).toEqual([0, 1, 2 + space.length, 3 + space.length])
  })
  it.each([
    ['😀', 1],
    ['😀😀', 2],
    ['é😀!', 3],
    ['\ud83d', 1],
  ])('counts %s as characters', (strange, count) => {
    expect(row(`AA${strange}AA`)[0]?.[3]).toMatchObject({ count })
  })
  it.each(['A', 'ABCDE', 'ABCDEFGHI'])('refuses the length of %s', (body) => {
    expect(row(body)).toEqual([['base64url-length', 0, body.length, { length: body.length }]])
  })
  it.each([
    ['AB', 'A'],
    ['TQR', 'Q'],
    ['AAD', 'A'],
    ['_-_', '8'],
  ])('finds the spare bits of %s', (body, canonical) => {
    expect(row(body)).toEqual([
      ['base64url-spare-bits', body.length - 1, body.length, { character: body.at(-1), canonical }],
    ])
  })
  it('finds spare bits before padding and white space too', () => {
    expect(row('AB==\n').map(([code, from]) => [code, from])).toEqual([
      ['base64url-padding', 2],
      ['base64url-space', 4],
      ['base64url-spare-bits', 1],
    ])
  })
  it('reads up to an illegal character and no further', () => {
    expect(Buffer.from(read('TWFu?TWFu').octets).toString()).toBe('Man')
    expect(Buffer.from(read('TWFuTW?TWFu').octets).toString()).toBe('ManM')
  })
  it('tells of at most so many', () => {
    expect(read('!a'.repeat(1000)).faults).toHaveLength(MAX_FAULTS)
  })
})

describe('any text', () => {
  it('is sound exactly where re-encoding gives the same text', () => {
    const alphabet = fc.constantFrom(...'ABcd01-_+/= \n!é')
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (body) => {
        const { octets, faults, carriers } = read(body)
        expect(faults.length === 0).toBe(writeBase64url(octets) === body)
        if (faults.length === 0) expect(carriers).toBeNull()
        for (const { span } of faults)
          expect(span.from >= 0 && span.to <= body.length && span.from < span.to).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
  it('never throws, and its carriers are characters of the span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (body) => {
        const { carriers, octets } = read(body, '…')
        expect(octets.length).toBeLessThanOrEqual((body.length * 3) >> 2)
        for (const at of carriers ?? []) expect(at >= 1 && at <= body.length).toBe(true)
      }),
    )
  })
})
