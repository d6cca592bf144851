import { describe, expect, it } from 'vitest'
import { findingWords } from '../../../src/content/findings/index.ts'
import type { Decryption } from '../../../src/core/crypto/decryption.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { fault } from '../../../src/core/text/result.ts'
import { encode, findingsOf, NOW, token } from './subject.ts'

const octets = (length: number, fill = 1) => new Uint8Array(length).fill(fill)
const claims = { iss: 'https://i.example', aud: 'a', exp: NOW + 60, iat: NOW }
const es256 = (signature: Uint8Array, header: object = {}) =>
  token({ alg: 'ES256', ...header }, claims, signature)
const jws = (header: object, payload: object | string = claims) => token({ alg: 'HS256', ...header }, payload)

/** A JWE whose parts have these lengths. */
function jwe(header: object, lengths: { key?: number; iv?: number; text?: number; tag?: number } = {}) {
  const { key = 0, iv = 12, text = 20, tag = 16 } = lengths
  const parts = [key, iv, text, tag].map((length) => encode(octets(length)))
  return `${encode(JSON.stringify({ alg: 'dir', enc: 'A128GCM', ...header }))}.${parts.join('.')}`
}

const der = Uint8Array.of(0x30, 6, 2, 1, 5, 2, 1, 7)
const rs = (r: Uint8Array, s: Uint8Array) => Uint8Array.of(...r, ...s)
const order = Uint8Array.from(
  'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'.match(/../g)!,
  (hex) => Number.parseInt(hex, 16),
)
const belowOrder = order.with(31, 0x50)
const P256 = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
}
const opened: Decryption = { state: 'decrypted', plaintext: octets(2), recipient: 0 }
const nowhere = { from: 0, to: 0 }
const twin = (text: string) => ({ others: [inspect(text).token!] })

type Case = string | readonly [text: string, more: Parameters<typeof findingsOf>[2]]

