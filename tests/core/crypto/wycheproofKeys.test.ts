import { describe, expect, test } from 'vitest'
import { fitOf } from '../../../src/core/crypto/fit.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import { jsonFixture } from '../keys/fixture.ts'
import { check } from './check.ts'

interface Group {
  readonly comment: string
  readonly public?: object
  readonly private: object
  readonly tests: readonly {
    readonly tcId: number
    readonly comment: string
    readonly jws?: string | object
    readonly jwe?: string | object
    readonly result: 'valid' | 'invalid'
  }[]
}

function rowsOf(file: string) {
  return jsonFixture<{ testGroups: readonly Group[] }>(file).testGroups.flatMap((group) =>
    group.tests.map((row) => ({
      ...row,
      name: `${row.tcId} ${row.comment} (${group.comment})`,
      key: JSON.stringify(group.public ?? group.private),
      token: typeof row.jws === 'object' ? JSON.stringify(row.jws) : (row.jws ?? ''),
    })),
  )
}

/** The weaknesses that are told of the one key in the text. */
async function weaknesses(token: string, key: string): Promise<string[]> {
  const reading = await readKeys(key, 'detect')
  const alg = inspect(token).token?.header.alg
  if (!reading.ok || alg == null) throw new Error('no key or no alg')
  const fit = fitOf(reading.value.keys[0]!, alg)
  return fit?.fits ? fit.weaknesses.map(({ code }) => code) : []
}

/** Where the source has a library refuse what is mathematically right: what is told instead. */
const refusals: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  key: {
    7: 'weak-rsa-roca',
    10: 'weak-secret',
    11: 'weak-secret',
    12: 'weak-secret',
    16: 'weak-secret',
    17: 'weak-secret',
  },
  crypto: { 46: 'weak-rsa-roca' },
}

/** Where the source asks for a policy that is not ours; the signature matches, and why that is said. */
const policies: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  key: {
    1: 'it refuses any set that mixes secrets and public keys; here kid and alg choose, and the secret signed',
  },
  crypto: {
    17: 'it refuses the JSON serialization where it expects the compact one; here both are read',
    47: 'as 1 of the key tests',
  },
}

describe.each([
  ['key', 'json_web_key_test', 16],
  ['crypto', 'json_web_crypto_test', 29],
] as const)('Wycheproof JSON web %s', (name, file, count) => {
  const all = rowsOf(`wycheproof/${file}.json`)
  const rows = all.filter(({ jwe }) => jwe === undefined)
  const special = { ...refusals[name], ...policies[name] }

  test(`all ${count} signed tokens are here`, () => expect(rows).toHaveLength(count))

  test.each(rows.filter(({ tcId }) => special[tcId] === undefined))('$name: $result', async (row) => {
    const { state } = await check(row.token, row.key)
    if (row.result === 'valid') expect(state).toBe('verified')
    else expect(state).toBeOneOf(['failed', 'impossible', 'unreadable', 'unsecured'])
  })

  test.each(rows.filter(({ tcId }) => refusals[name]![tcId] !== undefined))(
    '$name: matches, and the weakness is told',
    async ({ tcId, token, key }) => {
      expect(await check(token, key)).toEqual({ state: 'verified' })
      expect(await weaknesses(token, key)).toContain(refusals[name]![tcId])
    },
  )

  test.each(rows.filter(({ tcId }) => policies[name]![tcId] !== undefined))(
    '$name: matches',
    async ({ token, key }) => {
      expect(await check(token, key)).toEqual({ state: 'verified' })
    },
  )
})
