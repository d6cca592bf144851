import { readFileSync } from 'node:fs'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { decode } from '../../../src/core/decode/index.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import { checkKeyBinding } from '../../../src/core/validate/keyBinding.ts'
import { examine, rejectionOf } from '../../../src/core/validate/presented.ts'
import { digest, Hidden, issue } from './issuer.ts'

const now = 1_800_000_000
const here = { audience: 'https://verifier.example.org', nonce: 'n-1', now, skew: 60 }

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
let issuer: Pair
let holder: Pair
let jwk: object

beforeAll(async () => {
  issuer = await generateKeyPair('ES256', { extractable: true })
  holder = await generateKeyPair('ES256', { extractable: true })
  jwk = await exportJWK(holder.publicKey)
})

interface Damage {
  cnf?: unknown
  header?: object
  claims?: JWTPayload
  without?: string
  key?: CryptoKey
  alg?: string
  secret?: Uint8Array
}

/** An SD-JWT+KB that is right in all but what is asked for. */
async function present(damage: Damage = {}): Promise<string> {
  const { payload, disclosures } = issue({ sub: 'ada', name: new Hidden('Ada'), mail: new Hidden('a@b.c') })
  const cnf = 'cnf' in damage ? damage.cnf : { jwk }
  const jws = await new SignJWT({ ...payload, ...(cnf !== undefined && { cnf }) } as JWTPayload)
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt' })
    .sign(issuer.privateKey)
  const presented = [jws, ...disclosures, ''].join('~')
  const claims: JWTPayload = {
    iat: now - 10,
    aud: here.audience,
    nonce: here.nonce,
    sd_hash: digest(presented),
    ...damage.claims,
  }
  if (damage.without !== undefined) delete claims[damage.without]
  const jwt = await new SignJWT(claims)
    .setProtectedHeader({ alg: damage.alg ?? 'ES256', typ: 'kb+jwt', ...damage.header })
    .sign(damage.secret ?? damage.key ?? holder.privateKey)
  return presented + jwt
}

async function outcomes(text: string, keyText: string | null = null) {
  const sdJwt = decode(text, { from: 0, to: text.length })
  if (sdJwt.kind !== 'sd-jwt') throw new Error(sdJwt.kind)
  const reading = keyText === null ? null : await readKeys(keyText, 'detect')
  const presented = await examine(text, sdJwt, reading?.ok ? reading.value : null)
  const checks = presented.binding === null ? [] : checkKeyBinding(presented.binding, here)
  const unmet = checks
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ name, outcome }) => `${name} ${outcome}`)
  return { unmet, rejection: rejectionOf(presented), checks }
}

describe('RFC 9901', () => {
  test.each(['5_2.presentation_kb', 'A_4.w3c_vcdm2.presentation_kb', '8_2.flattened_presentation_kb'])(
    '%s',
    async (id) => {
      const row = JSON.parse(readFileSync(`tests/fixtures/rfc9901/${id}.json`, 'utf8'))
      const text: string = row.sdJwt ?? JSON.stringify(row.jwsJson, null, 2)
      const sdJwt = decode(text, { from: 0, to: text.length })
      if (sdJwt.kind !== 'sd-jwt') throw new Error(sdJwt.kind)
      const presented = await examine(text, sdJwt, null)
      expect(rejectionOf(presented)).toBeNull()
      expect(JSON.parse(presented.seen.processed!)).toEqual(row.processedPayload)
      const { payload } = row.keyBindingJwt
      const circumstances = { audience: payload.aud, nonce: payload.nonce, now: payload.iat + 1, skew: 0 }
      const checks = checkKeyBinding(presented.binding!, circumstances)
      expect(checks.every(({ outcome }) => outcome === 'met')).toBe(true)
    },
  )
})

const stranger = await generateKeyPair('EdDSA')

