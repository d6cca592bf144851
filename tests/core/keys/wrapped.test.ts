/** Keys as JSON printers, mail programs and serializers leave them. */
import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { faultText } from '../../../src/content/messages/faults.ts'
import { fixture, readKey } from './fixture.ts'

const rsa = fixture('keys/rsa2048.spki.pem')
const { n } = createPublicKey(rsa).export({ format: 'jwk' })
const jwk = JSON.stringify({ kty: 'RSA', n, e: 'AQAB', kid: 'a+b' })
const bare = rsa.split('\n').slice(1, -2).join('')
const ssh = fixture('keys/openssh-ecdsa256.pub')

/** As System.Text.Json of .NET prints it. */
const net = (text: string) => JSON.stringify({ key: text }).replaceAll('+', '\\u002B')

describe('what is read nonetheless', () => {
  test.each([
    ['PEM in JSON of .NET', net(rsa)],
    ['the same, in a string once more', JSON.stringify(net(rsa))],
    ['bare DER in JSON of .NET', net(bare)],
    ['a JWK in a JSON string of .NET', net(jwk).replaceAll('\\"', '\\u0022')],
    ['that JWK, in a string once more', JSON.stringify(net(jwk).replaceAll('\\"', '\\u0022'))],
    ['a quoted mail', rsa.replaceAll(/^/gm, '> ')],
    ['a comment of a script', rsa.replaceAll(/^/gm, '# ')],
  ])('%s', async (_, text) => {
    expect(rsa).toContain('+')
    expect(await readKey(text)).toMatchObject({ ok: true, value: { jwk: { n } } })
  })

  test('an OpenSSH line that is broken within its key, with a comment behind its padding', async () => {
    const whole = await readKey(ssh)
    const broken = await readKey(`${ssh.slice(0, 60)}\n${ssh.slice(60).trim()} me at home`)
    expect(ssh).toMatch(/= /)
    expect(broken.ok && whole.ok && broken.value.jwk).toEqual(whole.ok && whole.value.jwk)
  })

  test('a private RSA key of three primes (RFC 8017 section A.1.2), for its public half', async () => {
    const pem = fixture('keys/rsa-3primes.pkcs8.pem')
    const jwk = createPublicKey(pem).export({ format: 'jwk' })
    const bareDer = pem.split('\n').slice(1, -2).join('')
    for (const text of [pem, bareDer]) {
      expect(await readKey(text)).toMatchObject({
        ok: true,
        value: { fromPrivate: true, privateJwk: null, jwk },
      })
    }
  })

  test.each(['\u00a0', '\u2003', '\u2028', '\u3000', '\u200b', '\ufeff'])(
    'a JWK Set with white space of pages between its members: %j',
    async (space) => {
      const text = JSON.stringify({ keys: [{ kty: 'RSA', n, e: 'AQAB', kid: `a${space}b` }] }, null, 2)
      expect(await readKey(text.replaceAll('  ', space.repeat(2)))).toMatchObject({
        ok: true,
        value: { jwk: { n, kid: `a${space}b` } },
      })
    },
  )

  test('a JWK whose serializer wrote null for what it does not have', async () => {
    const jwk = { kty: 'RSA', n, e: 'AQAB' }
    const nulls = { d: null, alg: null, use: null, kid: null, key_ops: null, x5c: null, x5t: null }
    expect(await readKey(JSON.stringify({ ...jwk, ...nulls }))).toMatchObject({
      ok: true,
      value: { jwk, fromPrivate: false, notices: [] },
    })
  })
})

describe('what is said of one that cannot be read', () => {
  const said = async (text: string) => {
    const reading = await readKey(text)
    return reading.ok ? '' : faultText(reading.fault)
  }

  test('a certificate that is cut off or damaged is known as one', async () => {
    const pem = fixture('keys/p256.certificate.pem')
    expect(await said(pem.slice(0, 200))).toMatch(/END CERTIFICATE----- is missing/)
    expect(await said(pem.replace('MII', 'M*I'))).toContain('“*” (U+002A)')
  })

  test('a JWK without kty, or with one of another type', async () => {
    expect(await said('{"a":1}')).toBe('The JWK has no “kty”.')
    expect(await said('{"kty":"oct","k":"AAAA","kid":5}')).toBe('The JWK’s “kid” must be a string.')
  })

  test('the command for a spelled-out curve serves private keys too', async () => {
    expect(await said(fixture('keys/p256.explicit.spki.pem'))).toMatch(/openssl ec -in .*-pubin/)
  })
})
