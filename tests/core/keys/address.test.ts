/** What may be fetched: every part of an address that could carry a secret is cut off, refused or pointed out. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readAddress } from '../../../src/core/keys/address.ts'

describe('an address', () => {
  it.each([
    ['https://idp.example/jwks', 'https://idp.example/jwks'],
    ['  https://IDP.example  ', 'https://idp.example/'],
    ['https://idp.example:8443/a/../b', 'https://idp.example:8443/b'],
    ['https://idp.example:443/b', 'https://idp.example/b'],
    ['http://localhost:8080/realms/x', 'http://localhost:8080/realms/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
    ['http://127.1/x', 'http://127.0.0.1/x'],
    ["https://idp.example/it's", 'https://idp.example/it%27s'],
    ['https://idp.example\\jwks', 'https://idp.example/jwks'],
  ])('%s is asked as %s', (text, url) => {
    expect(readAddress(text)).toMatchObject({ ok: true, value: { url } })
  })

  it.each([
    ['https://someone:secret@idp.example/', ['userinfo']],
    ['https://someone@idp.example/', ['userinfo']],
    ['https://idp.example/?token=secret', ['query']],
    ['https://idp.example/#secret', ['fragment']],
    ['https://someone:x@idp.example/a?secret#secret', ['userinfo', 'query', 'fragment']],
  ])('%s loses what is no part of it', (text, dropped) => {
    const read = readAddress(text)
    expect(read).toMatchObject({ ok: true, value: { dropped } })
    expect(JSON.stringify(read)).not.toMatch(/secret|someone/)
  })

  it.each([
    ['', 'address-unreadable'],
    ['idp.example', 'address-unreadable'],
    ['https://', 'address-unreadable'],
    ['/jwks', 'address-unreadable'],
    ['ftp://idp.example/', 'address-scheme'],
    ['javascript:alert(1)', 'address-scheme'],
    ['data:application/json,{}', 'address-scheme'],
    ['file:///etc/passwd', 'address-scheme'],
    ['blob:https://idp.example/x', 'address-scheme'],
    ['wss://idp.example/', 'address-scheme'],
    ['http://idp.example/', 'address-insecure'],
    ['http://localhost.evil.example/', 'address-insecure'],
    ['http://127.0.0.2/', 'address-insecure'],
    ['http://[::1]/', 'address-insecure'],
    ['http://localhost./', 'address-insecure'],
    [`https://idp.example/${'a'.repeat(300)}`, 'address-long'],
    [`https://${'a.'.repeat(70)}example/`, 'address-long'],
    [`https://idp.example/?${'a'.repeat(5000)}`, 'address-long'],
    ['https://idp.example/eyJhbGciOiJIUzI1NiJ9.e30.x', 'address-token'],
    ['https://idp.example/a/%65yJhbGciOiJIUzI1NiJ9', 'address-token'],
    ['https://idp.example/x;t=eyJhbGciOiJIUzI1NiJ9', 'address-token'],
  ])('%.60s is refused: %s', (text, code) => {
    expect(readAddress(text)).toMatchObject({ ok: false, fault: { code } })
  })
})

describe('a doubt', () => {
  const doubts = (text: string): string[] => {
    const read = readAddress(text)
    return read.ok ? read.value.doubts.map((doubt) => `${doubt.code} ${doubt.text}`) : [read.fault.code]
  }

  it.each([
    'https://accounts.google.com/.well-known/openid-configuration',
    'https://www.googleapis.com/oauth2/v3/certs',
    'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    'https://idp.example/.well-known/oauth-authorization-server/tenant1',
    'https://appleid.apple.com/auth/keys',
    'https://keycloak.example/realms/my-realm/protocol/openid-connect/certs',
    'http://localhost:8080/realms/test/protocol/openid-connect/certs',
  ])('is none of %s', (text) => {
    expect(doubts(text)).toEqual([])
  })

  it.each([
    [
      'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
      'random 9188040d-6c67-4c5b-b112-36a304b66dad',
    ],
    ['https://idp.example/dBjftJeZ4CVP-mB92K27uhbUJU1p1r', 'random dBjftJeZ4CVP-mB92K27uhbUJU1p1r'],
    ['https://s3cr3tk3yv4lu3p4rt.idp.example/', 'random s3cr3tk3yv4lu3p4rt'],
    ['https://idp.example/12345678901234567890', 'random 12345678901234567890'],
    ['https://203.0.113.9/keys', 'numeric-host 203.0.113.9'],
    ['https://0xcb007109/keys', 'numeric-host 203.0.113.9'],
    ['https://[2001:db8::1]/keys', 'numeric-host [2001:db8::1]'],
    ['https://gοοgle.example/', 'punycode xn--ggle-0nda.example'],
    ['https://idp.example/%73ecret', 'encoded /%73ecret'],
  ])('is raised by %.60s', (text, doubt) => {
    expect(doubts(text)).toContain(doubt)
  })
})

test('whatever the text: what is asked is short, https or of this machine, without query, and reads as itself', () => {
  const parts = fc.tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS:', 'https:\\\\', ' https://'),
    fc.oneof(
      fc.webAuthority({ withUserInfo: true, withPort: true }),
      fc.constantFrom('localhost:1', '127.0.0.1'),
    ),
    fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })),
    fc.oneof(fc.webQueryParameters(), fc.string()),
  )
  const text = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'binary' }),
    parts.map(([scheme, authority, path, query]) => `${scheme}${authority}${path}?${query}`),
  )
  fc.assert(
    fc.property(text, (given) => {
      const read = readAddress(given)
      if (!read.ok) return
      const { url, host, path } = read.value
      expect(url).toMatch(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/)/)
      expect(url).not.toMatch(/[?#'\s]/)
      expect(new URL(url).username).toBe('')
      expect(host.length).toBeLessThanOrEqual(128)
      expect(path.length).toBeLessThanOrEqual(256)
      expect(readAddress(url)).toMatchObject({ ok: true, value: { url, dropped: [] } })
    }),
    { numRuns: 2000 },
  )
})