describe('a Key Binding JWT', () => {
  it('that is right meets every check', async () => {
    expect(await outcomes(await present())).toMatchObject({ unmet: [], rejection: null })
  })

  test.each<[what: string, damage: () => Damage, unmet: string[], isRejected: boolean]>([
    ['another typ', () => ({ header: { typ: 'JWT' } }), ['kb-typ broken'], true],
    ['application/kb+jwt', () => ({ header: { typ: 'application/KB+JWT' } }), [], false],
    ['no iat', () => ({ without: 'iat' }), ['kb-iat broken'], true],
    ['an iat that is no number', () => ({ claims: { iat: 'now' as never } }), ['kb-iat broken'], true],
    ['an iat ahead of the clock', () => ({ claims: { iat: now + 61 } }), ['kb-iat broken'], false],
    ['an iat within the tolerance', () => ({ claims: { iat: now + 60 } }), [], false],
    ['an exp that has passed', () => ({ claims: { exp: now - 61 } }), ['kb-iat broken'], false],
    ['an exp within the tolerance', () => ({ claims: { exp: now - 59 } }), [], false],
    ['an old iat', () => ({ claims: { iat: now - 3600 } }), ['kb-iat undecided'], false],
    ['no nonce', () => ({ without: 'nonce' }), ['kb-nonce broken'], true],
    ['another nonce', () => ({ claims: { nonce: 'n-2' } }), ['kb-nonce broken'], false],
    ['a nonce that is a number', () => ({ claims: { nonce: 1 } }), ['kb-nonce broken'], true],
    ['no aud', () => ({ without: 'aud' }), ['kb-aud broken'], true],
    ['another aud', () => ({ claims: { aud: 'https://other.example' } }), ['kb-aud broken'], false],
    ['an aud that is a list', () => ({ claims: { aud: [here.audience] } }), ['kb-aud broken'], true],
    ['no sd_hash', () => ({ without: 'sd_hash' }), ['kb-sd-hash broken'], true],
    ['the hash of something else', () => ({ claims: { sd_hash: digest('x') } }), ['kb-sd-hash broken'], true],
    ['the issuer’s signature', () => ({ key: issuer.privateKey }), ['kb-signature broken'], true],
    [
      'the signature of another kind of key',
      () => ({ alg: 'EdDSA', key: stranger.privateKey }),
      ['kb-signature broken'],
      true,
    ],
    ['a MAC', () => ({ alg: 'HS256', secret: new Uint8Array(32) }), ['kb-signature broken'], true],
    ['no cnf', () => ({ cnf: undefined }), ['kb-key broken', 'kb-signature undecided'], true],
    ['a cnf that is a string', () => ({ cnf: 'x' }), ['kb-key broken', 'kb-signature undecided'], true],
    ['an empty cnf', () => ({ cnf: {} }), ['kb-key broken', 'kb-signature undecided'], true],
    [
      'a jwk that is none',
      () => ({ cnf: { jwk: { kty: 'EC' } } }),
      ['kb-key broken', 'kb-signature undecided'],
      true,
    ],
    ['a kid alone', () => ({ cnf: { kid: 'h1' } }), ['kb-key undecided', 'kb-signature undecided'], false],
    [
      'a jku',
      () => ({ cnf: { jku: 'https://x.example', kid: 'h1' } }),
      ['kb-key undecided', 'kb-signature undecided'],
      false,
    ],
  ])('with %s', async (_, damage, unmet, isRejected) => {
    const found = await outcomes(await present(damage()))
    expect(found.unmet).toEqual(unmet)
    expect(found.rejection).toBe(isRejected ? 'key-binding' : null)
  })

  it('with alg none', async () => {
    const text = await present()
    const jwt = `${Buffer.from('{"alg":"none","typ":"kb+jwt"}').toString('base64url')}.${text.split('.').at(-2)}.`
    const found = await outcomes(text.slice(0, text.lastIndexOf('~') + 1) + jwt)
    expect(found).toMatchObject({ unmet: ['kb-signature broken'], rejection: 'key-binding' })
  })

  it('is checked with a supplied key that has the kid of cnf', async () => {
    const keys = JSON.stringify({ ...jwk, kid: 'h1' })
    expect(await outcomes(await present({ cnf: { kid: 'h1' } }), keys)).toMatchObject({
      unmet: [],
      rejection: null,
    })
  })

  it('does not hold once a disclosure is gone, added or moved', async () => {
    const [jws, a, b, kb] = (await present()).split('~')
    for (const parts of [
      [jws, a, kb],
      [jws, b, a, kb],
      [jws, kb],
    ]) {
      expect(await outcomes(parts.join('~'))).toMatchObject({
        unmet: ['kb-sd-hash broken'],
        rejection: 'key-binding',
      })
    }
  })

  it('is not asked for', async () => {
    const text = await present()
    expect(await outcomes(text.slice(0, text.lastIndexOf('~') + 1))).toMatchObject({
      unmet: [],
      rejection: null,
    })
  })

  it('yields to disclosures that must be rejected', async () => {
    const [jws, a, b, kb] = (await present()).split('~')
    expect((await outcomes([jws, a, a, b, kb].join('~'))).rejection).toBe('disclosures')
  })
})

describe('in JSON serialization', () => {
  const json = async (general: boolean, change: (header: Record<string, unknown>) => void = () => {}) => {
    const [jws = '', a, b, kb_jwt] = (await present()).split('~')
    const [protectedHeader, payload, signature] = jws.split('.')
    const header: Record<string, unknown> = { disclosures: [a, b], kb_jwt }
    change(header)
    const one = { protected: protectedHeader, header, signature }
    return JSON.stringify(
      general ? { payload, signatures: [one, { ...one, header: { kid: '2' } }] } : { payload, ...one },
    )
  }
  const faults = (text: string) => decode(text, { from: 0, to: text.length }).faults.map(({ code }) => code)

  test.each([false, true])('general: %s', async (general) => {
    expect(await outcomes(await json(general))).toMatchObject({ unmet: [], rejection: null })
    expect(faults(await json(general))).toEqual([])
  })

  it('takes escapes in a disclosure', async () => {
    const text = (await json(false)).replace('"disclosures":["W', '"disclosures":["\\u0057')
    expect(await outcomes(text)).toMatchObject({ unmet: [], rejection: null })
  })

  it('refuses what is of the wrong type, and what stands in a later header', async () => {
    expect(faults(await json(false, (header) => Object.assign(header, { disclosures: 'x' })))).toEqual([
      'member-type',
    ])
    expect(faults(await json(false, (header) => Object.assign(header, { disclosures: [1] })))).toEqual([
      'member-type',
    ])
    expect(faults(await json(false, (header) => Object.assign(header, { kb_jwt: 'a.b' })))).toEqual([
      'sd-jwt-key-binding',
    ])
    const later = (await json(true)).replace('"kid":"2"', '"kid":"2","kb_jwt":""')
    expect(faults(later)).toEqual(['sd-jwt-later-header'])
  })
})
