/** Every form of key, pasted into the sealed page: what it is read as shows in the verdict on a token that its key signed. */
import { createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKeys } from '../../src/core/keys/index.ts'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  opened = await open(context, site.url)
  at = inspector(opened)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const read = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')
const key = (file: string) => read(`keys/${file}`)
const bare = (file: string) => key(file).split('\n').slice(1, -2).join('')

/** The private half of a key: by Node where Node reads the form, else by our reader, so that a wrong half would not match. */
async function privateKey(file: string): Promise<KeyObject> {
  try {
    return createPrivateKey(key(file))
  } catch {
    const reading = await readKeys(key(file), 'detect')
    const jwk = reading.ok ? reading.value.keys[0]!.privateJwk : null
    return createPrivateKey({ key: jwk as never, format: 'jwk' })
  }
}

const hashes: Readonly<Record<string, string | null>> = { '256': 'sha256', '384': 'sha384', '512': 'sha512' }

async function tokenBy(file: string, alg: string, header: object = {}): Promise<string> {
  const signingInput = `${base64url(JSON.stringify({ alg, ...header }))}.${base64url('{"sub":"me"}')}`
  const options = {
    key: await privateKey(file),
    dsaEncoding: 'ieee-p1363' as const,
    ...(alg.startsWith('PS') && { padding: 6, saltLength: Number(alg.slice(2)) / 8 }),
  }
  const signature = sign(hashes[alg.replace(/\D+/, '')] ?? null, Buffer.from(signingInput), options)
  return `${signingInput}.${base64url(signature)}`
}

async function paste(text: string): Promise<void> {
  await opened.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await at.key.focus()
  await at.key.press('Control+a')
  await at.key.press('Control+v')
}

type Row = readonly [name: string, text: string, alg: string, signer: string, state: string]

const rsa = 'rsa2048.pkcs8.pem'
const p256 = 'p256.pkcs8.pem'
const rows: readonly Row[] = [
  ['SPKI, RSA', key('rsa2048.spki.pem'), 'RS256', rsa, 'verified'],
  ['SPKI, RSA, for PSS', key('rsa2048.spki.pem'), 'PS512', rsa, 'verified'],
  ['SPKI, P-256', key('p256.spki.pem'), 'ES256', p256, 'verified'],
  ['SPKI, P-384', key('p384.spki.pem'), 'ES384', 'p384.pkcs8.pem', 'verified'],
  ['SPKI, P-521, compressed', key('p521.compressed.spki.pem'), 'ES512', 'p521.pkcs8.pem', 'verified'],
  ['SPKI, secp256k1', key('secp256k1.spki.pem'), 'ES256K', 'secp256k1.pkcs8.pem', 'verified'],
  ['SPKI, Ed25519', key('ed25519.spki.pem'), 'EdDSA', 'ed25519.pkcs8.pem', 'verified'],
  ['SPKI, Ed448', key('ed448.spki.pem'), 'Ed448', 'ed448.pkcs8.pem', 'verified'],
  ['SPKI, X25519, which signs nothing', key('x25519.spki.pem'), 'EdDSA', 'ed25519.pkcs8.pem', 'impossible'],
  ['SPKI, id-RSASSA-PSS', key('rsa-pss.spki.pem'), 'PS384', 'rsa-pss.pkcs8.pem', 'verified'],
  [
    'SPKI, id-RSASSA-PSS for SHA-256',
    key('rsa-pss256.spki.pem'),
    'PS256',
    'rsa-pss256.pkcs8.pem',
    'verified',
  ],
  ['SPKI, id-RSASSA-PSS for another hash', key('rsa-pss512.spki.pem'), 'PS256', rsa, 'impossible'],
  ['PKCS #8, RSA', key(rsa), 'RS384', rsa, 'verified'],
  ['PKCS #8 without a public key', key('p256.no-public.pkcs8.pem'), 'ES256', p256, 'verified'],
  ['PKCS #8, Ed25519', key('ed25519.pkcs8.pem'), 'Ed25519', 'ed25519.pkcs8.pem', 'verified'],
  ['PKCS #8, Ed448', key('ed448.pkcs8.pem'), 'EdDSA', 'ed448.pkcs8.pem', 'verified'],
  ['PKCS #8, encrypted', key('p256.encrypted.pem'), 'ES256', p256, 'impossible'],
  ['PKCS #1, public', key('rsa2048.pkcs1-public.pem'), 'RS256', rsa, 'verified'],
  ['PKCS #1, private', key('rsa2048.pkcs1-private.pem'), 'RS256', rsa, 'verified'],
  ['PKCS #1, encrypted', key('rsa2048.encrypted-legacy.pem'), 'RS256', rsa, 'impossible'],
  ['SEC 1 with parameters', key('p256.sec1.pem'), 'ES256', p256, 'verified'],
  ['SEC 1 without', key('p256.sec1-bare.pem'), 'ES256', p256, 'verified'],
  ['certificate', key('p256.certificate.pem'), 'ES256', p256, 'verified'],
  ['certificate, expired', key('expired.certificate.pem'), 'ES256', p256, 'verified'],
  ['certificate chain', key('chain-ecdsa.chain.pem'), 'RS256', rsa, 'verified'],
  ['certificate, bare', bare('p256.certificate.pem'), 'ES256', p256, 'verified'],
  ['OpenSSH, RSA', key('openssh-rsa2048.pub'), 'RS256', 'openssh-rsa2048.pem', 'verified'],
  ['OpenSSH, ECDSA', key('openssh-ecdsa384.pub'), 'ES384', 'openssh-ecdsa384.pem', 'verified'],
  ['OpenSSH, Ed25519', key('openssh-ed25519.pub'), 'EdDSA', 'openssh-ed25519.pem', 'verified'],
  ['OpenSSH, RFC 4716', key('openssh-ecdsa256.rfc4716'), 'ES256', 'openssh-ecdsa256.pem', 'verified'],
  ['OpenSSH, private', key('openssh-ecdsa521.pem'), 'ES512', 'openssh-ecdsa521.pem', 'verified'],
  ['OpenSSH, encrypted', key('openssh-encrypted.pem'), 'EdDSA', 'openssh-ed25519.pem', 'impossible'],
  ['bare base64', bare('rsa2048.spki.pem'), 'RS256', rsa, 'verified'],
  [
    'bare base64url',
    Buffer.from(bare('p256.spki.pem'), 'base64').toString('base64url'),
    'ES256',
    p256,
    'verified',
  ],
  ['JWK', key('jose-ec.private.jwk.json'), 'ES256', 'jose-ec.private.jwk.json', 'verified'],
  ['JWK of x5c alone', key('x5c-only.jwk.json'), 'RS256', rsa, 'verified'],
  ['CRLF', key('p256.spki.pem').replaceAll('\n', '\r\n'), 'ES256', p256, 'verified'],
  ['byte order mark', `\uFEFF${key('p256.spki.pem')}`, 'ES256', p256, 'verified'],
  ['environment file', `KEY="${key('p256.spki.pem').replaceAll('\n', '\\n')}"`, 'ES256', p256, 'verified'],
  ['JSON string', JSON.stringify({ key: key('p256.spki.pem') }), 'ES256', p256, 'verified'],
  ['no line breaks', key('p256.spki.pem').replaceAll('\n', ''), 'ES256', p256, 'verified'],
  ['spaces for line breaks', key('p256.spki.pem').replaceAll('\n', ' '), 'ES256', p256, 'verified'],
  [
    'JWK in a string',
    JSON.stringify(key('jose-ec.private.jwk.json')),
    'ES256',
    'jose-ec.private.jwk.json',
    'verified',
  ],
  ['another key', key('p256.spki.pem'), 'ES256', 'openssh-ecdsa256.pem', 'failed'],
  ['a key that is cut off', key('p256.spki.pem').slice(0, 90), 'ES256', p256, 'impossible'],
]

