// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf, type Statement } from '../../../src/content/messages/explain.ts'
import { base64url } from '../../site/inspector.ts'
import { hs, NOW, statementsOf } from './told.ts'

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
      const statements = (await statementsOf(text)).flat()
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

function claimsIn({ code, values }: Statement): string[] {
  const { claim, by } = values as Readonly<Record<string, string>>
  const known = Object.hasOwn(speaksOf, code) ? [speaksOf[code]!] : []
  return [...known, ...(claim === undefined ? [] : [claim]), ...(by === undefined ? [] : by.split(', '))]
}
