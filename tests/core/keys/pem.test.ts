import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import { fixture, readKey } from './fixture.ts'

const sound: readonly [file: string, format: KeyFormat, bits: number, fromPrivate: boolean][] = [
  ['rsa2048.spki.pem', 'pem-spki', 2048, false],
  ['rsa1024.spki.pem', 'pem-spki', 1024, false],
  ['p256.spki.pem', 'pem-spki', 256, false],
  ['p384.spki.pem', 'pem-spki', 384, false],
  ['p521.spki.pem', 'pem-spki', 521, false],
  ['p256.compressed.spki.pem', 'pem-spki', 256, false],
  ['p384.compressed.spki.pem', 'pem-spki', 384, false],
  ['p521.compressed.spki.pem', 'pem-spki', 521, false],
  ['ed25519.spki.pem', 'pem-spki', 256, false],
  ['rsa2048.pkcs8.pem', 'pem-pkcs8', 2048, true],
  ['rsa1024.pkcs8.pem', 'pem-pkcs8', 1024, true],
  ['p256.pkcs8.pem', 'pem-pkcs8', 256, true],
  ['p384.pkcs8.pem', 'pem-pkcs8', 384, true],
  ['p521.pkcs8.pem', 'pem-pkcs8', 521, true],
  ['p256.no-public.pkcs8.pem', 'pem-pkcs8', 256, true],
  ['p384.no-public.pkcs8.pem', 'pem-pkcs8', 384, true],
  ['p521.no-public.pkcs8.pem', 'pem-pkcs8', 521, true],
  ['ed25519.pkcs8.pem', 'pem-pkcs8', 256, true],
  ['rsa2048.certificate.pem', 'pem-certificate', 2048, false],
  ['rsa2048.certificate.text.pem', 'pem-certificate', 2048, false],
  ['p256.certificate.pem', 'pem-certificate', 256, false],
  ['ed25519.certificate.pem', 'pem-certificate', 256, false],
]

describe('PEM keys made by OpenSSL', () => {
  test.each(sound)('%s is detected and read as %s', async (file, format, bits, fromPrivate) => {
    const pem = fixture(`keys/${file}`)
    const reading = await readKey(pem, 'detect')
    const jwk = createPublicKey(pem).export({ format: 'jwk' })
    expect(reading).toMatchObject({ ok: true, value: { format, bits, fromPrivate, jwk, notices: [] } })
    expect(await readKey(pem, format)).toEqual(reading)
  })

  test.each(sound)('%s keeps nothing private', async (file) => {
    const reading = await readKey(fixture(`keys/${file}`), 'detect')
    expect(Object.keys(reading.ok ? reading.value.jwk : {}).sort()).toBeOneOf([
      ['e', 'kty', 'n'],
      ['crv', 'kty', 'x', 'y'],
      ['crv', 'kty', 'x'],
    ])
  })

  test.each([
    ['44', 1312],
    ['65', 1952],
    ['87', 2592],
  ])('a SubjectPublicKeyInfo of ML-DSA-%s is read', async (size, octets) => {
    const reading = await readKey(fixture(`keys/mldsa${size}.spki.pem`), 'detect')
    expect(reading).toMatchObject({
      ok: true,
      value: { bits: 8 * octets, jwk: { kty: 'AKP', alg: `ML-DSA-${size}` } },
    })
    expect(reading.ok && Buffer.from(reading.value.jwk.pub ?? '', 'base64url').length).toBe(octets)
  })
})

describe('around and within a PEM block', () => {
  const pem = fixture('keys/p256.spki.pem').trim()
  const jwk = createPublicKey(pem).export({ format: 'jwk' })
  const lines = pem.split('\n')
  const rows: readonly [name: string, text: string][] = [
    ['CRLF line breaks', pem.replaceAll('\n', '\r\n')],
    ['CR line breaks', pem.replaceAll('\n', '\r')],
    ['a byte order mark before it', `\uFEFF${pem}`],
    ['white space around it', `\n\n  ${pem} \t\n`],
    ['indentation', lines.map((line) => `    ${line}`).join('\n')],
    ['text before and after', `Subject: CN=example\n${pem}\nthe end`],
    ['one line, with spaces for line breaks', pem.replaceAll('\n', ' ')],
    ['one line, with nothing for line breaks', pem.replaceAll('\n', '')],
    ['padding cut off', pem.replaceAll('=', '')],
  ]
  test.each(rows)('%s', async (_, text) => {
    const reading = await readKey(text, 'detect')
    expect(reading).toMatchObject({ ok: true, value: { jwk, notices: [] } })
    const span = reading.ok ? reading.value.span : { from: 0, to: 0 }
    expect(text.slice(span.from, span.to)).toMatch(
      /^-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----$/,
    )
  })

  test('line breaks written out as \\n are read as such, and that is said', async () => {
    const reading = await readKey(pem.replaceAll('\n', '\\n'), 'detect')
    expect(reading).toMatchObject({
      ok: true,
      value: { jwk, notices: [{ code: 'pem-escaped-line-breaks' }] },
    })
  })

  test('of several blocks all are read', async () => {
    const reading = await readKeys(`${pem}\n${fixture('keys/p384.spki.pem')}\n${pem}`, 'detect')
    const keys = [{ jwk }, { jwk: { crv: 'P-384' } }]
    expect(reading).toMatchObject({ ok: true, value: { format: 'pem-spki', keys, unread: [] } })
    expect(reading.ok && reading.value.keys).toHaveLength(2)
  })

  test('of several blocks the one of the chosen format is read', async () => {
    const text = `${fixture('keys/rsa2048.certificate.pem')}\n${pem}`
    expect(await readKey(text, 'pem-spki')).toMatchObject({ ok: true, value: { jwk } })
    const keys = [{ format: 'pem-certificate' }, { format: 'pem-spki', jwk }]
    expect(await readKeys(text, 'detect')).toMatchObject({ ok: true, value: { keys } })
  })
})
