import { afterEach, describe, expect, test, vi } from 'vitest'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { fixture, readKey } from '../keys/fixture.ts'

describe('what the platform lacks', () => {
  afterEach(() => vi.unstubAllGlobals())

  const verify = async (alg: string, file: string, length: number) => {
    const key = await readKey(fixture(`keys/${file}`), 'detect')
    return verifySignature({
      header: { alg, crit: null },
      signingInput: new Uint8Array(1),
      signature: new Uint8Array(length).fill(1),
      key: key.ok ? key.value : null,
    })
  }

  test('an algorithm that nothing stands in for', async () => {
    const importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))
    vi.stubGlobal('crypto', { subtle: { importKey } })
    expect(await verify('ES512', 'p521.spki.pem', 132)).toMatchObject({
      state: 'impossible',
      reason: { code: 'crypto-unsupported', values: { alg: 'ES512' } },
    })
  })

  test('WebCrypto', async () => {
    vi.stubGlobal('crypto', {})
    expect(await verify('ES256', 'p256.spki.pem', 64)).toMatchObject({
      state: 'impossible',
      reason: { code: 'crypto-no-webcrypto' },
    })
  })

  test('nothing, but the key is refused', async () => {
    const importKey = () => Promise.reject(new DOMException('no', 'DataError'))
    vi.stubGlobal('crypto', { subtle: { importKey } })
    expect(await verify('ES256', 'p256.spki.pem', 64)).toMatchObject({
      state: 'impossible',
      reason: { code: 'crypto-key-rejected', values: { alg: 'ES256', kty: 'EC', bits: 256 } },
    })
  })

  test('a key is imported once per algorithm', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    const reading = await readKey(fixture('keys/rsa2048.spki.pem'), 'detect')
    const key = reading.ok ? reading.value : null
    const run = (alg: string) => {
      const octets = { signingInput: new Uint8Array(1), signature: new Uint8Array(256) }
      return verifySignature({ header: { alg, crit: null }, key, ...octets })
    }
    for (const alg of ['RS256', 'RS256', 'PS256', 'RS256', 'PS256']) {
      expect(await run(alg)).toEqual({ state: 'failed' })
    }
    expect(importKey).toHaveBeenCalledTimes(2)
    importKey.mockRestore()
  })
})
