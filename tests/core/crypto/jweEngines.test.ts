import { afterEach, describe, expect, test, vi } from 'vitest'
import { fixture } from '../keys/fixture.ts'
import { open } from './open.ts'

interface Foreign {
  readonly keys: Readonly<Record<string, object>>
  readonly tests: readonly Record<'alg' | 'enc' | 'key' | 'plaintext' | 'jwe', string>[]
}
const { keys, tests } = JSON.parse(fixture('jwe/jwcrypto.json')) as Foreign

/** A platform that refuses keys for these algorithms, as Chromium does AES keys of 192 bits. */
function refuse(refused: (name: string, key: unknown) => boolean) {
  const { importKey } = crypto.subtle
  const imports = importKey.bind(crypto.subtle) as (...all: unknown[]) => Promise<CryptoKey>
  const asked = vi.spyOn(crypto.subtle, 'importKey') as unknown as {
    mockImplementation(to: (...all: unknown[]) => Promise<CryptoKey>): void
  }
  asked.mockImplementation((format, key, algorithm, ...rest) => {
    const name = typeof algorithm === 'string' ? algorithm : (algorithm as { name: string }).name
    if (refused(name, key)) return Promise.reject(new DOMException('no', 'OperationError'))
    return imports(format, key, algorithm, ...rest)
  })
}
afterEach(() => {
  vi.restoreAllMocks()
})

describe('what stands in', () => {
  test.each(tests.filter(({ alg, enc }) => /192/.test(alg + enc) && !/^(?:ECDH|PBES2)/.test(alg)))(
    'for AES with 192 bits: $alg $enc',
    async ({ key, jwe, plaintext }) => {
      refuse((name, raw) => name.startsWith('AES') && (raw as Uint8Array).length === 24)
      expect(await open(jwe, keys[key]!)).toMatchObject({ state: 'decrypted', plaintext })
    },
  )
  test.each(tests.filter(({ alg, enc }) => alg === 'ECDH-ES' && enc === 'A128GCM'))(
    'for agreement on $key',
    async ({ key, jwe, plaintext }) => {
      refuse((name) => name === 'ECDH' || name.startsWith('X'))
      expect(await open(jwe, keys[key]!)).toMatchObject({ state: 'decrypted', plaintext })
    },
  )
  test.each(tests.filter(({ alg, enc }) => alg.startsWith('RSA-OAEP') && enc === 'A128GCM'))(
    'for a key that the platform refuses: $alg',
    async ({ key, jwe, plaintext }) => {
      refuse((name) => name === 'RSA-OAEP')
      expect(await open(jwe, keys[key]!)).toMatchObject({ state: 'decrypted', plaintext })
    },
  )
  test('for an RSA key without its primes', async () => {
    const { jwe, plaintext } = tests.find(({ alg }) => alg === 'RSA1_5')!
    const { kty, n, e, d } = keys.rsa as Record<string, string>
    expect(await open(jwe, { kty, n, e, d })).toMatchObject({ state: 'decrypted', plaintext })
  })
})
