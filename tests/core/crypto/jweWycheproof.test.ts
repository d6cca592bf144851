import { describe, expect, test } from 'vitest'
import { jsonFixture } from '../keys/fixture.ts'
import { check } from './check.ts'
import { open } from './open.ts'

interface Group {
  readonly comment: string
  readonly public?: object
  readonly private: object
  readonly tests: readonly {
    tcId: number
    comment: string
    jws?: string | object
    jwe?: string | object
    pt?: string
    result: 'valid' | 'invalid'
  }[]
}

function rowsOf(name: string) {
  const { testGroups } = jsonFixture<{ testGroups: readonly Group[] }>(`wycheproof/${name}.json`)
  return testGroups.flatMap((group) =>
    group.tests.map((row) => ({ ...row, name: `${row.tcId} ${row.comment}`, group })),
  )
}

const compactOnly = 'marked invalid for a reader of compact tokens alone; it is a sound JSON serialization'

async function stateOf({ jws, jwe, group }: ReturnType<typeof rowsOf>[number]): Promise<string> {
  if (jwe !== undefined) return (await open(jwe, group.private)).state
  const text = typeof jws === 'string' ? jws : JSON.stringify(jws)
  return (await check(text, JSON.stringify(group.public ?? group.private))).state
}

describe('Wycheproof JWE', () => {
  const rows = rowsOf('json_web_encryption_test')
  const defects: Readonly<Record<number, string>> = { 22: compactOnly }

  test('all 83 tests are here', () => expect(rows.length).toBe(83))

  test.each(rows.filter(({ tcId }) => !(tcId in defects)))('$name: $result', async (row) => {
    const answer = await open(row.jwe!, row.group.private)
    if (row.result === 'invalid') expect(answer.state).toBeOneOf(['failed', 'impossible', 'unreadable'])
    else {
      const plaintext = Buffer.from(row.pt!, 'hex').toString()
      expect(answer).toMatchObject({ state: 'decrypted', plaintext })
    }
  })
  test.each(rows.filter(({ tcId }) => tcId in defects))(`$name: ${compactOnly}`, async (row) => {
    expect((await open(row.jwe!, row.group.private)).state).toBe('decrypted')
  })
})

describe('Wycheproof JWx', () => {
  const rows = rowsOf('json_web_crypto_test')
  const defects: Readonly<Record<number, readonly [why: string, answer: string]>> = {
    17: [compactOnly, 'verified'],
    46: [
      'marked invalid for a key of ROCA’s making; the signature matches, and the key is said to be weak',
      'verified',
    ],
    47: ['marked invalid for a set with keys of two kinds; the signature is right under its key', 'verified'],
    66: [compactOnly, 'decrypted'],
  }

  test('all 50 tests are here', () => expect(rows.length).toBe(50))

  test.each(rows.filter(({ tcId }) => !(tcId in defects)))('$name: $result', async (row) => {
    const good = row.jwe === undefined ? 'verified' : 'decrypted'
    const bad = ['failed', 'impossible', 'unreadable', 'unsecured']
    expect(await stateOf(row)).toBeOneOf(row.result === 'valid' ? [good] : bad)
  })
  test.each(rows.flatMap((row) => (row.tcId in defects ? [{ ...row, why: defects[row.tcId]![0] }] : [])))(
    '$name: $why',
    async (row) => {
      expect(await stateOf(row)).toBe(defects[row.tcId]![1])
    },
  )
})
