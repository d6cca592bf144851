import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture, readKey } from './fixture.ts'
import { flattenings, samples, wholeJwk, wrappings } from './forms.ts'

describe.each(samples)('$file', ({ format, text, jwk, isPrivate }) => {
  test.each(Object.entries({ ...wrappings, ...flattenings }))('%s', async (_, wrap) => {
    const wrapped = wrap(text)
    const reading = await readKeys(wrapped, 'detect')
    expect(reading).toMatchObject({ ok: true, value: { format, unread: [] } })
    const keys = reading.ok ? reading.value.keys : []
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatchObject({ jwk, fromPrivate: isPrivate })
    const { from, to } = keys[0]!.span
    expect(0 <= from && from < to && to <= wrapped.length).toBe(true)
  })

  test('is read when its format is chosen', async () => {
    expect(await readKey(text, format)).toMatchObject({ ok: true, value: { jwk, format } })
  })

  test('keeps its private half apart', async () => {
    const reading = await readKey(text)
    if (!reading.ok) throw new Error(reading.fault.code)
    const { privateJwk } = reading.value
    expect(Object.keys(reading.value.jwk)).not.toEqual(expect.arrayContaining(['d']))
    if (isPrivate) expect(privateJwk).toMatchObject({ ...jwk, d: expect.stringMatching(/^[\w-]{40,}$/) })
    else expect(privateJwk).toBeNull()
  })
})

describe('the private half', () => {
  test.each([
    'rsa2048.pkcs8.pem',
    'rsa2048.pkcs1-private.pem',
    'p256.pkcs8.pem',
    'p521.no-public.pkcs8.pem',
    'secp256k1.pkcs8.pem',
    'p384.sec1-bare.pem',
    'ed25519.pkcs8.pem',
    'ed448.pkcs8.pem',
    'x25519.pkcs8.pem',
    'x448.pkcs8.pem',
  ])('of %s is that which Node reads', async (file) => {
    const reading = await readKey(fixture(`keys/${file}`))
    expect(reading.ok && reading.value.privateJwk).toEqual(wholeJwk(file))
  })

  test.each(['rsa2048', 'ecdsa256', 'ecdsa384', 'ecdsa521', 'ed25519'])(
    'of OpenSSH’s %s makes signatures that its public half verifies',
    async (name) => {
      const reading = await readKey(fixture(`keys/openssh-${name}.pem`))
      if (!reading.ok || reading.value.privateJwk === null) throw new Error('not read')
      const { jwk, privateJwk } = reading.value
      const hash = 'SHA-256'
      const algorithm = {
        RSA: { name: 'RSASSA-PKCS1-v1_5', hash },
        EC: { name: 'ECDSA', namedCurve: jwk.crv!, hash },
        OKP: { name: 'Ed25519' },
      }[jwk.kty as 'RSA' | 'EC' | 'OKP']
      const signing = await crypto.subtle.importKey('jwk', privateJwk as JsonWebKey, algorithm, false, [
        'sign',
      ])
      const verifying = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, algorithm, false, ['verify'])
      const data = new Uint8Array(50)
      const signature = await crypto.subtle.sign(algorithm, signing, data)
      expect(await crypto.subtle.verify(algorithm, verifying, signature, data)).toBe(true)
    },
  )
})
