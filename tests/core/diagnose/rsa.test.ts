import { constants, createHash, generateKeyPairSync, privateEncrypt, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { diagnosed } from './diagnosed.ts'
import { base64url, jws } from './sign.ts'

describe('an RSA signature that is opened', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyText = publicKey.export({ format: 'pem', type: 'spki' }) as string
  const by = (alg: string, options: object = {}) =>
    jws(alg, {}, (input) => sign(`sha${alg.slice(2)}`, Buffer.from(input), { key: privateKey, ...options }))
  const altered = (token: string) => {
    const [header, , last] = token.split('.')
    return `${header}.${base64url('{"sub":"somebody else"}')}.${last}`
  }
  const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })

  test.each([
    ['RS256', by('RS256')],
    ['RS512', by('RS512')],
    ['PS256', by('PS256', pss(32))],
    ['PS384', by('PS384', pss(48))],
  ])('%s over other content', async (alg, token) => {
    const outcome = await diagnosed({ text: altered(token), keyText })
    expect(outcome.found).toEqual([])
    expect(outcome.hints).toMatchObject([{ id: 'content-changed', values: { alg } }])
  })

  test('over other content, by the last key of many', async () => {
    const others = Array.from({ length: 5 }, () => generateKeyPairSync('rsa', { modulusLength: 2048 }))
    const keys = [...others.map((one) => one.publicKey), publicKey].map((key) =>
      key.export({ format: 'jwk' }),
    )
    const { hints } = await diagnosed({ text: altered(by('RS256')), keyText: JSON.stringify({ keys }) })
    expect(hints).toMatchObject([{ id: 'content-changed' }])
  })

  test.each(['RS256', 'PS256'])('%s by another key', async (alg) => {
    const outcome = await diagnosed({ text: jws(alg), keyText })
    expect(outcome.found).toEqual([])
    expect(outcome.hints).toMatchObject([{ id: 'key-not-signer' }])
  })

  test('with another salt length', async () => {
    const { hints } = await diagnosed({ text: by('PS256', pss(constants.RSA_PSS_SALTLEN_MAX_SIGN)), keyText })
    expect(hints).toMatchObject([
      { id: 'pss-parameters', values: { salt: 222, hash: 'SHA-256', mask: 'SHA-256' } },
    ])
    const none = await diagnosed({ text: by('PS512', pss(0)), keyText })
    expect(none.hints).toMatchObject([{ id: 'pss-parameters', values: { salt: 0, hash: 'SHA-512' } }])
  })

  test('without DigestInfo', async () => {
    const digest = (input: string) => createHash('sha256').update(input).digest()
    const text = jws('RS256', {}, (input) => privateEncrypt(privateKey, digest(input)))
    const { hints } = await diagnosed({ text, keyText })
    expect(hints).toMatchObject([{ id: 'digest-info-missing' }])
  })
})
