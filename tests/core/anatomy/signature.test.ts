/** What a signature is made of, held against the RFCs' own figures and against Node's OpenSSL. */
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { base64url, hs, jws, publicPem } from '../diagnose/sign.ts'
import { jsonFixture } from '../keys/fixture.ts'
import { agreesIn, anatomyOf, cellIn, hexIn, partIn } from './anatomy.ts'

interface Vector {
  readonly jwk: { readonly k?: string }
  readonly compact: string
}
const vector = (id: string) => jsonFixture<Vector>(`rfc7515/${id}.json`)
const sha = (bits: number, data: string | Uint8Array) => createHash(`sha${bits}`).update(data).digest('hex')
const inputOf = (text: string) => text.slice(0, text.lastIndexOf('.'))
const signatureOf = (text: string) =>
  Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url').toString('hex')

describe('RFC 7515 appendix A', () => {
  test('A.1: HMAC in two passes', async () => {
    const { jwk, compact } = vector('A_1')
    const found = await anatomyOf(compact, JSON.stringify(jwk))
    expect(found).toMatchObject({ kind: 'hmac', alg: 'HS256', hash: 'SHA-256', gap: null })
    expect(found.cells.map(({ id }) => id)).toEqual([
      ...['signing-input', 'key', 'key-block', 'inner-pad', 'inner-digest', 'outer-pad', 'mac', 'signature'],
    ])
    expect(cellIn(found, 'key').octets).toHaveLength(64)
    expect(Buffer.from(cellIn(found, 'signing-input').octets).toString()).toBe(inputOf(compact))
    // The MAC as appendix A.1.1 lists its octets.
    expect([...cellIn(found, 'mac').octets]).toEqual([
      ...[
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
        191,
      ],
      ...[240, 91, 88, 5, 88, 83, 132, 141, 121],
    ])
    expect(agreesIn(found)).toBe(true)
  })

  test('A.2: the hash stands in the padding', async () => {
    const { jwk, compact } = vector('A_2')
    const found = await anatomyOf(compact, JSON.stringify(jwk))
    const digest = sha(256, inputOf(compact))
    expect(found).toMatchObject({ kind: 'pkcs1', hash: 'SHA-256', gap: null })
    expect(hexIn(found, 'exponent')).toBe('010001')
    expect(hexIn(found, 'encoded-message')).toBe(
      `0001${'ff'.repeat(202)}003031300d060960864801650304020105000420${digest}`,
    )
    expect(partIn(found, 'encoded-message', 'digest-info')).toBe('3031300d060960864801650304020105000420')
    expect(partIn(found, 'encoded-message', 'filling')).toBe('ff'.repeat(202))
    expect([hexIn(found, 'digest'), partIn(found, 'encoded-message', 'hash')]).toEqual([digest, digest])
    expect(agreesIn(found)).toBe(true)
  })

  test('A.3: r and s', async () => {
    const { jwk, compact } = vector('A_3')
    const found = await anatomyOf(compact, JSON.stringify(jwk))
    // As appendix A.3.1 lists them.
    const r = [
      14, 209, 33, 83, 121, 99, 108, 72, 60, 47, 127, 21, 88, 7, 212, 2, 163, 178, 40, 3, 58, 249, 124, 126,
    ]
    const s = [
      197, 10, 7, 211, 140, 60, 112, 229, 216, 241, 45, 175, 8, 74, 84, 128, 166, 101, 144, 197, 242, 147,
    ]
    expect([...Buffer.from(partIn(found, 'signature', 'r'), 'hex')]).toEqual([
      ...r,
      23,
      129,
      154,
      195,
      22,
      158,
      166,
      101,
    ])
    expect([...Buffer.from(partIn(found, 'signature', 's'), 'hex')]).toEqual([
      ...s,
      80,
      154,
      143,
      63,
      127,
      138,
      131,
      163,
      84,
      213,
    ])
    expect(hexIn(found, 'digest')).toBe(sha(256, inputOf(compact)))
    expect(hexIn(found, 'v')).toBe(partIn(found, 'signature', 'r'))
    expect(agreesIn(found)).toBe(true)
  })

  test('A.4: ES512, numbers of 66 octets and a hash of 64', async () => {
    const { jwk, compact } = vector('A_4')
    const found = await anatomyOf(compact, JSON.stringify(jwk))
    // As appendix A.4.1 begins and ends its lists of R and S.
    expect([...Buffer.from(partIn(found, 'signature', 'r'), 'hex').subarray(0, 4)]).toEqual([1, 220, 12, 129])
    expect([...Buffer.from(partIn(found, 'signature', 's'), 'hex').subarray(-4)]).toEqual([222, 59, 242, 103])
    for (const id of ['u1', 'u2', 'point', 'v'] as const) {
      expect(cellIn(found, id).octets).toHaveLength(66)
    }
    expect(hexIn(found, 'digest')).toBe(sha(512, 'eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA'))
    expect(agreesIn(found)).toBe(true)
  })

  test('A.5: none', async () => {
    const found = await anatomyOf(vector('A_5').compact)
    expect(found).toMatchObject({ kind: 'none', gap: null })
    expect(found.cells.map(({ id }) => id)).toEqual(['signing-input'])
  })
})

