import { createPublicKey, generateKeyPairSync, verify as verifyByOpenSsl } from 'node:crypto'
import * as mlDsa from '@noble/post-quantum/ml-dsa.js'
import type { JWK } from 'jose'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { algorithmOf, type SignatureAlgorithm } from '../../../src/core/crypto/algorithms.ts'
import { signatures } from '../../../src/core/crypto/engines/index.ts'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { makeSamples } from '../../../src/samples/make.ts'
import { finished } from '../../../src/state/lateSample.ts'
import { fixture, readKey } from '../keys/fixture.ts'
import { check } from './check.ts'

const samples = await Promise.all((await makeSamples()).map(finished))

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

describe('what stands in', () => {
  const names = ['EdDSA', 'EdDSA-Ed448', 'Ed25519', 'Ed448', 'ES256K', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87']

  test.each(names)('for %s, where WebCrypto rejects it in whatever way', async (name) => {
    const { token, key, alg } = samples.find(({ id }) => id === name)!
    const signature = token.slice(token.lastIndexOf('.') + 1)
    const tampered = Buffer.from(signature, 'base64url')
    tampered[9]! ^= 1
    for (const why of ['NotSupportedError', 'OperationError', 'DataError']) {
      const refuse = () => Promise.reject(new DOMException('no', why))
      const spy = vi.spyOn(crypto.subtle, 'importKey').mockImplementation(refuse)
      expect(await check(token, key)).toEqual({ state: 'verified' })
      const other = token.replace(signature, tampered.toString('base64url'))
      expect(await check(other, key)).toEqual({ state: 'failed' })
      spy.mockRestore()
    }
    expect(alg).toBe(name.replace('-Ed448', ''))
  })

  test.each(names)('and signs with %s what it verifies', async (name) => {
    const { alg } = samples.find(({ id }) => id === name)!
    const algorithm = algorithmOf(alg, name === 'EdDSA-Ed448' ? 'Ed448' : undefined)!
    const { privateJwk, publicJwk } = pairOf(algorithm)
    const refuse = () => Promise.reject(new DOMException('no', 'NotSupportedError'))
    const spy = vi.spyOn(crypto.subtle, 'importKey').mockImplementation(refuse)
    const data = new TextEncoder().encode('signed')
    const signature = await signatures.sign(algorithm, privateJwk, data)
    expect(signature).toHaveLength(algorithm.signatureLength!)
    expect(await signatures.verify(algorithm, publicJwk, signature, data)).toBe(true)
    spy.mockRestore()
    // And another implementation agrees, where there is one here.
    if (algorithm.kty !== 'AKP') {
      const publicKey = createPublicKey({ key: { ...publicJwk }, format: 'jwk' })
      const hash = algorithm.kty === 'EC' ? 'sha256' : null
      const options = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
      expect(verifyByOpenSsl(hash, data, options, signature)).toBe(true)
    }
  })

  function pairOf({ kty, crv, alg }: SignatureAlgorithm): { privateJwk: JWK; publicJwk: JWK } {
    if (kty === 'AKP') {
      const { ml_dsa44, ml_dsa65, ml_dsa87 } = mlDsa
      const scheme = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 }[alg]!
      const seed = new Uint8Array(32).fill(7)
      const pub = Buffer.from(scheme.keygen(seed).publicKey).toString('base64url')
      const publicJwk = { kty, alg, pub }
      return { publicJwk, privateJwk: { ...publicJwk, priv: Buffer.from(seed).toString('base64url') } }
    }
    const pair =
      kty === 'EC'
        ? generateKeyPairSync('ec', { namedCurve: crv! })
        : crv === 'Ed448'
          ? generateKeyPairSync('ed448')
          : generateKeyPairSync('ed25519')
    return {
      privateJwk: pair.privateKey.export({ format: 'jwk' }) as JWK,
      publicJwk: pair.publicKey.export({ format: 'jwk' }) as JWK,
    }
  }
})
