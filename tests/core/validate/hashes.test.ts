import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { scanJson } from '../../../src/core/json/scan.ts'
import { checkHashes, leftHalf } from '../../../src/core/validate/hashes.ts'
import { Members } from '../../../src/core/validate/profile/claims.ts'

const nothing = { accessToken: null, code: null, state: null, nonce: null }

describe('the left half of a hash', () => {
  test('OpenID Connect Core appendix A.6', async () => {
    expect(await leftHalf('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256', 256)).toBe(
      '77QmUPtjPfzWtF2AnpK9RQ',
    )
    expect(await leftHalf('Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk', 'RS256', 256)).toBe(
      'LDktKdoQak3Pk0cnXxCltA',
    )
  })

  test.each([
    ['HS256', 32, 'sha256', 16],
    ['ES384', 96, 'sha384', 24],
    ['PS512', 256, 'sha512', 32],
    ['ES256K', 64, 'sha256', 16],
    ['EdDSA', 64, 'sha512', 32],
    ['Ed25519', 64, 'sha512', 32],
    ['EdDSA', 114, 'shake256', 57],
    ['Ed448', 114, 'shake256', 57],
  ])('of %s with a signature of %i octets', async (alg, length, hash, half) => {
    const options = hash === 'shake256' ? { outputLength: 114 } : {}
    const whole = createHash(hash, options).update('value').digest()
    expect(await leftHalf('value', alg, length)).toBe(whole.subarray(0, half).toString('base64url'))
  })

  test.each(['none', 'ML-DSA-44', 'RS2565', ''])('of %j there is none', async (alg) => {
    expect(await leftHalf('value', alg, 64)).toBeNull()
  })
})

describe('an ID token beside what was issued with it', () => {
  const check = async (
    claims: object,
    companions: Partial<Record<keyof typeof nothing, string>>,
    alg = 'RS256',
  ) => {
    const members = new Members(scanJson(JSON.stringify(claims)).document)
    const checks = await checkHashes(members, alg, 256, { ...nothing, ...companions })
    return checks.map(({ name, outcome }) => `${name} ${outcome}`)
  }

  it('compares each claim that is there', async () => {
    const half = await leftHalf('v', 'RS256', 256)
    const claims = { at_hash: half, c_hash: half, s_hash: half, nonce: 'n' }
    expect(await check(claims, { accessToken: 'v', code: 'v', state: 'v', nonce: 'n' })).toEqual([
      'at_hash met',
      'c_hash met',
      's_hash met',
      'nonce met',
    ])
    expect(await check(claims, { accessToken: 'w', code: 'w', state: 'w', nonce: 'm' })).toEqual([
      'at_hash broken',
      'c_hash broken',
      's_hash broken',
      'nonce broken',
    ])
    expect(await check(claims, {})).toEqual(['at_hash undecided', 'c_hash undecided', 's_hash undecided'])
    expect(await check(claims, { accessToken: 'v' }, 'ML-DSA-44')).toContain('at_hash undecided')
    expect(await check({ at_hash: 1 }, { accessToken: 'v' })).toEqual(['at_hash broken'])
    expect(await check({}, { accessToken: 'v', code: 'v' })).toEqual([])
  })
})
