import { constants, createHash, generateKeyPairSync, privateEncrypt, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../../../src/core/diagnose/evidence.ts'
import { rsa } from '../../../src/core/diagnose/key/rsa.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
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

  test('by keys that take long, no longer than by one, and nothing is said of those that are left', async () => {
    const { n } = publicKey.export({ format: 'jwk' })
    const octets = Buffer.from(n!, 'base64url')
    const keys = Array.from({ length: 60 }, (_, i) => {
      octets.writeUInt16BE(0xc001 + 2 * i, 0)
      return { kty: 'RSA', n: octets.toString('base64url'), e: Buffer.alloc(512, 0xff).toString('base64url') }
    })
    const inputs = { text: jws('RS256'), keyText: JSON.stringify({ keys }), keyFormat: 'detect' as const }
    const reading = await readKeys(inputs.keyText, 'detect')
    const { token } = inspect(inputs.text)
    const evidence = evidenceOf(token!, {
      ...inputs,
      keys: reading.ok ? reading.value : null,
      verification: null,
    })
    const before = process.cpuUsage()
    for await (const attempt of rsa.suggest(evidence)) expect(attempt).toBeNull()
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
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
