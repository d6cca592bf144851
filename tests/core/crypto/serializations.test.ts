import { describe, expect, test } from 'vitest'
import type { Jws } from '../../../src/core/decode/token.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import { levelsOf, wordOfLevels } from '../../../src/state/levels.ts'
import { jsonFixture } from '../keys/fixture.ts'
import { check } from './check.ts'

interface OneSignature {
  readonly protected?: string
  readonly header?: object
  readonly signature: string
}

interface Cookbook {
  readonly input: { readonly key: object; readonly payload: string }
  readonly output: {
    readonly compact?: string
    readonly json?: { readonly payload: string; readonly signatures: readonly OneSignature[] }
    readonly json_flat?: OneSignature & { readonly payload: string }
  }
}

const names = {
  '4.1': '4_1.rsa_v15_signature',
  '4.2': '4_2.rsa-pss_signature',
  '4.4': '4_4.hmac-sha2_integrity_protection',
  '4.6': '4_6.protecting_specific_header_fields',
  '4.7': '4_7.protecting_content_only',
} as const

const cookbook = (section: keyof typeof names) => jsonFixture<Cookbook>(`rfc7520/jws/${names[section]}.json`)

const verified = { state: 'verified' }
const text = (form: unknown) => (typeof form === 'string' ? form : JSON.stringify(form))

describe('RFC 7520 section 4 in each serialization', () => {
  const rows = (Object.keys(names) as (keyof typeof names)[]).flatMap((section) => {
    const { input, output } = cookbook(section)
    return Object.entries(output).map(([form, token]) => ({ section, form, token, key: text(input.key) }))
  })

  test.each(rows)('$section $form verifies', async ({ token, key }) => {
    expect(await check(text(token), key)).toEqual(verified)
  })

  test.each(rows)('$section $form with another payload does not', async ({ token, key }) => {
    const other = text(token).replace('SXTigJlz', 'SXTigJlt')
    expect(other).not.toBe(text(token))
    expect(await check(other, key)).toMatchObject({ state: 'failed' })
  })

  const { input, output } = cookbook('4.4')
  const { payload, ...flattened } = output.json_flat!
  const { protected: header, signature } = flattened
  test.each([
    { form: 'compact', token: `${header}..${signature}` },
    { form: 'json', token: { signatures: [flattened] } },
    { form: 'json_flat', token: flattened },
  ])('4.5, detached: $form verifies with its payload, and with no other', async ({ token }) => {
    const content = Buffer.from(payload, 'base64url').toString()
    expect(await check(text(token), text(input.key), 'detect', content)).toEqual(verified)
    expect(await check(text(token), text(input.key), 'detect', `${content} `)).toMatchObject({
      state: 'failed',
    })
  })
})

describe('several signatures, as RFC 7520 section 4.8 has them', () => {
  const sections = ['4.1', '4.6', '4.7', '4.2'] as const
  const { payload } = cookbook('4.1').output.json!
  const general = text({
    payload,
    signatures: sections.flatMap((section) => cookbook(section).output.json!.signatures),
  })
  const keysOf = async (of: readonly (keyof typeof names)[]) => {
    const reading = await readKeys(text({ keys: of.map((section) => cookbook(section).input.key) }), 'detect')
    return reading.ok ? reading.value : null
  }
  const states = async (of: readonly (keyof typeof names)[], pasted = general) => {
    const levels = await levelsOf(pasted, inspect(pasted).token as Jws, await keysOf(of), {
      rounds: false,
      inflation: false,
    })
    const { outcome } = levels[0]
    return {
      each: outcome.kind === 'signed' ? outcome.choices.map(({ verification }) => verification.state) : [],
      word: wordOfLevels(levels),
    }
  }

  test('each verifies with the keys of all', async () => {
    expect(await states(['4.1', '4.6'])).toEqual({
      each: ['verified', 'verified', 'verified', 'verified'],
      word: 'verified',
    })
  })

  test('one that is another’s fails, and with it the whole', async () => {
    const broken = general.replace(
      cookbook('4.7').output.json!.signatures[0]!.signature,
      cookbook('4.6').output.json!.signatures[0]!.signature,
    )
    expect(await states(['4.1', '4.6'], broken)).toEqual({
      each: ['verified', 'verified', 'failed', 'verified'],
      word: 'failed',
    })
  })
})

describe('RFC 7797', () => {
  const key = text(jsonFixture<Cookbook>('rfc7797/hmac-sha2_b64_false.json').input.key)
  const { output } = jsonFixture<Cookbook>('rfc7797/hmac-sha2_b64_false.json')
  test.each(Object.entries(output))('the cookbook’s text as payload: %s verifies', async (_, token) => {
    expect(await check(text(token), key)).toEqual(verified)
  })

  test.each([
    ['4.1, encoded', 'eyJhbGciOiJIUzI1NiJ9.JC4wMg.5mvfOroL-g7HyqJoozehmsaqmvTYGEq5jTI1gVvoEoQ', undefined],
    [
      '4.2, detached',
      'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY',
      '$.02',
    ],
    [
      '4.2, flattened',
      text({
        protected: 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19',
        payload: '$.02',
        signature: 'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY',
      }),
      undefined,
    ],
  ])('section %s verifies', async (_, token, detached) => {
    expect(await check(token, key, 'detect', detached)).toEqual(verified)
  })

  // The cookbook's 4.2 leaves `crit` out of what it prints: `b64` then does not count, and `$.02` is no base64url.
  const defect = jsonFixture<Cookbook>('rfc7797/4.2.hmac-sha2_b64_false.json').output
  test.each(Object.entries(defect))(
    'the cookbook’s 4.2, whose header lacks crit: %s is refused',
    async (_, token) => {
      expect(await check(text(token), key)).toMatchObject({ state: 'unreadable' })
    },
  )
})
