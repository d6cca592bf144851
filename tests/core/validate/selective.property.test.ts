import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode as decodeToken } from '../../../src/core/decode/index.ts'
import { presentation } from '../../../src/core/decode/sdJwt.ts'
import type { SdJwt } from '../../../src/core/decode/token.ts'
import { allShown, digestDisclosures, see } from '../../../src/core/validate/sdJwt.ts'
import { type Claims, digest, encode, Hidden, issue, plain, unsigned } from './issuer.ts'

function decode(text: string) {
  return decodeToken(text, { from: 0, to: text.length })
}

function sound(text: string): SdJwt {
  const token = decode(text)
  if (token.kind !== 'sd-jwt') throw new Error(token.kind)
  return token
}

const scalar = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

const { tree } = fc.letrec<{ tree: Claims; value: Claims; any: Claims }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('value')),
  any: fc.oneof(
    { arbitrary: tie('tree'), weight: 1 },
    { arbitrary: tie('tree').map((value) => new Hidden(value)), weight: 1 },
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('any'), { maxKeys: 4 }),
  ),
}))

/** Claims sets without the names that SD-JWT keeps for itself. */
const claims = fc
  .dictionary(
    fc.string({ maxLength: 6 }),
    fc.oneof(
      tree,
      tree.map((value) => new Hidden(value)),
    ),
    { maxKeys: 5 },
  )
  .filter((set) => !/"(_sd|_sd_alg|\.\.\.|__proto__)":/.test(JSON.stringify(set)))

const alg = fc.constantFrom(null, 'sha-256', 'sha-384', 'sha-512')

/** What JSON makes of it: -0 is 0. */
const normal = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('issued claims', () => {
  it('come back whole', () =>
    fc.assert(
      fc.asyncProperty(claims, alg, fc.nat(2), async (set, hash, decoys) => {
        const issued = issue(set, hash, decoys)
        const sdJwt = sound(unsigned(issued))
        expect(sdJwt.disclosures).toHaveLength(issued.disclosures.length)
        const { faults, processed } = see(await digestDisclosures(sdJwt), allShown(sdJwt))
        expect(faults).toEqual([])
        expect(JSON.parse(processed!)).toEqual(normal(plain(set)))
      }),
      { numRuns: 300 },
    ))

  it('come back as those of the subset, however it is chosen', () =>
    fc.assert(
      fc.asyncProperty(claims, alg, fc.infiniteStream(fc.boolean()), async (set, hash, choices) => {
        const issued = issue(set, hash)
        const text = unsigned(issued)
        const sdJwt = sound(text)
        const digested = await digestDisclosures(sdJwt)
        const { places } = see(digested, allShown(sdJwt))
        // Whatever holds a chosen disclosure must be sent too; what holds others comes after them here.
        const shown = new Set<number>()
        for (let i = places.length - 1; i >= 0; i--) {
          const { source } = places[i]!
          if ((source === 'payload' || shown.has(source)) && choices.next().value) shown.add(i)
        }
        const ticked = see(digested, shown)
        expect(ticked.faults).toEqual([])
        // The same as when only these are sent.
        const sent = presentation(text, sdJwt, shown)
        const alone = sound(sent)
        expect(alone.disclosures).toHaveLength(shown.size)
        const received = see(await digestDisclosures(alone), allShown(alone))
        expect(received.faults).toEqual([])
        expect(received.processed).toBe(ticked.processed)
        // And the same as a reader that knows nothing of spans makes of it.
        expect(JSON.parse(ticked.processed!)).toEqual(byTheBook(sent, hash ?? 'sha-256'))
      }),
      { numRuns: 300 },
    ))
})

describe('whatever is put in', () => {
  const base = unsigned(
    issue({ a: new Hidden({ b: new Hidden([new Hidden('x'), 1]) }), l: [new Hidden('é'), 'z'] }, null, 1),
  )
  const edit = fc.tuple(fc.nat(base.length), fc.nat(6), fc.string({ maxLength: 4, unit: 'binary' }))

  it('decodes and processes without throwing', () =>
    fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = base
        for (const [at, cut, put] of edits) text = text.slice(0, at) + put + text.slice(at + cut)
        const token = decode(text)
        if (token.kind !== 'sd-jwt') return
        const digested = await digestDisclosures(token)
        const { faults } = see(digested, allShown(token))
        see(digested, new Set([0, 2]))
        for (const { span } of [...token.faults, ...faults]) {
          expect(span.from).toBeLessThanOrEqual(span.to)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1000 },
    ))

  it.each([
    ['deep disclosures', deep(3000)],
    [
      'a deep payload',
      `${encode('{"alg":"ES256"}')}.${encode(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)}.AA~`,
    ],
    [
      'ten thousand disclosures',
      unsigned(issue({ l: Array.from({ length: 10_000 }, (_, i) => new Hidden(i)) })),
    ],
  ])('takes %s in its stride', async (_, text) => {
    const start = performance.now()
    const token = sound(text)
    const digested = await digestDisclosures(token)
    const { faults } = see(digested, allShown(token))
    expect(faults).toEqual([])
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

/** Each disclosure holds the next one. */
function deep(levels: number): string {
  const disclosures: string[] = []
  let value: object = {}
  for (let i = 0; i < levels; i++) {
    const encoded = encode(JSON.stringify([`salt ${i}`, 'a', value]))
    disclosures.push(encoded)
    value = { _sd: [digest(encoded)] }
  }
  return unsigned({ payload: { _sd: [digest(disclosures.at(-1)!)] }, disclosures })
}

/** RFC 9901 section 7.1, step 3, on plain objects. */
function byTheBook(text: string, alg: string): unknown {
  const [jwt, ...rest] = text.split('~')
  const found = new Map(
    rest
      .slice(0, -1)
      .map((encoded) => [digest(encoded, alg), JSON.parse(Buffer.from(encoded, 'base64url').toString())]),
  )
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.flatMap((item) => {
        const hash = (item as { '...'?: string } | null)?.['...']
        if (hash === undefined) return [walk(item)]
        return found.has(hash) ? [walk(found.get(hash)[1])] : []
      })
    }
    if (typeof value !== 'object' || value === null) return value
    const out: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value)) {
      if (name !== '_sd') out[name] = walk(member)
      else for (const hash of member) if (found.has(hash)) out[found.get(hash)[1]] = walk(found.get(hash)[2])
    }
    return out
  }
  const { _sd_alg, ...payload } = JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString())
  return walk(payload)
}
