import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { findingWords } from '../../../src/content/findings/index.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { encode, findingsOf, NOW, token } from './subject.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/keys/${name}`, import.meta.url), 'utf8')
const claims = { iss: 'https://i.example', aud: 'a', exp: NOW + 60 }
const hs = (secret: string | Uint8Array, alg = 'HS256') =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg })
    .sign(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret)
const random = 'kX9#vT2!mQ7@zR4$wL8%pN3^cB6&yH1*'
const rs = token({ alg: 'RS256' }, claims, new Uint8Array(256).fill(1))
const es = (header: object = {}) => token({ alg: 'ES256', ...header }, claims, new Uint8Array(64).fill(1))
const rsa = (n: bigint, e = 65537n) => JSON.stringify({ kty: 'RSA', n: number(n), e: number(e) })
const P256 = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
}

function number(value: bigint): string {
  const hex = value.toString(16)
  return writeBase64url(
    Uint8Array.from((hex.length % 2 ? `0${hex}` : hex).match(/../g)!, (pair) => Number.parseInt(pair, 16)),
  )
}

/** The modulus of a sound key of this many bits. */
async function modulus(bits = 2048): Promise<bigint> {
  const { publicKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: bits,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  )
  const { n } = await crypto.subtle.exportKey('jwk', publicKey)
  return BigInt(`0x${Buffer.from(n!, 'base64url').toString('hex')}`)
}

type Given = readonly [text: string, key: string]
const rows: (readonly [rule: string, severity: string, fires: Given, nearly: Given])[] = []

beforeAll(async () => {
  const n = await modulus()
  const privateKey = await generateKeyPair('RS256', { extractable: true })
  const spki = await exportSPKI(privateKey.publicKey)
  const publicJwk = await exportJWK(privateKey.publicKey)
  const p = 2n ** 1023n + 1155n
  const keySet = (...keys: object[]) => JSON.stringify({ keys })
  const es256 = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(es256.privateKey)
  rows.push(
    ['header-x5c', 'error', [es({ x5c: ['AAAA'] }), ''], [es({ x5c: [p256Certificate] }), '']],
    [
      'header-x5c',
      'error',
      [es({ x5c: p256Certificate }), ''],
      [es({ x5c: [p256Certificate] }), fixture('p256.spki.pem')],
    ],
    [
      'header-x5c',
      'error',
      [es({ x5c: [p256Certificate] }), JSON.stringify(P256)],
      [es({ x5c: [p256Certificate] }), 'a secret'],
    ],
    [
      'header-x5c-self-signed',
      'warning',
      [es({ x5c: [p256Certificate] }), ''],
      [es({ x5c: [p256Certificate, p256Certificate] }), ''],
    ],
    [
      'header-x5t',
      'error',
      [es({ 'x5t#S256': 'AAAA' }), fixture('p256.certificate.pem')],
      [es({ 'x5t#S256': x5tS256 }), fixture('p256.certificate.pem')],
    ],
    [
      'header-x5t',
      'error',
      [es({ x5c: [p256Certificate], 'x5t#S256': 'AAAA' }), ''],
      [es({ x5c: [p256Certificate], 'x5t#S256': x5tS256 }), ''],
    ],
    ['hmac-key-short', 'error', [await hs('k'.repeat(31)), 'k'.repeat(31)], [await hs(random), random]],
    [
      'hmac-key-short',
      'error',
      [await hs(random, 'HS512'), random],
      [await hs(random + random, 'HS512'), random + random],
    ],
    ['hmac-key-known', 'error', [await hs('secret'), ''], [await hs('secrets'), '']],
    ['hmac-key-known', 'error', [await hs('your-256-bit-secret', 'HS384'), ''], [await hs(random), random]],
    ['hmac-key-known', 'error', [await hs(random), 'changeme'], [await hs(random), 'changeme-not']],
    [
      'hmac-key-known',
      'error',
      [token({ alg: 'HS256' }, claims, await emptyMac()), ''],
      [token({ alg: 'HS256' }, claims), ''],
    ],
    [
      'hmac-key-django-insecure',
      'error',
      [await hs(`django-insecure-${random}`), `django-insecure-${random}`],
      [await hs(`x-django-insecure-${random}`), `x-django-insecure-${random}`],
    ],
    [
      'hmac-key-guessable',
      'warning',
      [await hs('MyCompany2024Production'), 'MyCompany2024Production'],
      [await hs(random), random],
    ],
    [
      'hmac-key-guessable',
      'warning',
      [await hs('aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb----'), 'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb----'],
      [rs, spki],
    ],
    ['key-confusion', 'error', [await hs(spki), spki], [await hs(random), spki]],
    ['key-confusion', 'error', [await hs(spki.trim()), `${spki.trim()}\n`], [rs, spki]],
    [
      'key-confusion',
      'error',
      [await hs(spki), JSON.stringify(publicJwk)],
      [await hs(random), JSON.stringify(publicJwk)],
    ],
    ['key-confusion', 'error', [await hs(JSON.stringify(publicJwk)), spki], [rs, spki]],
    ['key-confusion', 'error', [await hs(`${spki.trim()}\n`), spki.trim()], [await hs('x'), spki]],
    [
      'key-confusion',
      'error',
      [await hs(Buffer.from(spki.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')), spki],
      [await hs(random), random],
    ],
    ['hmac-with-public-key', 'error', [await hs(random), spki], [rs, spki]],
    [
      'hmac-with-public-key',
      'error',
      [await hs(random), JSON.stringify(P256)],
      [await hs(random), keySet(P256, { kty: 'oct', k: encode(random) })],
    ],
    ['rsa-short', 'error', [rs, fixture('rsa1024.spki.pem')], [rs, fixture('rsa2048.spki.pem')]],
    ['rsa-exponent', 'error', [rs, rsa(n, 1n)], [rs, rsa(n)]],
    ['rsa-exponent', 'error', [rs, rsa(n, 65536n)], [rs, rsa(n, 65539n)]],
    ['rsa-exponent', 'warning', [rs, rsa(n, 3n)], [rs, rsa(n, 65537n)]],
    ['rsa-modulus', 'error', [rs, rsa(n + 1n)], [rs, rsa(n)]],
    ['rsa-modulus', 'error', [rs, rsa(3n * (2n ** 2046n + 1n))], [rs, rsa(n)]],
    [
      'rsa-shared-prime',
      'error',
      [rs, keySet(JSON.parse(rsa(p * (2n ** 1024n + 643n))), JSON.parse(rsa(p * (2n ** 1024n + 1459n))))],
      [rs, keySet(JSON.parse(rsa(n)), JSON.parse(rsa(await modulus())))],
    ],
    ['ec-point', 'error', [es(), JSON.stringify({ ...P256, x: P256.y })], [es(), JSON.stringify(P256)]],
    ['ec-curve', 'error', [es(), JSON.stringify({ ...P256, crv: 'P-192' })], [es(), JSON.stringify(P256)]],
    ['ec-curve', 'info', [es(), fixture('secp256k1.spki.pem')], [es(), fixture('p256.spki.pem')]],
    [
      'jwk-contradiction',
      'error',
      [es(), JSON.stringify({ ...P256, alg: 'ES384' })],
      [es(), JSON.stringify({ ...P256, alg: 'ES256' })],
    ],
    [
      'jwk-contradiction',
      'error',
      [es(), JSON.stringify({ ...P256, use: 'enc' })],
      [es(), JSON.stringify({ ...P256, use: 'sig' })],
    ],
    [
      'jwk-contradiction',
      'error',
      [es(), JSON.stringify({ ...P256, key_ops: ['deriveBits'] })],
      [es(), JSON.stringify({ ...P256, key_ops: ['verify'] })],
    ],
    ['jwk-contradiction', 'error', [rs, JSON.stringify(P256)], [rs, fixture('p256.spki.pem')]],
    ['jwks-private', 'error', [es(), keySet(jwk, P256)], [es(), JSON.stringify(jwk)]],
    [
      'jwks-private',
      'error',
      [es(), keySet({ kty: 'oct', k: 'AAAA' }, P256)],
      [es(), keySet(P256, { ...P256, kid: 'b' })],
    ],
    [
      'jwks-kid',
      'error',
      [es({ kid: 'a' }), keySet({ ...P256, kid: 'a' }, { ...jwk, d: undefined, kid: 'a' })],
      [es({ kid: 'a' }), keySet({ ...P256, kid: 'a' }, { ...P256, kid: 'b' })],
    ],
    [
      'jwks-kid',
      'error',
      [es({ kid: 'c' }), keySet({ ...P256, kid: 'a' })],
      [es({ kid: 'c' }), JSON.stringify({ ...P256, kid: 'a' })],
    ],
    [
      'jwks-kid',
      'error',
      [es({ kid: 'c' }), keySet({ ...P256, kid: 'a' }, { ...P256, kid: 'b' })],
      [es({ kid: 'c' }), keySet(P256, { ...P256 })],
    ],
  )
})

async function emptyMac(): Promise<Uint8Array> {
  const { createHmac } = await import('node:crypto')
  const input = token({ alg: 'HS256' }, claims).split('.').slice(0, 2).join('.')
  return createHmac('sha256', '').update(input).digest()
}

const p256Certificate = fixture('p256.certificate.pem').replaceAll(/-----[^-]+-----|\s/g, '')
const x5tS256 = createHash('sha256').update(Buffer.from(p256Certificate, 'base64')).digest('base64url')

const names = [
  'header-x5c',
  'header-x5c-self-signed',
  'header-x5t',
  'hmac-key-short',
  'hmac-key-known',
  'hmac-key-django-insecure',
  'hmac-key-guessable',
  'key-confusion',
  'hmac-with-public-key',
  'rsa-short',
  'rsa-exponent',
  'rsa-modulus',
  'rsa-shared-prime',
  'ec-point',
  'ec-curve',
  'jwk-contradiction',
  'jwks-private',
  'jwks-kid',
]

describe('key', () => {
  it.each(names)('%s is found, and not on its neighbour', async (name) => {
    const own = rows.filter(([rule]) => rule === name)
    expect(own.length).toBeGreaterThan(0)
    for (const [rule, severity, fires, nearly] of own) {
      const label = `${fires[0].slice(0, 30)} ${fires[1].slice(0, 60)}`
      const found = (await findingsOf(...fires)).filter((finding) => finding.rule === rule)
      expect(
        found.map((finding) => finding.severity),
        label,
      ).toContain(severity)
      for (const finding of found) {
        expect(findingWords[finding.rule].text(finding.values)).not.toMatch(/undefined|NaN|null|\[object/)
      }
      const silent = (await findingsOf(...nearly)).filter((finding) => finding.rule === rule)
      expect(silent, `neighbour of ${label}`).toEqual([])
    }
  })
})

describe('a key’s text, read as a secret by choice', async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const pem = await exportSPKI(pair.publicKey)
  const jwk = JSON.stringify(await exportJWK(pair.publicKey))
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  const privatePem = await exportPKCS8(pair.privateKey)
  it.each<[string, KeyFormat, string, string | Uint8Array, boolean]>([
    ['PEM', 'secret-utf8', pem, pem, true],
    ['a JWK', 'secret-utf8', jwk, jwk, true],
    ['DER', 'secret-base64', der.toString('base64'), der, true],
    ['DER', 'secret-base64url', der.toString('base64url'), der, true],
    ['DER', 'secret-hex', der.toString('hex'), der, true],
    ['PEM', 'secret-base64', Buffer.from(pem).toString('base64'), pem, true],
    ['a private key', 'secret-utf8', privatePem, privatePem, false],
    [
      'JSON that is no key',
      'secret-utf8',
      '{"a":"a secret of some length"}',
      '{"a":"a secret of some length"}',
      false,
    ],
  ])('%s as %s', async (_, format, keyText, octets, isFound) => {
    const reading = await readKeys(keyText, format)
    const keys = reading.ok ? reading.value : null
    const found = await findingsOf(await hs(octets), keyText, { keys, key: keys!.keys[0]! })
    expect(found.some(({ rule }) => rule === 'key-confusion')).toBe(isFound)
    const other = await findingsOf(await hs(random), keyText, { keys, key: keys!.keys[0]! })
    expect(other.some(({ rule }) => rule === 'key-confusion')).toBe(false)
  })
})
