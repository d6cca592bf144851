// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf, type Statement, sentenceOf } from '../../../src/content/messages/explain.ts'
import { base64url, secret } from '../../site/inspector.ts'
import { answered, hs, NOW } from './told.ts'

/** What each statement speaks of: it must be there. */
const speaksOf: Readonly<Record<string, string>> = {
  'issuer-said': 'iss',
  subject: 'sub',
  user: 'user_id',
  audience: 'aud',
  'audience-two': 'aud',
  'audience-many': 'aud',
  'audience-nobody': 'aud',
  issued: 'iat',
  'issued-ahead': 'iat',
  expires: 'exp',
  expired: 'exp',
  'not-yet': 'nbf',
  'key-bound': 'cnf',
}

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.string()),
  fc.integer({ min: NOW - 1e6, max: NOW + 1e6 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const names = [
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'user_id',
  'cnf',
  'nonce',
  'token_type',
  'scope',
  'ver',
]
const claimsSet = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] })

it('says of any claims what is there, in short sentences, and nothing of what is absent', async () => {
  await fc.assert(
    fc.asyncProperty(claimsSet, fc.boolean(), async (claims, isUnsecured) => {
      const payload = JSON.stringify(claims)
      const text = isUnsecured ? `${base64url('{"alg":"none"}')}.${base64url(payload)}.` : hs(payload)
      const statements = (await answered(text)).statements.flat()
      for (const statement of statements) {
        expect(Object.keys(claims)).toEqual(expect.arrayContaining(claimsIn(statement)))
        if (statement.code === 'not-said')
          for (const [, name] of statement.values.what.matchAll(/\((\w+)\)/g))
            expect(claims).not.toHaveProperty(name!)
        const own = piecesOf(statement).map((piece) => (piece.isForeign ? '“”' : piece.text))
        expect(own.join('')).not.toMatch(/\b(?:valid|trusted|undefined|NaN|null)\b|[{}]/)
        for (const sentence of own.join('').split(/(?<=[.!?]) /))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(30)
      }
    }),
    { numRuns: 300 },
  )
})

it('says something of a token however damaged, and calls it verified only where it is', async () => {
  const whole = hs({ iss: 'https://a.example', sub: 'x', aud: ['a', 'b'], exp: NOW + 60, iat: NOW })
  const place = fc.nat(whole.length)
  await fc.assert(
    fc.asyncProperty(place, place, fc.string({ maxLength: 4 }), async (one, other, between) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      const text = whole.slice(0, from) + between + whole.slice(to)
      const { statements, word } = await answered(text, { key: secret })
      const said = statements.flat().map(sentenceOf).join(' ')
      expect(said).not.toMatch(/undefined|NaN|[{}]/)
      expect(statements.length).toBeGreaterThan(0)
      if (word !== 'verified') expect(said).not.toMatch(/Verified here|It was issued by/)
    }),
    { numRuns: 200 },
  )
})

function claimsIn({ code, values }: Statement): string[] {
  const { claim, by } = values as Readonly<Record<string, string>>
  const known = Object.hasOwn(speaksOf, code) ? [speaksOf[code]!] : []
  return [...known, ...(claim === undefined ? [] : [claim]), ...(by === undefined ? [] : by.split(', '))]
}