describe('a pasted key', () => {
  test.each(rows)('%s', async (_, text, alg, signer, state) => {
    await at.key.fill('')
    await at.token.fill(await tokenBy(signer, alg))
    await at.reaches('needs-key')
    await paste(text)
    await at.reaches(state)
  })

  test('is never taken for a secret because the token wants one', async () => {
    const pem = key('p256.spki.pem')
    const [head, payload] = hs256('{"sub":"me"}').split('.')
    const forged = `${head}.${payload}.${createHmac('sha256', pem).update(`${head}.${payload}`).digest('base64url')}`
    await at.token.fill(forged)
    for (const text of [pem, key('jose-set.jwks.json')]) {
      await paste(text)
      await at.reaches('impossible')
    }
  })

  test.each([
    ['secret-utf8', secret],
    ['secret-base64', Buffer.from(secret).toString('base64')],
    ['secret-base64url', Buffer.from(secret).toString('base64url')],
    ['secret-hex', Buffer.from(secret).toString('hex')],
  ])('is a secret in the format that is chosen: %s', async (format, text) => {
    await at.token.fill(hs256('{"sub":"me"}'))
    await at.keyFormat.selectOption(format)
    await paste(text)
    await at.reaches('verified')
    await at.keyFormat.selectOption('detect')
  })
})

describe('a set of keys', () => {
  const set = key('jose-set.private.jwks.json')
  const [first, second] = JSON.parse(set).keys
  const signed = (jwk: object, alg: string, kid?: string) => {
    const signingInput = `${base64url(JSON.stringify({ alg, kid }))}.${base64url('{}')}`
    const by = {
      key: createPrivateKey({ key: jwk as never, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363' as const,
    }
    return `${signingInput}.${base64url(sign(hashes[alg.slice(2)]!, Buffer.from(signingInput), by))}`
  }

  test('says which key it was', async () => {
    await at.token.fill(signed(second, 'ES384', 'b'))
    await paste(key('jose-set.jwks.json'))
    await at.reaches('verified')
    expect(await at.line('Key')).toMatch(/EC P-384, key 2 of 3, fits ES384/)
    expect(await at.line('Key')).not.toContain('disagrees')
  })

  test('says that kid disagrees', async () => {
    await at.token.fill(signed(first, 'ES256', 'c'))
    await at.reaches('verified')
    expect(await at.line('Key')).toMatch(/key 1 of 3.*kid disagrees: the token says “c”, this key is “a”/)
  })

  test('works beside keys that cannot be read, and says which', async () => {
    await paste(JSON.stringify({ keys: [{ kty: 'new' }, ...JSON.parse(set).keys] }))
    await at.reaches('verified')
    expect(await at.line('Key')).toMatch(/One key cannot be read: key 1: The key type “new”/)
  })
})
