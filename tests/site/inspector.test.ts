/** The contract, and what the inspector says of tokens and keys, in the sealed build. */
import { generateKeyPairSync, sign } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyFormats } from '../../src/core/keys/material.ts'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

beforeAll(async () => {
  browser = await launch({ timeZone: 'Europe/Berlin' })
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), site.url)
  at = inspector(opened)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe('the contract', () => {
  test('names and roles are there', async () => {
    for (const name of ['Input', 'Header', 'Payload', 'Signature', 'Verdict', 'Claims', 'Findings']) {
      expect(await at.region(name).count(), name).toBe(1)
    }
    expect(await at.token.count()).toBe(1)
    expect(await at.key.count()).toBe(1)
    expect(await at.keyFormat.locator('option').count()).toBe(keyFormats.length + 1)
    expect(await at.keyFormat.inputValue()).toBe('detect')
    const views = opened.app.getByRole('navigation', { name: 'Views' }).getByRole('link')
    expect(await views.allInnerTexts()).toEqual(['Inspect', 'Build', 'Compare', 'Learn'])
  })

  test('it opens with a sample that is verified', async () => {
    await at.reaches('verified')
  })

  test('inspect and verify leave their measures', async () => {
    const count = () =>
      opened.frame.evaluate(() =>
        ['inspect', 'verify'].map((name) => performance.getEntriesByName(name, 'measure').length),
      )
    const before = await count()
    await at.token.fill(hs256('{"a":1}'))
    await at.reaches('needs-key')
    const after = await count()
    expect(after[0]!).toBeGreaterThan(before[0]!)
    expect(after[1]!).toBeGreaterThan(before[1]!)
  })
})

describe('every sample', () => {
  test('answers as it should, and nothing overflows', async () => {
    const expected: Record<string, string> = {
      none: 'unsecured',
      'embedded-key': 'failed',
      tampered: 'failed',
      // Its own key is no key of the person's.
      dpop: 'needs-key',
      'ECDH-ES': 'decrypted',
      dir: 'decrypted',
      'PBES2-HS256+A128KW': 'decrypted',
    }
    const values = await at.sample
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean))
    expect(values.length).toBeGreaterThanOrEqual(20)
    for (const value of values) {
      await at.sample.selectOption(value)
      await at.reaches(expected[value] ?? 'verified')
    }
  })

  test('an expired one is verified and expired', async () => {
    await at.sample.selectOption('expired')
    await at.reaches('verified')
    expect(await at.line('Time')).toMatch(/^Expired .* ago/)
    expect(await at.verdict.innerText()).toMatch(/Verified and expired/)
  })

  test('a key in the header never verifies its own token', async () => {
    await at.sample.selectOption('embedded-key')
    await at.key.fill('')
    await at.reaches('needs-key')
    expect(await at.line('Key')).toMatch(/brings its own \(jwk\)/)
    await expect.poll(() => at.findings()).toContain('header-jwk error')
    const text = (await at.token.innerText()).split('.')[0]!
    const { jwk } = JSON.parse(Buffer.from(text, 'base64url').toString())
    await at.key.fill(JSON.stringify(jwk))
    await expect.poll(() => at.line('Key')).toMatch(/key in the token’s own header.*proves nothing/)
    expect(await at.verdict.innerText()).toMatch(/proves nothing about the issuer/)
  })
})

describe('states', () => {
  beforeEach(async () => {
    await at.keyFormat.selectOption('detect')
    await at.key.fill(secret)
  })

  test.each<[string, string, string]>([
    ['verified', hs256('{"sub":"me"}'), secret],
    ['failed', hs256('{"sub":"me"}'), `${secret}.`],
    ['failed', `${hs256('{"sub":"me"}').slice(0, -4)}AAAA`, secret],
    ['failed', hs256('{"sub":"me"}').slice(0, -3), secret],
    ['needs-key', hs256('{"sub":"me"}'), ''],
    ['unsecured', `${base64url('{"alg":"none"}')}.e30.`, secret],
    ['impossible', `${base64url('{"alg":"nOnE"}')}.e30.`, secret],
    ['impossible', `${base64url('{"alg":"HS257"}')}.e30.AAAA`, secret],
    ['impossible', hs256('{}', '{"alg":"HS256","crit":["x"],"x":1}'), secret],
    ['impossible', hs256('{}'), '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----'],
    ['impossible', hs256('{}'), '{"kty":"RSA"}'],
    ['unreadable', 'hello', secret],
    ['unreadable', `${hs256('{}')}=`, secret],
    ['verified', hs256('{}').replace('.', '.\n'), secret],
    ['impossible', `${base64url('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`, secret],
    ['empty', '', secret],
    ['empty', '  \n', secret],
  ])('%s: %.60j', async (state, token, key) => {
    await at.token.fill(token)
    await at.key.fill(key)
    await at.reaches(state)
  })

  test('a secret in another encoding is read as the combobox says', async () => {
    const octets = Buffer.from([
      0xff, 0xfe, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
      25, 26, 27, 28, 62,
    ])
    const signingInput = hs256('{"sub":"me"}', undefined, octets as unknown as string)
    await at.token.fill(signingInput)
    for (const [format, text] of [
      ['secret-base64', octets.toString('base64')],
      ['secret-base64url', octets.toString('base64url')],
      ['secret-hex', octets.toString('hex')],
    ] as const) {
      await at.keyFormat.selectOption('detect')
      await at.key.fill(text)
      await at.reaches('failed')
      await at.keyFormat.selectOption(format)
      await at.reaches('verified')
    }
  })

  test('a line break after a secret is part of it, and is told of', async () => {
    await at.token.fill(hs256('{"sub":"me"}', undefined, `${secret}\n`))
    await at.key.fill(`${secret}\n`)
    await at.reaches('verified')
    expect(await at.line('Key')).toMatch(/ends with a line break/)
  })

  test('RSA, EC and Ed25519 keys of another implementation, public, private and as JWK', async () => {
    const pairs = [
      ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha256', {}],
      ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256', { dsaEncoding: 'ieee-p1363' }],
      ['ES512', generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'sha512', { dsaEncoding: 'ieee-p1363' }],
      ['Ed25519', generateKeyPairSync('ed25519'), null, {}],
    ] as const
    for (const [alg, { privateKey, publicKey }, hash, options] of pairs) {
      const signingInput = `${base64url(JSON.stringify({ alg }))}.${base64url('{"sub":"me"}')}`
      const signature = sign(hash, Buffer.from(signingInput), { key: privateKey, ...options } as never)
      await at.token.fill(`${signingInput}.${base64url(signature)}`)
      const keys = [
        publicKey.export({ type: 'spki', format: 'pem' }),
        privateKey.export({ type: 'pkcs8', format: 'pem' }),
        JSON.stringify(publicKey.export({ format: 'jwk' })),
        JSON.stringify(privateKey.export({ format: 'jwk' })),
      ]
      for (const key of keys) {
        await at.key.fill('')
        await at.reaches('needs-key')
        await at.key.fill(String(key))
        await at.reaches('verified')
      }
      expect(await at.line('Key')).toMatch(/public half.*fits/)
    }
  })

  test('the newest input wins, however fast they follow', async () => {
    const good = hs256('{"sub":"good"}')
    const bad = `${good.slice(0, -4)}AAAA`
    await at.key.fill(secret)
    for (let i = 0; i < 10; i++) {
      await at.token.fill(bad)
      await at.token.fill(good)
      await at.reaches('verified')
      await at.token.fill(good)
      await at.token.fill(bad)
      await at.reaches('failed')
    }
  })
})

