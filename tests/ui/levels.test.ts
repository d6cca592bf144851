// @vitest-environment node
import { CompactEncrypt, CompactSign, exportJWK, GeneralSign, generateKeyPair, type JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { wordOfLevels } from '../../src/state/levels.ts'
import { verify } from '../../src/state/verification.ts'
import { levelLines } from '../../src/ui/verdict/lines/levels.ts'

const encoder = new TextEncoder()

async function pair(alg: string, kid: string) {
  const made = await generateKeyPair(alg, { extractable: true })
  const members = { kid }
  return {
    ...made,
    shown: { ...(await exportJWK(made.publicKey)), ...members } as JWK,
    whole: { ...(await exportJWK(made.privateKey)), ...members } as JWK,
  }
}

const signer = await pair('ES256', 'signer')
const other = await pair('ES256', 'other')
const edwards = await pair('EdDSA', 'edwards')
const reader = await pair('ECDH-ES', 'reader')
const rsaReader = await pair('RSA-OAEP', 'rsa')

const sign = (content: string, { privateKey } = signer, alg = 'ES256') =>
  new CompactSign(encoder.encode(content)).setProtectedHeader({ alg, cty: 'JWT' }).sign(privateKey)
const seal = (content: string, { publicKey } = reader, alg = 'ECDH-ES') =>
  new CompactEncrypt(encoder.encode(content)).setProtectedHeader({ alg, enc: 'A128GCM' }).encrypt(publicKey)

async function answerOf(text: string, keys: readonly JWK[] = [], detached = '') {
  const keyText = keys.length === 0 ? '' : JSON.stringify(keys.length === 1 ? keys[0] : { keys })
  const permits = { rounds: false, inflation: false }
  const answer = await verify({ text, selected: 0, detached, permits, keyText, keyFormat: 'detect' })
  return {
    word: wordOfLevels(answer.levels),
    kinds: answer.levels.map(({ token }) => token.kind),
    lines: levelLines(answer.levels, 0).map(({ name, text: words }) => `${name}: ${words}`),
    answer,
  }
}

const CLAIMS = '{"sub":"me"}'

describe('a token inside another', () => {
  it('opens and verifies with both keys in one set', async () => {
    const { word, kinds } = await answerOf(await seal(await sign(CLAIMS)), [reader.whole, signer.shown])
    expect([word, kinds]).toEqual(['verified', ['jwe', 'jws']])
  })
  it('wants the signer’s key where the reader’s alone is there, though it would fit', async () => {
    const token = await seal(await sign(CLAIMS), rsaReader, 'RSA-OAEP')
    expect((await answerOf(token, [rsaReader.whole])).word).toBe('needs-key')
    const onP256 = await answerOf(await seal(await sign(CLAIMS)), [reader.whole])
    expect(onP256.word).toBe('needs-key')
  })
  it('fails with the wrong signer’s key', async () => {
    expect((await answerOf(await seal(await sign(CLAIMS)), [reader.whole, other.shown])).word).toBe('failed')
  })
  it('is verified, but closed, where encrypted content is signed and only that can be checked', async () => {
    const token = await sign(await seal(CLAIMS))
    expect((await answerOf(token, [signer.shown])).word).toBe('verified')
    const both = await answerOf(token, [signer.shown, reader.whole])
    expect([both.word, both.kinds]).toEqual(['verified', ['jws', 'jwe']])
  })
  it('is decrypted where nobody signed it, and unsecured where alg is none', async () => {
    expect((await answerOf(await seal(CLAIMS), [reader.whole])).word).toBe('decrypted')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`
    expect((await answerOf(await seal(none), [reader.whole])).word).toBe('unsecured')
  })
  it('is followed for 32 levels', async () => {
    let token = await sign(CLAIMS)
    let broken = `${token.slice(0, -86)}${'A'.repeat(86)}`
    for (let i = 1; i < 34; i++) {
      token = await sign(token)
      if (i < 20) broken = await sign(broken)
    }
    const { kinds, word } = await answerOf(token, [signer.shown])
    expect([kinds.length, word]).toEqual([32, 'verified'])
    expect((await answerOf(broken, [signer.shown])).word).toBe('failed')
  })
})

describe('several signatures', async () => {
  const signing = new GeneralSign(encoder.encode(CLAIMS))
  signing.addSignature(signer.privateKey).setProtectedHeader({ alg: 'ES256', kid: 'signer' })
  signing.addSignature(edwards.privateKey).setProtectedHeader({ alg: 'EdDSA', kid: 'edwards' })
  const whole = await signing.sign()
  const token = JSON.stringify(whole)
  it('are verified one by one', async () => {
    const { word, lines } = await answerOf(token, [signer.shown, edwards.shown])
    expect(word).toBe('verified')
    expect(lines.filter((line) => line.startsWith('Signature'))).toEqual([
      'Signature 1: Matches the key you supplied',
      'Signature 2: Matches the key you supplied',
    ])
  })
  it('are verified where the keys check one, and no key checks the other', async () => {
    const { word, lines } = await answerOf(token, [edwards.shown])
    expect(word).toBe('verified')
    expect(lines).toContainEqual(expect.stringMatching(/^Signature 1: Not checked/))
    expect(lines.at(-1)).toMatch(/^Key: OKP Ed25519, fits EdDSA/)
  })
  it('fail where one that can be checked does not match', async () => {
    const [first, second] = whole.signatures
    const broken = { ...whole, signatures: [first, { ...second, signature: 'A'.repeat(86) }] }
    expect((await answerOf(JSON.stringify(broken), [signer.shown, edwards.shown])).word).toBe('failed')
  })
})

describe('a payload sent apart', () => {
  it('is wanted, then checked', async () => {
    const [header, , signature] = (await sign(CLAIMS)).split('.')
    const token = `${header}..${signature}`
    const wanted = await answerOf(token, [signer.shown])
    expect([wanted.word, wanted.answer.verification]).toMatchObject([
      'impossible',
      { reason: { code: 'crypto-payload-missing' } },
    ])
    const given = await answerOf(token, [signer.shown], CLAIMS)
    expect(given.word).toBe('verified')
    expect(given.answer.levels[0]!.token.payloadContent).toMatchObject({ text: CLAIMS })
    expect((await answerOf(token, [signer.shown], `${CLAIMS} `)).word).toBe('failed')
  })
  it('can be nothing at all', async () => {
    const token = await sign('')
    expect((await answerOf(token, [signer.shown])).word).toBe('verified')
  })
})
