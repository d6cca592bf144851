import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture, readKey } from './fixture.ts'
import { wrappings } from './forms.ts'

async function setOf(text: string, format: Parameters<typeof readKeys>[1] = 'detect') {
  const reading = await readKeys(text, format)
  if (!reading.ok) throw new Error(reading.fault.code)
  return reading.value
}

describe('sets of JWKs', () => {
  const set = fixture('keys/jose-set.jwks.json')
  const array = fixture('keys/jwcrypto-array.jwk.json')

  test.each(Object.entries(wrappings))('a JWK Set of latchset jose: %s', async (_, wrap) => {
    const { format, keys, unread } = await setOf(wrap(set))
    expect(format).toBe('jwk-set')
    expect(keys.map(({ jwk }) => jwk.kid)).toEqual(['a', 'b', 'c'])
    expect(unread).toEqual([])
  })

  test.each(Object.entries(wrappings))('a bare array of jwcrypto: %s', async (_, wrap) => {
    const { format, keys } = await setOf(wrap(array))
    expect(format).toBe('jwk-array')
    expect(keys.map(({ jwk }) => jwk.kid)).toEqual(['one', 'two'])
  })

  test('private keys in a set', async () => {
    const { keys } = await setOf(fixture('keys/jose-set.private.jwks.json'))
    expect(keys.map(({ fromPrivate }) => fromPrivate)).toEqual([true, true, true])
    expect(keys.every(({ jwk, privateJwk }) => jwk.d === undefined && privateJwk?.d !== undefined)).toBe(true)
  })

  test('a set that answers of servers have around it', async () => {
    const { format, keys } = await setOf(`{"issuer":"https://example.com","jwks":${set},"ttl":3600}`)
    expect([format, keys.length]).toEqual(['jwk-set', 3])
  })

  test('a set in the source of a program', async () => {
    expect((await setOf(`const jwks = ${set};\nexport default jwks;`)).keys).toHaveLength(3)
    expect((await setOf(`$ curl https://example.com/jwks\n${set}\n$`)).keys).toHaveLength(3)
  })

  test('keys that cannot be read are no hindrance, and are told with their place', async () => {
    const { keys } = JSON.parse(set)
    const text = JSON.stringify({ keys: [{ kty: 'new' }, keys[0], 7, { kty: 'RSA', n: '!' }, keys[2]] })
    const read = await setOf(text)
    expect(read.keys.map(({ jwk }) => jwk.kid)).toEqual(['a', 'c'])
    expect(read.unread).toMatchObject([
      { code: 'jwk-kty-unknown', values: { place: 1 } },
      { code: 'jwk-not-object', values: { place: 3 } },
      { code: 'jwk-base64url', values: { place: 4, member: 'n' } },
    ])
    expect(text.slice(read.unread[1]!.span.from, read.unread[1]!.span.to)).toBe('7')
  })

  test.each([
    ['{"keys":[]}', 'detect', 'jwk-set-empty'],
    ['{"keys":{}}', 'jwk-set', 'jwk-member-type'],
    ['{"kty":"oct","k":"AA"}', 'jwk-set', 'jwk-set-missing'],
    ['{"kty":"oct","k":"AA"}', 'jwk-array', 'jwk-not-array'],
    [set, 'jwk', 'key-format-other'],
    [array, 'jwk', 'key-format-other'],
    [array, 'jwk-set', 'key-format-other'],
    ['{"keys":[{"kty":"new"}]}', 'detect', 'jwk-kty-unknown'],
  ] as const)('%.30s as %s: %s', async (text, format, code) => {
    expect(await readKeys(text, format)).toMatchObject({ ok: false, fault: { code } })
  })

  test('faults point into the text as it was pasted, whatever was undone', async () => {
    const text = `KEY=${JSON.stringify(JSON.stringify({ kty: 'oct', k: 'A!' }))}`
    const reading = await readKeys(text, 'detect')
    const { from, to } = reading.ok ? { from: 0, to: 0 } : reading.fault.span
    expect(text.slice(from, to)).toContain('A!')
  })

  test('1,000 keys', async () => {
    const { keys } = JSON.parse(set)
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...keys[i % 3], kid: String(i) }))
    const start = performance.now()
    expect((await setOf(JSON.stringify({ keys: many }))).keys).toHaveLength(1000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('certificates', () => {
  const chain = fixture('keys/chain-ecdsa.chain.pem')
  const blocks = chain.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g)!
  const bodies = blocks.map((block) => block.split('\n').slice(1, -1).join(''))
  const names = ['chain-ecdsa.example.com', 'chain-ecdsa Authority', 'chain-ecdsa Root']
  const commonName = (subject: string) => /^CN=([^,]*)/.exec(subject)?.[1]

  test.each([
    ['as it is', chain, []],
    ['the root first', [...blocks].reverse().join('\n'), ['certificate-order']],
    ['without the root', blocks.slice(0, 2).join('\n'), []],
    ['bare, one a line', bodies.join('\n'), []],
    ['bare, in the quotes of x5c', JSON.stringify(bodies, null, 2), []],
    ['bare, with commas', bodies.join(','), []],
  ])('a chain is one key: %s', async (_, text, notices) => {
    const { keys } = await setOf(text)
    expect(keys).toHaveLength(1)
    const found = keys[0]!.certificates.map(({ subject }) => commonName(subject))
    expect(found).toEqual(names.slice(0, found.length))
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(keys[0]!.notices.map(({ code }) => code)).toEqual(notices)
    expect(keys[0]!.jwk.kty).toBe('RSA')
  })

  test('certificates that have nothing to do with each other are keys of their own', async () => {
    const text = `${fixture('keys/p256.certificate.pem')}\n${fixture('keys/rsa2048.certificate.pem')}`
    expect((await setOf(text)).keys.map(({ jwk }) => jwk.kty)).toEqual(['EC', 'RSA'])
  })

  test('a key with its certificate is one', async () => {
    const text = `${fixture('keys/p256.pkcs8.pem')}\n${fixture('keys/p256.certificate.pem')}`
    const { keys } = await setOf(text)
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatchObject({ format: 'pem-pkcs8', fromPrivate: true, privateJwk: { kty: 'EC' } })
    expect(keys[0]!.certificates).toHaveLength(1)
  })

  test('an object of certificates by key ID', async () => {
    const text = JSON.stringify({
      one: fixture('keys/p256.certificate.pem'),
      two: fixture('keys/rsa2048.certificate.pem'),
    })
    expect((await setOf(text)).keys.map(({ jwk }) => jwk.kid)).toEqual(['one', 'two'])
  })

  test('a key for an algorithm that is not known', async () => {
    expect(await readKey(fixture('keys/dsa.certificate.pem'))).toMatchObject({
      ok: false,
      fault: { code: 'certificate-key' },
    })
  })

  test.each(['x5c-only.jwk.json', 'x5c.jwk.json'])('%s', async (file) => {
    const reading = await readKey(fixture(`keys/${file}`))
    expect(reading).toMatchObject({ ok: true, value: { format: 'jwk', jwk: { kty: 'RSA' }, notices: [] } })
    expect(reading.ok && reading.value.certificates.map(({ subject }) => commonName(subject))).toEqual(names)
  })

  const certified = JSON.parse(fixture('keys/x5c.jwk.json'))
  test.each([
    ['another key', { n: certified.n.replace(/^./, 'x') }, 'jwk-x5c-other'],
    ['another SHA-1 thumbprint', { x5t: 'AAAA' }, 'jwk-x5t-other'],
    ['another SHA-256 thumbprint', { 'x5t#S256': 'AAAA' }, 'jwk-x5t-other'],
    ['certificates in another order', { x5c: [certified.x5c[1], certified.x5c[0]] }, 'certificate-order'],
    ['no certificate', { x5c: ['AAAA'] }, 'jwk-x5c-unread'],
    ['no array', { x5c: 'AAAA' }, 'jwk-x5c-unread'],
  ])('x5c with %s is said', async (_, change, code) => {
    const reading = await readKey(JSON.stringify({ ...certified, ...change }))
    expect(reading.ok && reading.value.notices.map((notice) => notice.code)).toContain(code)
  })

  test('a certificate that is all there is of a key must be readable', async () => {
    expect(await readKey('{"x5c":["MIIB"]}')).toMatchObject({ ok: false, fault: { code: 'der-truncated' } })
    expect(await readKey('{"x5c":[]}')).toMatchObject({ ok: false, fault: { code: 'jwk-member-type' } })
  })
})

describe('id-RSASSA-PSS keys say which algorithms they leave', () => {
  test.each([
    ['rsa-pss.spki.pem', ['PS256', 'PS384', 'PS512']],
    ['rsa-pss.pkcs8.pem', ['PS256', 'PS384', 'PS512']],
    ['rsa-pss256.spki.pem', ['PS256']],
    ['rsa-pss384.pkcs8.pem', ['PS384']],
    ['rsa-pss512.spki.pem', ['PS512']],
    ['rsa-pss-salt.spki.pem', []],
    ['rsa-pss-mgf1.spki.pem', []],
    ['rsa2048.spki.pem', null],
  ])('%s', async (file, algs) => {
    expect(await readKey(fixture(`keys/${file}`))).toMatchObject({
      ok: true,
      value: { jwk: { kty: 'RSA' }, algs },
    })
  })
})

describe('ML-DSA (RFC 9881)', () => {
  test.each(
    ['44', '65', '87'].flatMap((size) => ['seed', 'expanded', 'both'].map((kind) => [size, kind] as const)),
  )('ML-DSA-%s, %s', async (size, kind) => {
    const open = await readKey(fixture(`rfc9881/ML-DSA-${size}.pub`))
    const reading = await readKey(fixture(`rfc9881/ML-DSA-${size}-${kind}.priv`))
    if (!open.ok || !reading.ok) throw new Error('not read')
    expect(reading.value.jwk).toEqual(open.value.jwk)
    expect(reading.value.fromPrivate).toBe(true)
    // RFC 9881, appendix C: the seed is the octets 00 to 1f. An expanded key has no form as a JWK.
    const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('base64url')
    expect(reading.value.privateJwk?.priv ?? null).toBe(kind === 'expanded' ? null : seed)
  })

  test.each(['44', '65', '87'])('the certificate of ML-DSA-%s', async (size) => {
    const reading = await readKey(fixture(`rfc9881/ML-DSA-${size}.crt`))
    expect(reading).toMatchObject({ ok: true, value: { jwk: { kty: 'AKP', alg: `ML-DSA-${size}` } } })
  })

  test('a seed that does not make the key beside it is refused', async () => {
    expect(await readKey(fixture('rfc9881/bad-ML-DSA-44-1.priv'))).toMatchObject({
      ok: false,
      fault: { code: 'key-public-half' },
    })
  })
})

describe('OpenSSH', () => {
  test('authorized_keys: options, comments and several keys', async () => {
    const rsa = fixture('keys/openssh-rsa2048.pub')
    const text = `# mine\nfrom="10.0.0.1",no-pty ${rsa}\ngithub.com ${fixture('keys/openssh-ed25519.pub')}`
    expect((await setOf(text)).keys.map(({ jwk }) => jwk.kty)).toEqual(['RSA', 'OKP'])
  })

  test('a line that was broken in copying', async () => {
    const line = fixture('keys/openssh-rsa2048.pub')
    const text = line.replaceAll(/(.{70})/g, '$1\n')
    expect(await readKey(text)).toMatchObject({ ok: true, value: { jwk: { kty: 'RSA' }, bits: 2048 } })
  })

  test('what cannot be read says which octet', async () => {
    const line = fixture('keys/openssh-ed25519.pub')
    expect(await readKey(line.slice(0, 60))).toMatchObject({
      ok: false,
      fault: { code: 'ssh-truncated', values: { octet: 19, needed: 32 } },
    })
    expect(await readKey(`sk-${line.replace('AAAAC3NzaC1l', 'AAAAGnNzaC1l')}`)).toMatchObject({ ok: false })
  })
})