/** Each rule with a token that fires it and one that nearly does. */
const rows: readonly (readonly [rule: string, severity: string, fires: Case, nearly: Case])[] = [
  ['alg-case', 'error', jws({ alg: 'hs256' }), jws({})],
  ['alg-case', 'error', jws({ alg: 'NONE' }), jws({ alg: 'none' })],
  ['alg-unregistered', 'error', jws({ alg: 'HS128' }), jws({ alg: 'hs256' })],
  ['alg-unregistered', 'error', jwe({ enc: 'A512GCM' }), jwe({ enc: 'A256GCM' })],
  ['signature-empty', 'error', token({ alg: 'ES256' }, claims, ''), token({ alg: 'none' }, claims, '')],
  ['signature-length', 'error', es256(octets(63)), es256(octets(64))],
  [
    'signature-length',
    'error',
    token({ alg: 'EdDSA' }, claims, octets(65)),
    token({ alg: 'EdDSA' }, claims, octets(114)),
  ],
  [
    'signature-length',
    'error',
    token({ alg: 'HS512' }, claims, octets(32)),
    token({ alg: 'HS512' }, claims, octets(64)),
  ],
  ['signature-length', 'error', token({ alg: 'Ed25519' }, claims, octets(65)), es256(der)],
  ['signature-der', 'error', es256(der), es256(Uint8Array.of(0x30, 7, 2, 1, 5, 2, 1, 7))],
  ['signature-der', 'error', es256(der), token({ alg: 'HS256' }, claims, der)],
  ['signature-zero', 'error', es256(octets(64, 0)), es256(rs(belowOrder, belowOrder))],
  ['signature-zero', 'error', es256(rs(belowOrder, order)), es256(rs(octets(32), octets(32)))],
  ['alg-eddsa-deprecated', 'info', jws({ alg: 'EdDSA' }), jws({ alg: 'Ed25519' })],
  ['jwe-rsa1-5', 'error', jwe({ alg: 'RSA1_5' }, { key: 256 }), jwe({ alg: 'RSA-OAEP' }, { key: 256 })],
  [
    'ecdsa-nonce-reuse',
    'error',
    [es256(rs(octets(32), octets(32, 2))), twin(es256(rs(octets(32), octets(32, 3))))],
    [es256(rs(octets(32), octets(32, 2))), twin(es256(rs(octets(32), octets(32, 2))))],
  ],
  [
    'ecdsa-nonce-reuse',
    'error',
    [es256(rs(octets(32), octets(32, 2))), twin(es256(rs(octets(32), octets(32, 3))))],
    [
      es256(rs(octets(32), octets(32, 2)), { kid: '1' }),
      twin(es256(rs(octets(32), octets(32, 3)), { kid: '2' })),
    ],
  ],
  ['header-jwk', 'error', jws({ jwk: P256 }), jws({ kid: 'jwk' }, { jwk: P256 })],
  ['header-jwk', 'error', jws({ jwk: P256, typ: 'x+jwt' }), jws({ jwk: P256, typ: 'openid4vci-proof+jwt' })],
  [
    'header-jwk',
    'error',
    jws({ jwk: P256 }),
    token({ alg: 'ES256', typ: 'dpop+jwt', jwk: P256 }, { jti: '1' }),
  ],
  ['header-private-key', 'error', jws({ jwk: { ...P256, d: 'AA' } }), jws({ jwk: P256 })],
  ['header-private-key', 'error', jws({ jwk: { kty: 'oct', k: 'AA' } }), jws({ jwk: 'k' })],
  ['header-key-url', 'warning', jws({ jku: 'https://i.example/keys' }), jws({ kid: 'https' })],
  ['header-key-url', 'error', jws({ jku: 'https://evil.example/keys' }), jws({})],
  ['header-key-url', 'error', jws({ x5u: 'http://i.example/' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'https://127.0.0.1/' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'https://[::1]/' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'https://localhost/' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'https://u:p@i.example/' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'keys' }), jws({})],
  ['header-key-url', 'error', jws({ jku: 'https://i.example\\@evil.example/' }), jws({})],
  ['header-x5t', 'warning', jws({ x5t: 'AAAA' }), jws({ x5t: 'AAAA', 'x5t#S256': 'AAAA' })],
  ['kid-injection', 'error', jws({ kid: '../../etc/passwd' }), jws({ kid: 'a/b.c' })],
  ['kid-injection', 'error', jws({ kid: '%2e%2E%2fetc%2fpasswd' }), jws({ kid: '%2e%2f' })],
  ['kid-injection', 'error', jws({ kid: '/dev/null' }), jws({ kid: 'dev/null' })],
  ['kid-injection', 'error', jws({ kid: "x' OR 1=1 --" }), jws({ kid: "o'neill" })],
  ['kid-injection', 'error', jws({ kid: 'x; rm -rf /' }), jws({ kid: 'x-rm-rf' })],
  ['kid-injection', 'error', jws({ kid: '$(id)' }), jws({ kid: '$id' })],
  [
    'kid-injection',
    'error',
    jws({ kid: 'https://evil.example/k' }),
    jws({ kid: 'urn:ietf:params:oauth:jwk-thumbprint:sha-256:x' }),
  ],
  ['kid-injection', 'error', jws({ kid: 'a\u0000b' }), jws({ kid: 'did:web:example.com#key-1' })],
  ['kid-injection', 'error', jws({ kid: 'k'.repeat(257) }), jws({ kid: 'k'.repeat(256) })],
  ['kid-not-string', 'error', jws({ kid: 1 }), jws({ kid: '1' })],
  [
    'b64-in-jwt',
    'error',
    `${encode(JSON.stringify({ alg: 'HS256', b64: false, crit: ['b64'], typ: 'JWT' }))}.{}.${encode(octets(32))}`,
    `${encode(JSON.stringify({ alg: 'HS256', b64: false, crit: ['b64'] }))}.x.${encode(octets(32))}`,
  ],
  [
    'b64-in-jwt',
    'error',
    `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{"sub":"1"}.${encode(octets(32))}`,
    jws({ b64: true, crit: ['b64'] }),
  ],
  ['jwe-zip', 'warning', jwe({ zip: 'DEF' }), jws({ zip: 'DEF' })],
  [
    'jwe-zip',
    'error',
    [jwe({ zip: 'DEF' }), { decryption: { ...opened, plaintext: octets(250_001) } }],
    [jwe({}), { decryption: { ...opened, plaintext: octets(250_001) } }],
  ],
  [
    'jwe-zip',
    'error',
    [
      jwe({ zip: 'DEF' }),
      { decryption: { state: 'impossible', reason: fault('crypto-inflation-ask', nowhere) } },
    ],
    jwe({}),
  ],
  [
    'jwe-not-authenticated',
    'error',
    [
      jwe({ alg: 'RSA-OAEP' }),
      { decryption: opened, inner: inspect(token({ alg: 'none' }, claims, '')).token! },
    ],
    [jwe({ alg: 'RSA-OAEP' }), { decryption: opened, inner: inspect(`${jws({})}~`).token! }],
  ],
  ['payload-not-object', 'error', token({ alg: 'HS256' }, 'text'), jws({}).replace(/\.[^.]*\./, '..')],
  [
    'payload-not-object',
    'error',
    token({ alg: 'HS256' }, '[]'),
    [token({ alg: 'HS256', cty: 'JWT' }, jws({})), { inner: inspect(jws({})).token! }],
  ],
  [
    'pbes2-count',
    'error',
    jwe({ alg: 'PBES2-HS256+A128KW', p2c: 999, p2s: encode(octets(16)) }, { key: 24 }),
    jwe({ alg: 'PBES2-HS256+A128KW', p2c: 1000, p2s: encode(octets(8)) }, { key: 24 }),
  ],
  [
    'pbes2-count',
    'error',
    jwe({ alg: 'PBES2-HS256+A128KW', p2c: 1_200_001, p2s: encode(octets(16)) }, { key: 24 }),
    jwe({ alg: 'PBES2-HS256+A128KW', p2c: 1_200_000, p2s: encode(octets(16)) }, { key: 24 }),
  ],
  [
    'pbes2-count',
    'error',
    jwe({ alg: 'PBES2-HS256+A128KW', p2c: 5000, p2s: encode(octets(7)) }, { key: 24 }),
    jwe({ p2c: 1 }),
  ],
  [
    'epk-invalid',
    'error',
    jwe({ alg: 'ECDH-ES', epk: { ...P256, x: P256.y } }),
    jwe({ alg: 'ECDH-ES', epk: P256 }),
  ],
  [
    'epk-invalid',
    'error',
    jwe({ alg: 'ECDH-ES', epk: { kty: 'EC', crv: 'P-192', x: 'AA', y: 'AA' } }),
    jwe({ alg: 'ECDH-ES', epk: { kty: 'OKP', crv: 'X25519', x: encode(octets(32)) } }),
  ],
  [
    'epk-invalid',
    'error',
    jwe({ alg: 'ECDH-ES', epk: { kty: 'OKP', crv: 'X448', x: encode(octets(32)) } }),
    jwe({ alg: 'ECDH-ES', epk: { kty: 'OKP', crv: 'X448', x: encode(octets(56)) } }),
  ],
  ['gcm-sizes', 'error', jwe({}, { iv: 16 }), jwe({ enc: 'A128CBC-HS256' }, { iv: 16 })],
  ['gcm-sizes', 'error', jwe({}, { tag: 12 }), jwe({})],
  [
    'gcm-sizes',
    'error',
    jwe({ alg: 'A128GCMKW', iv: encode(octets(8)), tag: encode(octets(16)) }, { key: 16 }),
    jwe({ alg: 'A128GCMKW', iv: encode(octets(12)), tag: encode(octets(16)) }, { key: 16 }),
  ],
  ['jwe-iv-reuse', 'error', [jwe({}), twin(jwe({}, { text: 21 }))], [jwe({}), twin(jwe({}))]],
  [
    'jwe-iv-reuse',
    'error',
    [jwe({}), twin(jwe({}, { text: 21 }))],
    [jwe({ alg: 'A128KW' }, { key: 24 }), twin(jwe({ alg: 'A128KW' }, { key: 24, text: 21 }))],
  ],
  ['jwe-encrypted-key-length', 'error', jwe({}, { key: 16 }), jwe({})],
  [
    'jwe-encrypted-key-length',
    'error',
    jwe({ alg: 'A128KW' }, { key: 16 }),
    jwe({ alg: 'A128KW' }, { key: 24 }),
  ],
  [
    'jwe-encrypted-key-length',
    'error',
    jwe({ alg: 'ECDH-ES+A256KW', enc: 'A256CBC-HS512', epk: P256 }, { key: 64 }),
    jwe({ alg: 'ECDH-ES+A256KW', enc: 'A256CBC-HS512', epk: P256 }, { key: 72 }),
  ],
  [
    'nested-cty',
    'error',
    [jwe({}), { inner: inspect(jws({})).token! }],
    [jwe({ cty: 'JWT' }), { inner: inspect(jws({})).token! }],
  ],
  [
    'nested-cty',
    'error',
    [jwe({ cty: 'JWT' }), { inner: inspect(token({ alg: 'none' }, claims, '')).token! }],
    [jwe({}), { inner: null }],
  ],
  [
    'header-claim-mismatch',
    'error',
    jws({ iss: 'https://other.example' }),
    jws({ iss: 'https://i.example' }),
  ],
  [
    'header-claim-mismatch',
    'error',
    [jwe({ sub: 'a', cty: 'JWT' }), { inner: inspect(jws({}, { sub: 'b' })).token! }],
    [jwe({ sub: 'a', cty: 'JWT' }), { inner: inspect(jws({}, { sub: 'a' })).token! }],
  ],
  [
    'header-claim-mismatch',
    'error',
    [jwe({ aud: ['a', 'b'], cty: 'JWT' }), { inner: inspect(jws({}, { aud: ['a'] })).token! }],
    [jwe({ aud: 'a', cty: 'JWT' }), { inner: inspect(jws({}, { aud: ['a'] })).token! }],
  ],
  [
    'header-claim-mismatch',
    'error',
    [jwe({ aud: ['a', 'c'], cty: 'JWT' }), { inner: inspect(jws({}, { aud: ['a', 'b'] })).token! }],
    [jwe({ aud: ['b', 'a'], cty: 'JWT' }), { inner: inspect(jws({}, { aud: ['a', 'b'] })).token! }],
  ],
]

