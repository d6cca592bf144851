import { describe, expect, test } from 'vitest'
import { jsonFixture } from '../keys/fixture.ts'
import { check } from './check.ts'

interface Group {
  readonly comment: string
  readonly public?: object
  readonly private: object
  readonly tests: readonly {
    tcId: number
    comment: string
    jws: string | object
    result: 'valid' | 'invalid'
  }[]
}

const { testGroups } = jsonFixture<{ testGroups: readonly Group[] }>(
  'wycheproof/json_web_signature_test.json',
)

/** Rows whose expectation is wrong in the source, with what is answered instead, and why. */
const defects: Readonly<Record<number, { readonly why: string; readonly answer: object }>> = {
  346: {
    why: "the JWK says alg PS256, the token PS384, and a JWK's alg binds (RFC 7517 section 4.4)",
    answer: {
      state: 'impossible',
      reason: { code: 'fit-key-alg', values: { alg: 'PS384', keyAlg: 'PS256' } },
    },
  },
  347: {
    why: 'the JWK says alg ES521, which is no algorithm; the token says ES512',
    answer: {
      state: 'impossible',
      reason: { code: 'fit-key-alg', values: { alg: 'ES512', keyAlg: 'ES521' } },
    },
  },
  350: {
    why: 'as 346: PS256 in the JWK, PS384 in the token',
    answer: {
      state: 'impossible',
      reason: { code: 'fit-key-alg', values: { alg: 'PS384', keyAlg: 'PS256' } },
    },
  },
  351: {
    why: 'as 347: ES521 in the JWK, ES512 in the token',
    answer: {
      state: 'impossible',
      reason: { code: 'fit-key-alg', values: { alg: 'ES512', keyAlg: 'ES521' } },
    },
  },
  367: {
    why: 'marked invalid, but octet for octet the valid token of 357: the padding it speaks of is not in the file',
    answer: { state: 'verified' },
  },
  370: {
    why: 'marked invalid, but octet for octet the valid token of 357: the padding it speaks of is not in the file',
    answer: { state: 'verified' },
  },
  372: {
    why: 'marked valid with a ? in the base64url of its header, which RFC 7515 section 2 does not allow',
    answer: { state: 'unreadable', fault: { code: 'base64url-character', values: { character: '?' } } },
  },
}

const rows = testGroups.flatMap((group) =>
  group.tests.map((row) => ({
    ...row,
    name: `${row.tcId} ${row.comment}`,
    key: group.public ?? group.private,
  })),
)

describe('Wycheproof JWS', () => {
  test('all 241 tests are here', () => {
    expect(rows.length).toBe(241)
    expect(rows.filter(({ jws }) => typeof jws !== 'string')).toEqual([])
    expect(rows.find(({ tcId }) => tcId === 367)?.jws).toBe(rows.find(({ tcId }) => tcId === 357)?.jws)
    expect(rows.find(({ tcId }) => tcId === 370)?.jws).toBe(rows.find(({ tcId }) => tcId === 357)?.jws)
  })

  describe('right as they are', () => {
    const sound = rows.filter(({ tcId }) => defects[tcId] === undefined)
    test.each(sound)('$name: $result', async ({ jws, key, result }) => {
      const { state } = await check(jws as string, JSON.stringify(key))
      if (result === 'valid') expect(state).toBe('verified')
      else expect(state).toBeOneOf(['failed', 'impossible', 'unreadable', 'unsecured'])
    })
  })

  describe('wrong in the source', () => {
    const wrong = rows.flatMap((row) => {
      const defect = defects[row.tcId]
      return defect === undefined ? [] : [{ ...row, ...defect }]
    })
    test.each(wrong)('$name ($result): $why', async ({ jws, key, answer }) => {
      expect(await check(jws as string, JSON.stringify(key))).toMatchObject(answer)
    })
  })

  test('375: spare bits are set under a correct MAC, so the token is refused for its encoding alone', async () => {
    const { jws, key } = rows.find(({ tcId }) => tcId === 375)!
    expect(await check(jws as string, JSON.stringify(key))).toMatchObject({
      state: 'unreadable',
      fault: { code: 'base64url-spare-bits' },
    })
  })

  test.each([
    [16, 'unsecured'],
    [341, 'unsecured'],
    [342, 'impossible'],
    [20, 'failed'],
    [31, 'impossible'],
    [32, 'failed'],
    [355, 'impossible'],
    [356, 'impossible'],
    [380, 'failed'],
  ])('%i is not merely not verified, but %s', async (id, state) => {
    const { jws, key } = rows.find(({ tcId }) => tcId === id)!
    expect((await check(jws as string, JSON.stringify(key))).state).toBe(state)
  })
})
