import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JWK } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { verifyWithKeys } from '../../../src/core/crypto/choose.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeySet } from '../../../src/core/keys/material.ts'
import { thumbprint } from '../../../src/core/keys/thumbprint.ts'
import { fixture } from '../keys/fixture.ts'

const signingInput = new Uint8Array(Buffer.from('e30.e30'))
const pairs = Array.from({ length: 3 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signedBy = (key: KeyObject) =>
  new Uint8Array(sign('sha256', signingInput, { key, dsaEncoding: 'ieee-p1363' }))

async function setOf(entries: readonly [KeyObject, Partial<JWK>][]): Promise<KeySet> {
  const keys = entries.map(([key, more]) => ({ ...key.export({ format: 'jwk' }), ...more }))
  const sets = await Promise.all(keys.map((key) => readKeys(JSON.stringify(key), 'jwk')))
  const materials = sets.flatMap((set) => (set.ok ? set.value.keys : []))
  return { format: 'jwk', keys: materials, unread: [], notices: [] }
}

const [a, b, c] = pairs.map(({ publicKey }) => publicKey) as [KeyObject, KeyObject, KeyObject]
const check = (kid: string | null, signer = 1, alg: string | null = 'ES256') => ({
  header: { alg, crit: null, kid },
  signingInput,
  signature: signedBy(pairs[signer]!.privateKey),
})

describe('of several keys', () => {
  const named: [KeyObject, Partial<JWK>][] = [
    [rsa.publicKey, { kid: 'r' }],
    [a, { kid: 'a' }],
    [b, { kid: 'b' }],
    [c, {}],
  ]
  test.each([
    ['kid chooses', 'b', 1, 2, 1, 'agrees'],
    ['without kid every fitting key is tried', null, 1, 2, 2, 'absent'],
    ['a wrong kid does not hide the right key', 'a', 1, 2, 2, 'disagrees'],
    ['a kid of another set does not either', 'z', 1, 2, 2, 'disagrees'],
    ['a key without kid contradicts nothing', 'a', 2, 3, 3, 'absent'],
  ] as const)('%s', async (_, kid, signer, place, tried, agreement) => {
    const keys = await setOf(named)
    const choice = await verifyWithKeys(check(kid, signer), keys)
    expect(choice).toMatchObject({ verification: { state: 'verified' }, tried, kid: agreement })
    expect(keys.keys.indexOf(choice.key!)).toBe(place)
  })

  test('none matches', async () => {
    const keys = await setOf(named.slice(0, 2))
    expect(await verifyWithKeys(check('a'), keys)).toMatchObject({
      verification: { state: 'failed' },
      key: keys.keys[1],
      tried: 1,
      kid: 'agrees',
    })
    const several = await setOf([
      [a, {}],
      [c, {}],
    ])
    expect(await verifyWithKeys(check(null), several)).toMatchObject({
      verification: { state: 'failed' },
      key: null,
      tried: 2,
      kid: 'absent',
    })
  })

  test('none fits', async () => {
    const keys = await setOf([
      [rsa.publicKey, { kid: 'r' }],
      [a, { use: 'enc' }],
    ])
    expect(await verifyWithKeys(check(null), keys)).toMatchObject({
      verification: { state: 'impossible', reason: { code: 'fit-none', values: { alg: 'ES256', count: 2 } } },
      key: null,
      tried: 0,
    })
    expect(await verifyWithKeys(check('r'), keys)).toMatchObject({
      verification: { state: 'impossible', reason: { code: 'fit-key-type' } },
      key: keys.keys[0],
    })
  })

  test('what needs no key is said first', async () => {
    const keys = await setOf(named)
    for (const [alg, state] of [
      ['none', 'failed'],
      ['XS256', 'impossible'],
      [null, 'impossible'],
    ] as const)
      expect(await verifyWithKeys(check('a', 1, alg), keys)).toMatchObject({
        verification: { state },
        tried: 0,
        key: null,
      })
  })
})

describe('one key', () => {
  test('is used once, whatever kid says', async () => {
    const keys = await setOf([[b, { kid: 'b' }]])
    const spy = vi.spyOn(crypto.subtle, 'verify')
    expect(await verifyWithKeys(check('z'), keys)).toMatchObject({
      verification: { state: 'verified' },
      tried: 1,
      kid: 'disagrees',
    })
    expect(spy).toHaveBeenCalledTimes(1)
    spy.mockRestore()
  })

  test('or none at all', async () => {
    expect(await verifyWithKeys(check('z'), null)).toEqual({
      verification: { state: 'needs-key' },
      key: null,
      tried: 0,
      kid: 'absent',
      certificate: 'absent',
    })
  })

  test('a kid may be the thumbprint', async () => {
    const keys = await setOf([[b, {}]])
    const kid = (await thumbprint(keys.keys[0]!))!
    expect(await verifyWithKeys(check(kid), keys)).toMatchObject({ kid: 'agrees', tried: 1 })
    expect(await verifyWithKeys(check(kid.replace(/^./, '!')), keys)).toMatchObject({ kid: 'absent' })
    const several = await setOf([
      [a, {}],
      [b, {}],
    ])
    expect(await verifyWithKeys(check(kid), several)).toMatchObject({ kid: 'agrees', tried: 1 })
  })
})

describe('a certificate', () => {
  test.each([
    ['x5t#S256', { x5t: null, x5tS256: 'sha256' }, 'agrees'],
    ['x5t', { x5t: 'sha1', x5tS256: null }, 'agrees'],
    ['another x5t#S256, which counts more than x5t', { x5t: 'sha1', x5tS256: 'AAAA' }, 'disagrees'],
    ['neither', { x5t: null, x5tS256: null }, 'absent'],
  ] as const)('is named by %s', async (_, hint, agreement) => {
    const text = `${fixture('keys/rsa2048.certificate.pem')}${fixture('keys/p256.certificate.pem')}`
    const reading = await readKeys(text, 'detect')
    if (!reading.ok) throw new Error(reading.fault.code)
    const [, { certificates }] = reading.value.keys as [unknown, KeySet['keys'][0]]
    const prints: Record<string, string | null> = { ...certificates[0] } as never
    const certificate = {
      x5t: hint.x5t && (prints[hint.x5t] ?? hint.x5t),
      x5tS256: hint.x5tS256 && (prints[hint.x5tS256] ?? hint.x5tS256),
    }
    const header = { alg: 'ES256', crit: null, kid: null }
    const signature = new Uint8Array(
      sign('sha256', signingInput, { key: fixture('keys/p256.pkcs8.pem'), dsaEncoding: 'ieee-p1363' }),
    )
    expect(
      await verifyWithKeys({ header, signingInput, signature, certificate }, reading.value),
    ).toMatchObject({
      verification: { state: 'verified' },
      key: { jwk: { kty: 'EC' } },
      kid: 'absent',
      certificate: agreement,
    })
  })
})

test('1,000 keys are tried without haste, and the last is found', async () => {
  const strangers = await setOf([[a, {}]])
  const [right] = (await setOf([[b, {}]])).keys
  const keys = {
    ...strangers,
    keys: [...Array.from({ length: 999 }, () => ({ ...strangers.keys[0]! })), right!],
  }
  expect(await verifyWithKeys(check('z'), keys)).toMatchObject({
    verification: { state: 'verified' },
    tried: 1000,
    key: right,
  })
}, 30_000)
