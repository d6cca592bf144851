/** Where keys are published, by OpenID Connect Discovery and RFC 8414, and what a token suggests. */
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import { firstAddress, issuerOf, sameIssuer, suggestionsOf } from '../../../src/core/keys/discovery.ts'

describe('the first address', () => {
  it.each([
    ['openid', 'https://idp.example', 'https://idp.example/.well-known/openid-configuration'],
    ['openid', 'https://idp.example/', 'https://idp.example/.well-known/openid-configuration'],
    // OpenID Connect Discovery 1.0 section 4.1.
    ['openid', 'https://example.com/issuer1', 'https://example.com/issuer1/.well-known/openid-configuration'],
    // RFC 8414 section 3.1.
    ['oauth', 'https://example.com', 'https://example.com/.well-known/oauth-authorization-server'],
    [
      'oauth',
      'https://example.com/issuer1',
      'https://example.com/.well-known/oauth-authorization-server/issuer1',
    ],
    [
      'oauth',
      'https://example.com/issuer1/',
      'https://example.com/.well-known/oauth-authorization-server/issuer1',
    ],
    [
      'openid',
      'https://idp.example/x/.well-known/openid-configuration',
      'https://idp.example/x/.well-known/openid-configuration',
    ],
    [
      'oauth',
      'https://idp.example/.well-known/oauth-authorization-server',
      'https://idp.example/.well-known/oauth-authorization-server',
    ],
    ['keys', ' https://idp.example/jwks ', 'https://idp.example/jwks'],
    ['openid', 'no address', 'no address'],
  ] as const)('%s %s is %s', (form, text, address) => {
    expect(firstAddress(form, text)).toBe(address)
  })
})

const base64url = (text: string): string => Buffer.from(text).toString('base64url')
const tokenOf = (header: object, payload: unknown) => {
  const { token } = inspect(`${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(payload))}.AAAA`)
  if (token === null) throw new Error('no token')
  return token
}

describe('what a token suggests', () => {
  const alg = 'RS256'
  it.each([
    ['nothing', { alg }, {}, []],
    ['its issuer', { alg }, { iss: 'https://idp.example/x' }, ['iss openid https://idp.example/x']],
    [
      'an issuer without a scheme',
      { alg },
      { iss: 'accounts.google.com' },
      ['iss openid https://accounts.google.com'],
    ],
    ['no issuer that is a name', { alg }, { iss: 'me' }, []],
    ['no issuer that is no string', { alg }, { iss: ['https://idp.example'] }, []],
    ['no script', { alg }, { iss: 'javascript:alert(1)' }, []],
    [
      'jku and x5u after the issuer',
      { alg, jku: 'https://a.example/k', x5u: 'https://b.example/c' },
      { iss: 'https://idp.example' },
      ['iss openid https://idp.example', 'jku keys https://a.example/k', 'x5u keys https://b.example/c'],
    ],
  ] as const)('%s', (_, header, payload, suggested) => {
    const found = suggestionsOf(tokenOf(header, payload))
    expect(found.map(({ form, text, from }) => `${from} ${form} ${text}`)).toEqual(suggested)
  })

  it('names the issuer as it is written', () => {
    expect(issuerOf(tokenOf({ alg }, { iss: 'me' }))).toBe('me')
    expect(issuerOf(tokenOf({ alg }, [1]))).toBeNull()
  })
})

it.each([
  ['https://a.example', 'https://a.example', 'same'],
  ['https://a.example/', 'https://a.example', 'but-slash'],
  ['https://a.example', 'https://a.example/', 'but-slash'],
  ['https://a.example', 'https://A.example', 'different'],
  ['https://a.example/x', 'https://a.example', 'different'],
])('issuers %s and %s: %s', (a, b, agreement) => {
  expect(sameIssuer(a, b)).toBe(agreement)
})
