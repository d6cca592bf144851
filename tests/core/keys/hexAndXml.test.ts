/** Hexadecimal text that is a key or a secret, RSA keys in XML, and sets of keys within arrays. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture, readKey } from './fixture.ts'
import { wholeJwk } from './forms.ts'

describe('hexadecimal text', () => {
  test('that is no key stays a secret', async () => {
    const secret = fc.uint8Array({ minLength: 16, maxLength: 300 }).map((octets) => {
      octets.set([0x30, 0x82, 0x01, 0x22].slice(0, octets.length % 5))
      return Buffer.from(octets).toString('hex')
    })
    await fc.assert(
      fc.asyncProperty(secret, async (text) => {
        expect(await readKeys(text, 'detect')).toMatchObject({ ok: true, value: { format: 'secret-utf8' } })
      }),
    )
  })

  test('that is a key is a secret where that is chosen', async () => {
    const text = fixture('keys/p256.spki.hex')
    expect(await readKey(text, 'secret-hex')).toMatchObject({ ok: true, value: { jwk: { kty: 'oct' } } })
  })

  test('of a certificate is one', async () => {
    const pem = fixture('keys/p256.certificate.pem').split('\n').slice(1, -2).join('')
    const reading = await readKey(Buffer.from(pem, 'base64').toString('hex'))
    expect(reading.ok && reading.value.certificates).toHaveLength(1)
  })

  test('of a key that was cut off says so', async () => {
    const text = fixture('keys/rsa2048.spki.hex').slice(0, 200)
    expect(await readKey(text)).toMatchObject({ ok: false, fault: { code: 'der-truncated' } })
  })

  test('the key is told where it stands', async () => {
    const text = `key: ${fixture('keys/p256.spki.hex')}`
    const reading = await readKey(text)
    expect(reading.ok && text.slice(reading.value.span.from)).toMatch(/^3059/)
  })
})

describe('RSA keys in XML', () => {
  const text = fixture('keys/rsa2048.private.xml')

  test('have their private half', async () => {
    const reading = await readKey(text)
    expect(reading.ok && reading.value.privateJwk).toEqual(wholeJwk('rsa2048.pkcs8.pem'))
  })

  test.each([
    ['on one line', text.replaceAll(/\s/g, '')],
    ['with a prefix', text.replaceAll(/(<\/?)/g, '$1ds:')],
    ['with the carriage returns of Java', text.replaceAll('\n', '&#13;\n')],
    ['with broken lines', text.replaceAll(/([\w+/]{60})/g, '$1\n')],
    ['in XML Signature', `<KeyInfo><KeyValue>${text}</KeyValue></KeyInfo>`],
  ])('%s', async (_, xml) => {
    expect(await readKey(xml)).toMatchObject({ ok: true, value: { bits: 2048, fromPrivate: true } })
  })

  test.each([
    ['<RSAKeyValue/>', 'jwk-member-missing'],
    ['<RSAKeyValue><Modulus>!</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>', 'jwk-base64url'],
  ])('what is broken is said: %s', async (xml, code) => {
    expect(await readKey(xml)).toMatchObject({ ok: false, fault: { code } })
  })
})

describe('sets of keys in an array', () => {
  const { keys } = JSON.parse(fixture('keys/jose-set.jwks.json')) as { keys: object[] }
  test.each([
    ['behind a key', [keys[0], { keys: keys.slice(1) }]],
    ['before a key', [{ keys: keys.slice(0, 2) }, keys[2]]],
    ['between keys', [keys[0], { keys: [keys[1]] }, keys[2]]],
    ['alone', [{ keys: keys.slice(0, 1) }, { keys: keys.slice(1) }]],
  ])('%s: all are read', async (_, array) => {
    const reading = await readKeys(JSON.stringify(array), 'detect')
    expect(reading.ok && reading.value.keys.map(({ jwk }) => jwk.kid)).toEqual(['a', 'b', 'c'])
    expect(reading.ok && reading.value.unread).toEqual([])
  })
})
