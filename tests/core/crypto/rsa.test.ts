import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { readKey } from '../keys/fixture.ts'

const data = new TextEncoder().encode('signed')
const RSA_PKCS1_PSS_PADDING = 6
const hashes = { '256': 'sha256', '384': 'sha384', '512': 'sha512' } as const

async function answer(alg: string, jwk: object, signature: Uint8Array) {
  const key = await readKey(JSON.stringify(jwk))
  if (!key.ok) throw new Error(key.fault.code)
  const octets = { signingInput: data, signature: Uint8Array.from(signature) }
  return verifySignature({ header: { alg, crit: null }, key: key.value, ...octets })
}

/** The signature by OpenSSL. */
function signed(alg: string, key: KeyObject): Uint8Array {
  const hash = hashes[alg.slice(2) as keyof typeof hashes]
  const padding = alg.startsWith('PS')
    ? { padding: RSA_PKCS1_PSS_PADDING, saltLength: Number(alg.slice(2)) / 8 }
    : {}
  return Uint8Array.from(sign(hash, data, { key, ...padding }))
}

function flipped(octets: Uint8Array, at: number): Uint8Array {
  return octets.map((octet, i) => (i === at ? octet ^ 1 : octet))
}

const pair = (modulusLength: number, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent })

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

describe.each([
  ['512 bits', 512, 65537],
  ['768 bits, e = 3', 768, 3],
  ['1024 bits', 1024, 65537],
  ['1025 bits, so that the encoding is an octet shorter', 1025, 65537],
  ['1031 bits', 1031, 3],
  ['2047 bits', 2047, 65537],
  ['2048 bits, e = 3', 2048, 3],
  ['2049 bits, e = 17', 2049, 17],
])('RSA of %s', (_, bits, exponent) => {
  const { publicKey, privateKey } = pair(bits, exponent)
  const jwk = publicKey.export({ format: 'jwk' })

  /** Bits that the encoded hash needs: RFC 8017 sections 9.1.1 and 9.2. */
  const needed = (alg: string) => {
    const octets = Number(alg.slice(2)) / 8
    return alg.startsWith('PS') ? 16 * octets + 10 : 8 * (octets + 30) - 7
  }

  test.each(algorithms.filter((alg) => needed(alg) <= bits))('%s', async (alg) => {
    const signature = signed(alg, privateKey)
    expect(await answer(alg, jwk, signature)).toEqual({ state: 'verified' })
    expect((await answer(alg, jwk, flipped(signature, signature.length - 1))).state).toBe('failed')
    expect((await answer(alg, jwk, flipped(signature, signature.length >> 1))).state).toBe('failed')
    const other = alg.startsWith('RS') ? alg.replace('RS', 'PS') : alg.replace('PS', 'RS')
    expect((await answer(other, jwk, signature)).state).toBe('failed')
  })

  test.each(algorithms.filter((alg) => needed(alg) > bits))('%s has no room', async (alg) => {
    const signature = new Uint8Array((bits + 7) >> 3).fill(1)
    expect(await answer(alg, jwk, signature)).toMatchObject({
      state: 'failed',
      note: { code: 'crypto-rsa-no-room', values: { alg, bits, least: needed(alg) } },
    })
  })
})

describe('numbers that are no sound RSA', () => {
  const n = 2n ** 2048n - 1n
  const jwk = (modulus: bigint, e: string) => ({
    kty: 'RSA',
    n: Buffer.from(modulus.toString(16), 'hex').toString('base64url'),
    e,
  })
  /** EMSA-PKCS1-v1_5 of the data, which is the signature itself where the exponent is 1. */
  const encoded = async () => {
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', data)).toString('hex')
    const info = `3031300d060960864801650304020105000420${digest}`
    return Buffer.from(`0001${'ff'.repeat(253 - info.length / 2)}00${info}`, 'hex')
  }

  test('an exponent of 1 lets the encoded hash be its own signature', async () => {
    expect(await answer('RS256', jwk(n, 'AQ'), await encoded())).toEqual({ state: 'verified' })
    expect((await answer('RS256', jwk(n, 'AQ'), flipped(await encoded(), 255))).state).toBe('failed')
  })

  test('an even modulus, and an exponent of 0', async () => {
    expect(await answer('RS256', jwk(n - 1n, 'AQ'), await encoded())).toEqual({ state: 'verified' })
    expect(await answer('RS256', jwk(n, 'AA'), await encoded())).toEqual({ state: 'failed' })
  })

  test('a signature that is not below the modulus', async () => {
    const { publicKey, privateKey } = pair(2048)
    const key = publicKey.export({ format: 'jwk' })
    const modulus = BigInt(`0x${Buffer.from(key.n!, 'base64url').toString('hex')}`)
    const signature = signed('RS256', privateKey)
    const number = BigInt(`0x${Buffer.from(signature).toString('hex')}`)
    const note = { code: 'crypto-signature-number', values: { alg: 'RS256', part: '', why: 'large' } }
    expect(await answer('RS256', key, new Uint8Array(256).fill(0xff))).toMatchObject({
      state: 'failed',
      note,
    })
    const same = Buffer.from(modulus.toString(16), 'hex')
    expect(await answer('RS256', key, same)).toMatchObject({ state: 'failed', note })
    // The same number modulo n, where it goes into as many octets.
    if (number + modulus < 2n ** 2048n) {
      const larger = Buffer.from((number + modulus).toString(16), 'hex')
      expect(await answer('RS256', key, larger)).toMatchObject({ state: 'failed', note })
    }
  })

  test('what would keep the page busy is not computed, and said so', async () => {
    const full = Buffer.alloc(1024, 0xff).toString('base64url')
    const long = jwk(2n ** 8192n - 1n, full)
    expect(await answer('RS256', long, new Uint8Array(1024).fill(1))).toMatchObject({
      state: 'impossible',
      reason: { code: 'crypto-key-cost', values: { alg: 'RS256', bits: 8192 } },
    })
    const huge = jwk(2n ** 16392n - 1n, 'AQAB')
    expect(await answer('RS256', huge, new Uint8Array(2049).fill(1))).toMatchObject({
      state: 'impossible',
      reason: { code: 'crypto-key-cost', values: { bits: 16392 } },
    })
  })

  test('16384 bits are computed', async () => {
    const large = jwk(2n ** 16384n - 1n, 'AQAB')
    expect(await answer('PS512', large, new Uint8Array(2048).fill(1))).toEqual({ state: 'failed' })
  })
})

describe('a platform that refuses the key', () => {
  beforeEach(() => {
    const refuse = () => Promise.reject(new DOMException('no', 'OperationError'))
    const spy = vi.spyOn(crypto.subtle, 'importKey').mockImplementation(refuse)
    return () => spy.mockRestore()
  })

  test.each(algorithms)('%s is computed all the same', async (alg) => {
    const { publicKey, privateKey } = pair(2048)
    const signature = signed(alg, privateKey)
    const jwk = publicKey.export({ format: 'jwk' })
    expect(await answer(alg, jwk, signature)).toEqual({ state: 'verified' })
    expect((await answer(alg, jwk, flipped(signature, 255))).state).toBe('failed')
  })
})
