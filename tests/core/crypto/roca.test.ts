import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isRoca, smallPrimes } from '../../../src/core/crypto/roca.ts'
import { jsonFixture } from '../keys/fixture.ts'

const toNumber = (n: string) => BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`)

interface Group {
  readonly comment: string
  readonly public?: { readonly keys: readonly { readonly n?: string }[] }
}

describe('ROCA', () => {
  test('the vulnerable key of Wycheproof', () => {
    const { testGroups } = jsonFixture<{ testGroups: readonly Group[] }>('wycheproof/json_web_key_test.json')
    const group = testGroups.find(({ comment }) => comment === 'jws_rsa_roca_key')!
    expect(isRoca(toNumber(group.public!.keys[0]!.n!))).toBe(true)
  })

  test('the primes of M are all those up to 167', () => {
    expect(smallPrimes).toHaveLength(38)
    for (const prime of smallPrimes)
      for (let divisor = 2; divisor < prime; divisor++) expect(prime % divisor).not.toBe(0)
  })

  const product = [2, ...smallPrimes].reduce((all, prime) => all * BigInt(prime), 1n)
  /** 65537^exponent modulo the product, plus a multiple of it: what the library made its primes of. */
  const made = (exponent: bigint, multiple: bigint) => {
    let residue = 1n
    for (let i = 0n; i < exponent; i++) residue = (residue * 65537n) % product
    return residue + multiple * product
  }

  test('every number of that form', () => {
    for (const exponent of [0n, 1n, 2n, 1000n, 4321n]) {
      const modulus = made(exponent, 12345n) * made(exponent + 7n, 2n ** 1024n)
      expect(isRoca(modulus)).toBe(true)
    }
  })

  test('not one whose residues are powers with exponents that contradict each other', () => {
    // 65537 is 2 modulo 3 and 5: 1 and 2 ask for an even exponent, and for one that is 1 modulo 4.
    const modulus = made(1000n, 1n)
    expect(isRoca(modulus)).toBe(true)
    const step = product / 3n
    for (const other of [modulus + step, modulus + 2n * step]) expect(isRoca(other)).toBe(false)
  })

  test('no key that OpenSSL makes, and none of the RFCs', () => {
    for (const bits of [512, 1024, 2048, 2048, 3072]) {
      const { n } = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' })
      expect(isRoca(toNumber(n!))).toBe(false)
    }
    const { jwk } = jsonFixture<{ jwk: { n: string } }>('rfc7515/A_2.json')
    expect(isRoca(toNumber(jwk.n))).toBe(false)
  })
})
