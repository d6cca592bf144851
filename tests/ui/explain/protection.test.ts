// @vitest-environment node
import { CompactEncrypt, CompactSign, GeneralEncrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import { dpopSample, sdJwtSample } from '../../../src/samples/proofs.ts'
import { Hidden, issue, unsigned } from '../../core/validate/issuer.ts'
import { base64url, hs256, secret } from '../../site/inspector.ts'
import { encoder, HOUR, hs, NOW, opening, reader, rs256, rsa, seal, shown, told } from './told.ts'

const sealed = (claims: object, header: object = {}) =>
  new CompactEncrypt(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM', ...header })
    .encrypt(reader.publicKey)

const disagree = 'the claims inside disagree on'

describe('what the header of a JWE repeats', () => {
  it.each<[what: string, claims: object, header: object, names: string | null]>([
    ['another issuer', { iss: 'a' }, { iss: 'b' }, 'iss'],
    ['another issuer and audience', { iss: 'a', aud: ['c'] }, { iss: 'b', aud: 'd' }, 'iss, aud'],
    ['a subject that is not inside', { iss: 'a' }, { sub: 'b' }, 'sub'],
    ['the same', { iss: 'a', sub: 'b' }, { iss: 'a', sub: 'b' }, null],
    ['an audience alone and in a list', { aud: ['a'] }, { aud: 'a' }, null],
    ['no claim', { iss: 'a' }, { kid: 'b' }, null],
  ])('%s', async (_, claims, header, names) => {
    const text = await told(await sealed(claims, header), { key: opening })
    if (names === null) expect(text).not.toContain(disagree)
    else expect(text).toContain(`${disagree} ${names},`)
  })

  it('is not called open to all where the header is encrypted too', async () => {
    const inner = await sealed({ iss: 'a' }, { iss: 'b' })
    const text = await told(await seal(inner), { key: opening })
    expect(text).toContain(`${disagree} iss,`)
    expect(text).not.toContain('anyone can read')
  })

  it('is not held against what nobody has opened', async () => {
    expect(await told(await sealed({ iss: 'a' }, { iss: 'b' }))).not.toContain(disagree)
  })
})

describe('how content is encrypted', () => {
  it('with a shared key', async () => {
    const key = new Uint8Array(16)
    const token = await new CompactEncrypt(encoder.encode('{}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128GCM' })
      .encrypt(key)
    const text = await told(token, {
      key: JSON.stringify({ kty: 'oct', k: Buffer.from(key).toString('base64url') }),
    })
    expect(text).toContain(
      'A128GCM for encrypting the content, with a key that both sides share already (dir).',
    )
    expect(text).not.toContain('dir for the key to it')
  })

  it('for several recipients', async () => {
    const encryption = new GeneralEncrypt(encoder.encode('{}')).setProtectedHeader({ enc: 'A128GCM' })
    encryption.addRecipient(reader.publicKey).setUnprotectedHeader({ alg: 'ECDH-ES+A128KW' })
    encryption.addRecipient(reader.publicKey).setUnprotectedHeader({ alg: 'ECDH-ES+A256KW' })
    const token = JSON.stringify(await encryption.encrypt())
    expect(await told(token)).toContain(
      'for 2 recipients, each with a key of their own. It has not been opened: that needs the key of one of them.',
    )
    expect(await told(await sealed({}))).not.toContain('recipients')
  })
})

describe('what keeps a signature from being checked', () => {
  const crit = (value: string) => hs256('{"iss":"x"}', `{"alg":"HS256","crit":${value},"x":1}`)
  it.each<[what: string, token: string, wanted: string, unwanted: string]>([
    [
      'an extension that it demands',
      crit('["x"]'),
      'demands (crit) that its reader understands “x”',
      'the verdict says why',
    ],
    ['a malformed demand', crit('[]'), '(crit) is not written as it must be', 'demands (crit)'],
    ['no payload', hs({}).replace(/\.[^.]*\./, '..'), 'the payload is needed too', 'the verdict says why'],
    ['a broken header', `${base64url('{"alg"')}.e30.AA`, 'Its header is broken', 'names no algorithm'],
  ])('%s', async (_, token, wanted, unwanted) => {
    const text = await told(token, { key: secret })
    expect(text).toContain(wanted)
    expect(text).not.toContain(unwanted)
  })

  it('is none of these where it can be', async () => {
    const b64 = hs256('{"iss":"x"}', '{"alg":"HS256","crit":["b64"],"b64":true}')
    expect(await told(b64, { key: secret })).not.toContain('crit')
  })
})

describe('a key that the header brings', async () => {
  const token = await new CompactSign(encoder.encode('{"iss":"a"}'))
    .setProtectedHeader({ alg: 'RS256', jwk: JSON.parse(shown), jku: 'https://a.example/keys' })
    .sign(rsa.privateKey)
  it('proves nothing', async () => {
    expect(await told(token)).toContain(
      'brings a key, or points to one (jwk, jku). By itself that proves nothing',
    )
  })
  it('is spoken of once, where it is the one that was given', async () => {
    expect(await told(token, { key: shown })).not.toContain('By itself that proves nothing')
  })
  it('is not spoken of where there is none', async () => {
    expect(await told(await rs256({ iss: 'a' }, { kid: 'b' }))).not.toContain('brings a key')
  })
})

describe('what a holder discloses', () => {
  const never = 'by itself it never expires'
  const sdJwt = (claims: Parameters<typeof issue>[0]) => unsigned(issue(claims))
  const withheld = (text: string) => `${text.split('~')[0]}~`
  it('claims', async () => {
    expect(await told(sdJwt({ name: new Hidden('a') }))).toContain('discloses 1 claim and holds nothing back')
  })
  it('elements of a list', async () => {
    expect(await told(sdJwt({ list: [new Hidden('a'), 'b'] }))).toContain(
      'discloses 1 value and holds nothing back',
    )
  })
  it('nothing, though it could', async () => {
    expect(await told(withheld(sdJwt({ exp: new Hidden(NOW + HOUR) })))).toContain(
      'discloses nothing. Without a disclosure: 1 digest.',
    )
  })
  it('nothing, as there is nothing', async () => {
    expect(await told(sdJwt({ iss: 'a' }))).toContain('Nothing in it can be held back')
  })
  it('and its expiry may be among what is held back', async () => {
    const token = sdJwt({ exp: new Hidden(NOW + HOUR) })
    expect(await told(withheld(token))).toContain('one may be among what is held back')
    expect(await told(withheld(token))).not.toContain(never)
    expect(await told(token)).toContain('It expires in 60 min')
    expect(await told(sdJwt({ name: new Hidden('a') }))).toContain(never)
    const unknown = unsigned({
      payload: { _sd_alg: 'md5', _sd: ['x'] },
      disclosures: [base64url('["s","exp",1]')],
    })
    expect(await told(unknown)).not.toContain(never)
  })
})

describe('what a match covers', () => {
  const unaltered = 'nothing was altered since it was signed'
  const flattened = async (header: object) => {
    const [prefix, body, signature] = (await rs256({ iss: 'a' })).split('.')
    return JSON.stringify({ payload: body, protected: prefix, signature, ...header })
  }
  it('not an unprotected header', async () => {
    const text = await told(await flattened({ header: { kid: 'b' } }), { key: shown })
    expect(text).toContain(
      'The signature matches the key you supplied. It does not cover the unprotected header',
    )
    expect(text).not.toContain(unaltered)
    expect(await told(await flattened({}), { key: shown })).toContain(unaltered)
  })
  it('not disclosures that do not fit', async () => {
    const { token, key } = await sdJwtSample()
    expect(await told(token, { key })).toContain(unaltered)
    const parts = token.split('~')
    parts.splice(1, 1, base64url('["salt","family_name","Eve"]'))
    const text = await told(parts.join('~'), { key })
    expect(text).toContain('Its disclosures do not fit what was signed')
    expect(text).not.toContain(unaltered)
  })
  it('not the key of another DPoP proof', async () => {
    const { token } = await dpopSample()
    const text = await told(token.replace(/^(DPoP: .*)...$/m, '$1AAA'), { selected: 0 })
    expect(text).toContain('Its signature does not match the key that it brings.')
    expect(text).not.toContain('has not been checked')
  })
})
