/** What the network door makes of an answer. */
import { expect, it } from 'vitest'
import { judge } from '../../src/shell/door/judge.ts'

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

it.each([
  ['a key set', '{"keys":[]}', { kind: 'keys' }],
  ['a key set with a byte order mark', '\uFEFF{"keys":[{}]}', { kind: 'keys' }],
  ['one key', '{"kty":"EC"}', { kind: 'keys' }],
  ['a certificate', certificate, { kind: 'keys' }],
  [
    'metadata',
    '{"issuer":"https://a","jwks_uri":"https://a/k"}',
    { kind: 'metadata', keys: 'https://a/k', issuer: 'https://a' },
  ],
  [
    'metadata without an issuer',
    '{"jwks_uri":"https://a/k"}',
    { kind: 'metadata', keys: 'https://a/k', issuer: null },
  ],
  [
    'metadata with a strange issuer',
    '{"issuer":1,"jwks_uri":"x"}',
    { kind: 'metadata', keys: 'x', issuer: null },
  ],
  ['keys that are no list', '{"keys":{}}', { kind: 'not-keys' }],
  ['an address that is no string', '{"jwks_uri":["x"]}', { kind: 'not-keys' }],
  ['an error', '{"error":"not_found"}', { kind: 'not-keys' }],
  ['a list', '[{"kty":"EC"}]', { kind: 'not-keys' }],
  ['null', 'null', { kind: 'not-keys' }],
  ['inherited names', '{"__proto__":{"keys":[]}}', { kind: 'not-keys' }],
  ['a page', '\n<!doctype html><p>login', { kind: 'html' }],
  ['text', 'hello', { kind: 'not-json' }],
  ['nothing', '', { kind: 'not-json' }],
  ['deep nesting', '['.repeat(900_000), { kind: 'not-json' }],
  ['JSON cut short', '{"keys":[', { kind: 'not-json' }],
])('%s', (_, text, judgement) => {
  expect(judge(text)).toEqual(judgement)
})
