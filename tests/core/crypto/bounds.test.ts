import { generateKeyPairSync, sign } from 'node:crypto'
import { ed448 } from '@noble/curves/ed448.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { describe, expect, test } from 'vitest'
import { edwardsPointFault } from '../../../src/core/crypto/edwardsPoint.ts'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { readKey } from '../keys/fixture.ts'

const data = new TextEncoder().encode('signed')

async function answer(alg: string, jwk: object, signature: Uint8Array) {
  const key = await readKey(JSON.stringify(jwk))
  if (!key.ok) throw new Error(key.fault.code)
  const octets = { signingInput: data, signature: Uint8Array.from(signature) }
  return verifySignature({ header: { alg, crit: null }, key: key.value, ...octets })
}

const toOctets = (number: bigint, size: number) =>
  Uint8Array.from(Buffer.from(number.toString(16).padStart(2 * size, '0'), 'hex'))
const toNumber = (octets: Uint8Array) => BigInt(`0x${Buffer.from(octets).toString('hex')}`)

describe.each([
  ['ES256', 'P-256', 'sha256', 32, p256],
  ['ES384', 'P-384', 'sha384', 48, p384],
  ['ES512', 'P-521', 'sha512', 66, p521],
  ['ES256K', 'secp256k1', 'sha256', 32, secp256k1],
] as const)('r and s of %s', (alg, namedCurve, hash, size, { Point }) => {
  const { n } = Point.CURVE()
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve })
  const jwk = publicKey.export({ format: 'jwk' })
  const signature = Uint8Array.from(sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
  const [r, s] = [signature.slice(0, size), signature.slice(size)]
  const both = (first: Uint8Array, second: Uint8Array) => Uint8Array.of(...first, ...second)

  test('s and n − s both match', async () => {
    expect(await answer(alg, jwk, signature)).toEqual({ state: 'verified' })
    expect(await answer(alg, jwk, both(r, toOctets(n - toNumber(s), size)))).toEqual({ state: 'verified' })
  })

  test.each([
    ['r is 0', both(new Uint8Array(size), s), 'r', 'zero'],
    ['s is 0', both(r, new Uint8Array(size)), 's', 'zero'],
    ['r is n', both(toOctets(n, size), s), 'r', 'large'],
    ['s is n', both(r, toOctets(n, size)), 's', 'large'],
    ['r is all ones', both(new Uint8Array(size).fill(0xff), s), 'r', 'large'],
  ] as const)('%s: no match, and said so', async (_, changed, part, why) => {
    expect(await answer(alg, jwk, changed)).toMatchObject({
      state: 'failed',
      note: { code: 'crypto-signature-number', values: { alg, part, why } },
    })
  })

  test('n − 1 is in range, and merely does not match', async () => {
    expect(await answer(alg, jwk, both(toOctets(n - 1n, size), s))).toEqual({ state: 'failed' })
    expect(await answer(alg, jwk, both(r, toOctets(n - 1n, size)))).toEqual({ state: 'failed' })
  })
})

describe.each([
  ['Ed25519', 'ed25519', 32, ed25519],
  ['Ed448', 'ed448', 57, ed448],
] as const)('%s', (crv, type, size, curve) => {
  const { n, p, h } = curve.Point.CURVE()
  const pair = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')
  const jwk = pair.publicKey.export({ format: 'jwk' })
  const signature = Uint8Array.from(sign(null, data, pair.privateKey))
  const R = signature.slice(0, size)
  const S = toNumber(signature.slice(size).reverse())
  const withS = (number: bigint) => Uint8Array.of(...R, ...toOctets(number, size).reverse())
  const large = { code: 'crypto-signature-number', values: { alg: crv, part: 'S', why: 'large' } }
  const okp = (x: Uint8Array) => ({ kty: 'OKP', crv, x: Buffer.from(x).toString('base64url') })

  test('S plus the order is another signature for the same, and refused', async () => {
    expect(await answer(crv, jwk, withS(S))).toEqual({ state: 'verified' })
    expect(await answer(crv, jwk, withS(S + n))).toMatchObject({ state: 'failed', note: large })
    expect(await answer(crv, jwk, withS(n))).toMatchObject({ state: 'failed', note: large })
    expect(await answer(crv, jwk, withS(n - 1n))).toEqual({ state: 'failed' })
  })

  /** Every point whose order divides the cofactor: the multiples of one whose order is the cofactor. */
  const smallPoints = () => {
    const found = new Map<string, Uint8Array>()
    for (let y = 0n; found.size < Number(h) && y < 1000n; y++) {
      try {
        const point = curve.Point.fromBytes(toOctets(y, size).reverse())
        const small = point.multiplyUnsafe(n - 1n).add(point)
        found.set(small.toHex(), small.toBytes())
        found.set(small.negate().toHex(), small.negate().toBytes())
      } catch {
        // No point has this y.
      }
    }
    return [...found.values()]
  }

  test('keys and R of small order are refused, though the equation holds', async () => {
    const points = smallPoints()
    expect(points).toHaveLength(Number(h))
    const point = (part: string) => ({
      state: 'failed',
      note: { code: 'crypto-signature-point', values: { alg: crv, part, why: 'small-order' } },
    })
    for (const encoded of points) {
      expect(edwardsPointFault(crv, encoded)).toBe('small-order')
      // S is 0 and R is a point of small order: for such a key that is often a match.
      const forged = Uint8Array.of(...encoded, ...new Uint8Array(size))
      expect(await answer(crv, okp(encoded), forged)).toMatchObject(point('key'))
      expect(await answer(crv, jwk, forged)).toMatchObject(point('R'))
    }
  })

  test('a y of p or more is not canonical', () => {
    const encoded = (y: bigint) => toOctets(y, size).reverse()
    // 0 and 1 again.
    for (const y of [p, p + 1n, p + 2n]) expect(edwardsPointFault(crv, encoded(y))).toBe('not-canonical')
    expect(edwardsPointFault(crv, encoded(p - 2n))).toBeNull()
    expect(edwardsPointFault(crv, Uint8Array.from(Buffer.from(jwk.x!, 'base64url')))).toBeNull()
  })
})