const given = (one: Case) => (typeof one === 'string' ? ([one, {}] as const) : one)

describe('header, signature and encryption', () => {
  it.each(rows)('%s is found: %s %.50s', async (rule, severity, fires) => {
    const [text, more] = given(fires)
    const found = (await findingsOf(text, '', more)).filter((finding) => finding.rule === rule)
    expect(found.map((finding) => finding.severity)).toContain(severity)
    for (const finding of found) {
      expect(findingWords[finding.rule].text(finding.values)).not.toMatch(/undefined|NaN|null|\[object/)
      for (const span of finding.at) expect(span.from < span.to && span.to <= text.length).toBe(true)
    }
  })
  it.each(rows)('%s stays silent on its neighbour: %s', async (rule, _, __, nearly) => {
    const [text, more] = given(nearly)
    expect((await findingsOf(text, '', more)).map((finding) => finding.rule)).not.toContain(rule)
  })
})

it('a JWK that is not for opening contradicts a token that is encrypted to it', async () => {
  const key = JSON.stringify({ ...P256, use: 'sig' })
  const reason = fault('fit-encryption-use', nowhere, { alg: 'ECDH-ES', use: 'sig' })
  const found = await findingsOf(jwe({ alg: 'ECDH-ES' }), key, {
    decryption: { state: 'impossible', reason },
  })
  expect(found).toContainEqual(
    expect.objectContaining({
      rule: 'jwk-contradiction',
      values: { member: 'use', says: 'sig', alg: 'ECDH-ES' },
    }),
  )
})