describe('what is shown', () => {
  test('numbers, order and duplicates as they were written', async () => {
    await at.token.fill(hs256('{"z":9223372036854775807,"a":1.10,"h":1e400,"a":2,"__proto__":{"x":1}}'))
    const text = await at.region('Payload').innerText()
    for (const part of ['9223372036854775807', '1.10', '1e400', '"__proto__"']) expect(text).toContain(part)
    expect(text.indexOf('"z"')).toBeLessThan(text.indexOf('"a"'))
    expect(text.match(/"a"/g)).toHaveLength(2)
    await expect.poll(() => at.findings()).toContain('json-duplicate-member error')
  })

  test.each<[string, string, RegExp]>([
    ['illegal character', `${hs256('{}').split('.')[0]}.e3!0.AAAA`, /Payload, character 3 .*“!”/],
    ['padding', `${hs256('{}').split('.')[0]}.e30=.AAAA`, /Payload, character 4 .*Padding/],
    ['standard alphabet', `${hs256('{}').split('.')[0]}.e30.AA+A`, /Signature, character 3 .*“\+”/],
    [
      'white space',
      `${hs256('{}').split('.')[0]}.e3 0.AAAA`,
      /Payload, character 3 .*White space \(U\+0020\)/,
    ],
    ['length', `${hs256('{}').split('.')[0]}.e30.AAAAA`, /Signature: 5 characters/],
    ['spare bits', `${hs256('{}').split('.')[0]}.e31.AAAA`, /Payload, character 3 .*“1”.*“0”/],
  ])('a fault names the character and its place: %s', async (_, token, words) => {
    await at.token.fill(token)
    await at.reaches('unreadable')
    expect(await at.line('Structure')).toMatch(words)
  })

  test('a good header beside a broken payload', async () => {
    await at.token.fill(`${base64url('{"alg":"HS256","kid":"still-here"}')}.e3!.AAAA`)
    await expect.poll(() => at.region('Header').innerText()).toContain('still-here')
  })

  test('octets in hex, text as text, an array as an array', async () => {
    await at.token.fill(hs256(Uint8Array.of(0, 255, 65, 66)))
    await expect.poll(() => at.region('Payload').innerText()).toMatch(/00 ff 41 42/)
    await at.token.fill(hs256('just text'))
    await expect.poll(() => at.region('Payload').innerText()).toContain('just text')
    await at.token.fill(hs256('[1,[2]]'))
    expect((await at.region('Payload').innerText()).replace(/\s/g, '')).toContain('[1,[2]]')
  })

  test('times relative, in the reader’s zone and in UTC; milliseconds are called out', async () => {
    const exp = Math.floor(Date.now() / 1000) + 3600
    await at.token.fill(hs256(`{"exp":${exp},"iat":1700000000000}`))
    const claims = at.region('Claims')
    await expect.poll(() => claims.innerText()).toMatch(/in (60|59) min/)
    expect(await claims.innerText()).toContain(new Date(exp * 1000).toISOString().replace('.000Z', 'Z'))
    await expect.poll(() => claims.innerText()).toMatch(/CET|CEST|GMT\+[12]/)
    expect(await claims.innerText()).toContain('This counts milliseconds')
  })

  test('a megabyte of payload and 100,000 levels of nesting', async () => {
    const items = Array.from({ length: 16_000 }, (_, i) => ({
      id: i,
      name: `Name ${i}`,
      mail: `user${i}@example.com`,
    }))
    await at.token.fill(hs256(JSON.stringify({ items })))
    await at.reaches('verified')
    await at.token.fill(hs256('['.repeat(100_000) + ']'.repeat(100_000)))
    await at.reaches('verified')
    await at.token.fill(hs256('{"a":1}'))
    await at.reaches('verified')
  })
})
