import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { describe, expect, test } from 'vitest'
import { signatureAlgorithms } from '../../../src/core/crypto/algorithms.ts'
import { keyManagementOf } from '../../../src/core/crypto/encryption.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { makeSamples } from '../../../src/samples/make.ts'
import { finished } from '../../../src/state/lateSample.ts'
import { check } from './check.ts'
import { open } from './open.ts'

const samples = await Promise.all((await makeSamples()).map(finished))
const states: Readonly<Record<string, string>> = {
  none: 'unsecured',
  'embedded-key': 'failed',
  tampered: 'failed',
  dpop: 'needs-key',
}

describe('samples', () => {
  test('there is one for every algorithm, and no id twice', () => {
    const ids = samples.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([...signatureAlgorithms.map(({ alg }) => alg), 'none']))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(samples)(
    '$id reads without a fault and answers as it should',
    async ({ id, alg, token, key, keyFormat, detached }) => {
      const kind = keyManagementOf(alg) !== null ? 'jwe' : id === 'sd-jwt' ? 'sd-jwt' : 'jws'
      expect(inspect(token).token).toMatchObject({ kind, faults: [], header: { alg } })
      const expected = states[id] ?? (kind === 'jwe' ? 'decrypted' : 'verified')
      const answer =
        kind === 'jwe'
          ? await open(token, key, { format: keyFormat })
          : await check(token, key, keyFormat, detached)
      expect(answer.state).toBe(expected)
    },
  )

  test.each([
    ['ML-DSA-44', ml_dsa44],
    ['ML-DSA-65', ml_dsa65],
    ['ML-DSA-87', ml_dsa87],
  ] as const)('%s is a signature of its signing input', (id, mlDsa) => {
    const sample = samples.find((candidate) => candidate.id === id)!
    const dot = sample.token.lastIndexOf('.')
    const signature = Buffer.from(sample.token.slice(dot + 1), 'base64url')
    const pub = Buffer.from((JSON.parse(sample.key) as { pub: string }).pub, 'base64url')
    expect(mlDsa.verify(signature, Buffer.from(sample.token.slice(0, dot)), pub)).toBe(true)
  })

  test('the numbers are written as they were, in the one that is about them', () => {
    const { token } = samples.find(({ id }) => id === 'unicode')!
    const payload = Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')
    expect(payload).toContain('"id":9223372036854775807,"price":1.10,"limit":1e400')
    expect(payload).toContain('Zo\u00eb \u738b \u{1F98A}')
  })

  test('none gives away a private key, but for those that only such a key opens', () => {
    for (const { key, alg } of samples)
      if (keyManagementOf(alg) === null) expect(key).not.toMatch(/PRIVATE|"d":|"priv":/)
  })
})
