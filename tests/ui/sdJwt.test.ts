import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { CompactEncrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import { checkText } from '../../src/content/messages/proofs.ts'
import { selectiveText } from '../../src/content/messages/sdJwt.ts'
import { decode } from '../../src/core/decode/index.ts'
import { allShown, digestDisclosures, see } from '../../src/core/validate/sdJwt.ts'
import { useInputs } from '../../src/state/store.ts'
import { verify } from '../../src/state/verification.ts'
import { rowsOf, toggled } from '../../src/ui/sdjwt/rows.ts'
import { proofLines } from '../../src/ui/verdict/lines/proofs.ts'
import { Hidden, issue, unsigned } from '../core/validate/issuer.ts'

async function rows() {
  const claims = {
    a: new Hidden({ b: new Hidden([new Hidden(1), new Hidden({ c: new Hidden(2) })]) }),
    d: new Hidden(3),
  }
  const text = unsigned(issue(claims))
  const sdJwt = decode(text, { from: 0, to: text.length })
  if (sdJwt.kind !== 'sd-jwt') throw new Error(sdJwt.kind)
  const digested = await digestDisclosures(sdJwt)
  return { digested, all: allShown(sdJwt), list: rowsOf(digested, see(digested, allShown(sdJwt))) }
}

describe('ticking disclosures', () => {
  it('takes along what one cannot be sent without, and what cannot be sent without it', async () => {
    const { list, all } = await rows()
    const at = (name: string) => list.findIndex((row) => row.name === name)
    const without = toggled(all, list, at('b'))
    expect([...without].map((index) => list[index]!.name).sort()).toEqual(['a', 'd'])
    const again = toggled(new Set(), list, at('c'))
    expect(again.size).toBe(4)
    expect(again.has(at('a'))).toBe(true)
    expect(again.has(at('d'))).toBe(false)
  })

  it('never leads to what must be rejected', async () => {
    const { digested, list, all } = await rows()
    fc.assert(
      fc.property(fc.array(fc.nat(list.length - 1), { maxLength: 30 }), (clicks) => {
        let shown: ReadonlySet<number> = all
        for (const index of clicks) {
          const next = toggled(shown, list, index)
          expect(next.has(index)).toBe(!shown.has(index))
          shown = next
          expect(see(digested, shown).faults).toEqual([])
        }
      }),
    )
  })

  it('says where each digest stands', async () => {
    const { list } = await rows()
    const place = (name: string | null) => list.find((row) => row.name === name)!.place!
    expect(place('a')).toMatchObject({ source: 'payload', path: '' })
    expect(place('b').source).toBe(list.findIndex((row) => row.name === 'a'))
    expect(place('c').path).toBe('')
    expect(list.filter((row) => row.name === null).map((row) => row.place!.path)).toEqual(['/0', '/1'])
  })
})

describe('an SD-JWT within a JWE', () => {
  it('is processed like any other, once that is opened', async () => {
    const secret = new Uint8Array(32)
    const text = await new CompactEncrypt(new TextEncoder().encode(unsigned(issue({ a: new Hidden(1) }))))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(secret)
    const keyText = JSON.stringify({ kty: 'oct', k: 'A'.repeat(43) })
    const { levels, proofs } = await verify({ ...useInputs.getState(), text, keyText, keyFormat: 'detect' })
    expect(levels.map(({ token }) => token.kind)).toEqual(['jwe', 'sd-jwt'])
    expect(JSON.parse(proofs!.presented!.seen.processed!)).toEqual({ a: 1 })
  })
})

describe('the line of the key binding', () => {
  const row = JSON.parse(readFileSync('tests/fixtures/rfc9901/5_2.presentation_kb.json', 'utf8'))
  const { aud, nonce, iat } = row.keyBindingJwt.payload

  it.each([
    ['what is expected', {}, 'sound'],
    ['nothing expected', { audience: '', nonce: '' }, 'sound'],
    ['another verifier', { audience: 'https://other.example' }, 'bad'],
    ['another nonce', { nonce: 'other' }, 'bad'],
    ['a clock behind its iat', { now: iat - 100 }, 'bad'],
  ])('%s', async (_, differences, tone) => {
    const inputs = { ...useInputs.getState(), text: row.sdJwt, keyText: '', keyFormat: 'detect' as const }
    const answer = await verify(inputs)
    const circumstances = { audience: aud, nonce, now: iat + 1, skew: 0, ...differences }
    const lines = proofLines(answer.levels[0]!.token, answer, circumstances)
    expect(lines.find(({ name }) => name === 'Binding')).toMatchObject({ tone })
  })
})

describe('words', () => {
  const values = [
    {},
    { why: 'missing' },
    { why: 'missing', expected: 'x' },
    { why: 'no-string', value: '1' },
    { why: 'no-number', value: '"x"' },
    { why: 'ahead', seconds: 90 },
    { why: 'over', seconds: 90 },
    {
      found: 'a',
      expected: 'b',
      seconds: 5000,
      alg: 'ES256',
      by: 'kid',
      method: 'kid',
      value: 'k',
      thumbprint: 't',
      boundTo: 'u',
      typ: 'JWT',
    },
  ]

  it.each([
    ...['kb-key', 'kb-signature', 'kb-typ', 'kb-iat', 'kb-nonce', 'kb-aud', 'kb-sd-hash'],
    ...[
      'dpop-alg',
      'dpop-jwk',
      'dpop-signature',
      'dpop-jti',
      'dpop-htm',
      'dpop-htu',
      'dpop-nonce',
      'dpop-iat',
    ],
    ...['dpop-ath', 'dpop-jkt', 'at_hash', 'c_hash', 's_hash', 'nonce'],
  ] as const)('%s has some for every outcome', (name) => {
    for (const outcome of ['met', 'broken', 'undecided'] as const) {
      const { label, text } = checkText({ name, outcome, refused: false, values: values.at(-1)! })
      expect(label).not.toBe('')
      expect(text).toMatch(/^\S.*[.”)]$/s)
      expect(text).not.toMatch(/undefined|NaN|null/)
      for (const other of values)
        expect(checkText({ name, outcome, refused: false, values: other }).text).toBeTypeOf('string')
    }
  })

  it('are shown as text, whatever the token says', () => {
    const text = selectiveText({
      code: 'disclosure-exists',
      span: { from: 0, to: 0 },
      values: { name: `\u202e<b>${'x'.repeat(500)}` },
    })
    expect(text.length).toBeLessThan(250)
    expect(text).not.toContain('\u202e')
  })
})