describe.each([
  ['HS256', 64],
  ['HS384', 128],
  ['HS512', 128],
])('%s', (alg, block) => {
  const bits = Number(alg.slice(2))
  test.each([1, block - 1, block, block + 1, 300])('with a key of %d octets', async (length) => {
    const key = Uint8Array.from({ length }, (_, i) => (i * 7 + 1) & 0xff)
    const text = hs(key, { header: JSON.stringify({ alg }) }, alg)
    const found = await anatomyOf(text, JSON.stringify({ kty: 'oct', k: base64url(key) }))
    const used = length > block ? sha(bits, key) : Buffer.from(key).toString('hex')
    expect(hexIn(found, 'key-block')).toBe(used.padEnd(2 * block, '0'))
    expect(found.cells.some(({ id }) => id === 'key-digest')).toBe(length > block)
    const xored = (by: number) => Buffer.from(hexIn(found, 'key-block'), 'hex').map((octet) => octet ^ by)
    expect(hexIn(found, 'inner-pad')).toBe(Buffer.from(xored(0x36)).toString('hex'))
    expect(hexIn(found, 'outer-pad')).toBe(Buffer.from(xored(0x5c)).toString('hex'))
    expect(hexIn(found, 'inner-digest')).toBe(
      sha(bits, Buffer.concat([xored(0x36), Buffer.from(inputOf(text))])),
    )
    expect(hexIn(found, 'mac')).toBe(createHmac(`sha${bits}`, key).update(inputOf(text)).digest('hex'))
    expect(agreesIn(found)).toBe(true)
  })
})

describe('by OpenSSL', () => {
  test.each(['RS256', 'RS384', 'RS512'])('%s', async (alg) => {
    const text = jws(alg)
    const found = await anatomyOf(text, publicPem(alg))
    expect(partIn(found, 'encoded-message', 'hash')).toBe(sha(Number(alg.slice(2)), inputOf(text)))
    expect([agreesIn(found), found.gap]).toEqual([true, null])
  })

  test.each(['PS256', 'PS384', 'PS512'])('%s', async (alg) => {
    const text = jws(alg)
    const bits = Number(alg.slice(2))
    const found = await anatomyOf(text, publicPem(alg))
    expect(partIn(found, 'pss-message', 'trailer')).toBe('bc')
    expect(partIn(found, 'pss-message', 'h')).toHaveLength(bits / 4)
    const salt = Buffer.from(partIn(found, 'pss-db', 'salt'), 'hex')
    expect(salt).toHaveLength(bits / 8)
    const digest = createHash(`sha${bits}`).update(inputOf(text)).digest()
    const again = sha(bits, Buffer.concat([Buffer.alloc(8), digest, salt]))
    expect([partIn(found, 'pss-message', 'h'), hexIn(found, 'pss-again')]).toEqual([again, again])
    expect(agreesIn(found)).toBe(true)
  })

  test.each([1025, 1031, 2047])('PSS in a modulus of %d bits', async (modulusLength) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength })
    const text = jws('PS256', {}, (input) =>
      sign('sha256', Buffer.from(input), { key: privateKey, padding: 6, saltLength: 32 }),
    )
    const found = await anatomyOf(text, publicKey.export({ format: 'pem', type: 'spki' }) as string)
    expect(cellIn(found, 'pss-message').octets).toHaveLength(Math.ceil((modulusLength - 1) / 8))
    expect(agreesIn(found)).toBe(true)
  })

  test.each(['ES256', 'ES384', 'ES512', 'ES256K'])('%s', async (alg) => {
    const text = jws(alg)
    const found = await anatomyOf(text, publicPem(alg))
    expect(`${partIn(found, 'signature', 'r')}${partIn(found, 'signature', 's')}`).toBe(signatureOf(text))
    expect(agreesIn(found)).toBe(true)
  })

  test.each([
    ['Ed25519', 'SHA-512', 64],
    ['Ed448', 'SHAKE256', 114],
  ])('%s', async (alg, hash, size) => {
    const text = jws(alg)
    const found = await anatomyOf(text, publicPem(alg))
    expect(found).toMatchObject({ kind: 'eddsa', hash, gap: null })
    expect(partIn(found, 'signature', 'big-r') + partIn(found, 'signature', 'big-s')).toBe(signatureOf(text))
    expect(cellIn(found, 'challenge').octets).toHaveLength(size)
    expect(agreesIn(found)).toBe(true)
  })
})
