// @vitest-environment node
import { createHash } from 'node:crypto'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { Hidden, issue, unsigned } from '../../core/validate/issuer.ts'
import { base64url, secret } from '../../site/inspector.ts'
import { type Asked, encoder, HOUR, hs, NOW, opening, rs256, seal, shown, told } from './told.ts'

const holder = await generateKeyPair('ES256', { extractable: true })
const cnf = { jwk: await exportJWK(holder.publicKey) }

const binding = (claims: object) =>
  new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
    .sign(holder.privateKey)

/** A credential as its holder presents it. */
async function presented(claims: object, disclosure = ''): Promise<string> {
  const jws = await rs256({ iss: 'https://a.example', vct: 'v', cnf }, { typ: 'dc+sd-jwt' })
  const here = `${jws}~${disclosure}`
  const sd_hash = createHash('sha256').update(here).digest('base64url')
  return here + (await binding({ iat: NOW, aud: 'me', nonce: 'n', sd_hash, ...claims }))
}

const last = async (token: string, asked: Asked = {}) =>
  (await told(token, { key: shown, ...asked })).split('\n').at(-1)!

describe('a Key Binding JWT', () => {
  const mine = { audience: 'me', nonce: 'n' }
  it.each<[what: string, claims: object, asked: Asked, said: string]>([
    [
      'for who expects it, made just now',
      {},
      mine,
      'Its Key Binding JWT was made just now, by whoever holds the key that the credential names (cnf).',
    ],
    [
      'where nothing is expected',
      {},
      {},
      'Its Key Binding JWT was made just now, by whoever holds the key that the credential names (cnf).',
    ],
    [
      'of two hours ago',
      { iat: NOW - 2 * HOUR },
      mine,
      'Its Key Binding JWT was made 2 h ago, by whoever then held the key that the credential names (cnf).',
    ],
    [
      'beyond its exp',
      { exp: NOW - 1 },
      mine,
      'Its Key Binding JWT does not fit the time, or what you expect, so its verifier must refuse it.',
    ],
    [
      'ahead of the time',
      { iat: NOW + HOUR },
      mine,
      'Its Key Binding JWT does not fit the time, or what you expect, so its verifier must refuse it.',
    ],
    [
      'for others, with another nonce',
      { aud: 'you', nonce: 'm' },
      mine,
      'Its Key Binding JWT does not fit the time, or what you expect, so its verifier must refuse it.',
    ],
    [
      'over something else',
      { sd_hash: 'AAAA' },
      mine,
      'Its Key Binding JWT does not hold, so whoever gets it must reject it.',
    ],
  ])('%s', async (_, claims, asked, said) => {
    expect(await last(await presented(claims), asked)).toBe(said)
  })

  it('that does not hold beside disclosures that do not fit', async () => {
    const text = await told(await presented({ sd_hash: 'AAAA' }, `${base64url('["salt","name","Eve"]')}~`))
    expect(text).toContain('Its disclosures do not fit what was signed')
    expect(text).toContain('Its Key Binding JWT does not hold')
  })

  it('by itself needs the holder’s key', async () => {
    const text = await told(await binding({ iat: NOW, aud: 'me', nonce: 'n', sd_hash: 'AAAA' }))
    expect(text).toContain('needs the holder’s key, which the credential names (cnf).')
    expect(text).not.toContain('issuer’s public key')
  })
})

describe('a key that the claims name', () => {
  it('of an SD-JWT that comes without a Key Binding JWT', async () => {
    const text = await told(`${await rs256({ iss: 'a', cnf })}~`, { key: shown })
    expect(text).toContain(
      'It names its holder’s key (cnf), but without a Key Binding JWT nothing shows who presents it.',
    )
    expect(text).not.toContain('whoever has a copy')
    expect(text).not.toContain('must also prove')
    expect(await last(`${await rs256({ iss: 'a' })}~`)).toContain('whoever has a copy can present it')
  })
  it('binds nothing where nothing is signed', async () => {
    const none = `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify({ iss: 'a', cnf }))}.`
    expect(await told(none)).not.toContain('cnf')
    expect(await last(await rs256(none, { cty: 'JWT' }))).toContain('It is bound to a key (cnf)')
    expect(await last(await rs256({ iss: 'a', cnf }))).toContain('It is bound to a key (cnf)')
  })
  it.each([
    ['abc', 'a text, “abc”'],
    [[1], 'a list, “[1]”'],
    [{}, 'an object, “{}”'],
    [null, 'an empty value, “null”'],
  ])('is %j', async (value, is) => {
    expect(await last(hs({ iss: 'a', cnf: value }))).toBe(
      `Its holder’s key (cnf) is ${is}, where an object that names a key is needed.`,
    )
  })
})

describe('who made it', () => {
  it('is not shown by a secret that two know', async () => {
    const text = await told(hs({ iss: 'https://a.example' }), { key: secret })
    expect(text).toContain('It says that it was issued by “https://a.example” (iss).')
    expect(text.match(/could also have made it/g)).toHaveLength(1)
    expect(text).not.toContain('provided that')
  })
  it('of what is encrypted under a signature', async () => {
    const keys = JSON.stringify({ keys: [JSON.parse(shown), JSON.parse(opening)] })
    const inner = await seal('{"iss":"a"}')
    const text = await told(await rs256(inner, { cty: 'JWT' }), { key: keys })
    expect(text).toContain('The signature around it covers the encrypted text')
    expect(text).not.toContain('is not signed')
    expect(await told(inner, { key: opening })).toContain('What was inside is not signed')
  })
  it('may be among what is held back', async () => {
    const token = unsigned(issue({ vct: 'v', sub: new Hidden('s') }))
    const text = await told(`${token.split('~')[0]}~`)
    expect(text).toContain('It does not show who issued it (iss)')
    expect(text).toContain('that may be among what is held back')
    expect(text).not.toContain('does not say')
    expect(await told(unsigned(issue({ vct: 'v' })))).toContain('It does not say')
  })
})

it('names the type that is there of those that a kind can have', async () => {
  expect(await told(await presented({}))).toContain(': typ is dc+sd-jwt.')
})
