import type { JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { jsonFixture, readKey } from '../keys/fixture.ts'

interface Group {
  readonly publicKeyJwk?: JWK
  /** 04 ‖ x ‖ y in hexadecimal. */
  readonly publicKey: { readonly uncompressed?: string }
  readonly tests: readonly {
    readonly tcId: number
    readonly comment: string
    readonly msg: string
    readonly sig: string
    readonly result: 'valid' | 'invalid'
  }[]
}

const octets = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

/** Some keys of the file have no JWK: coordinates with leading zeros, mostly. */
function jwkOf({ publicKeyJwk, publicKey: { uncompressed } }: Group): JWK {
  if (publicKeyJwk !== undefined) return publicKeyJwk
  const [x, y] = [uncompressed!.slice(2, 66), uncompressed!.slice(66)]
  return { kty: 'EC', crv: 'secp256k1', x: base64url(x), y: base64url(y) }
}

function rowsOf(file: string) {
  return jsonFixture<{ testGroups: readonly Group[] }>(file).testGroups.flatMap((group) =>
    group.tests.map((row) => ({
      ...row,
      name: `${row.tcId} ${row.comment}`,
      // The file names its keys `none`, which is no use to anybody.
      key: JSON.stringify({ ...jwkOf(group), kid: undefined }),
    })),
  )
}

async function answer(alg: string, keyText: string, msg: string, sig: string) {
  const key = await readKey(keyText)
  if (!key.ok) throw new Error(key.fault.code)
  return verifySignature({
    header: { alg, crit: null },
    signingInput: octets(msg),
    signature: octets(sig),
    key: key.value,
  })
}

describe.each(['Ed448', 'EdDSA'])('Wycheproof Ed448, as %s', (alg) => {
  const rows = rowsOf('wycheproof/ed448_test.json')

  test('all 58 tests are here', () => expect(rows).toHaveLength(58))

  test.each(rows)('$name: $result', async ({ key, msg, sig, result }) => {
    expect((await answer(alg, key, msg, sig)).state).toBe(result === 'valid' ? 'verified' : 'failed')
  })
})

describe('Wycheproof ECDSA on secp256k1, r ‖ s', () => {
  const rows = rowsOf('wycheproof/ecdsa_secp256k1_sha256_p1363_test.json')

  test('all 168 tests are here', () => expect(rows).toHaveLength(168))

  test.each(rows)('$name: $result', async ({ key, msg, sig, result }) => {
    expect((await answer('ES256K', key, msg, sig)).state).toBe(result === 'valid' ? 'verified' : 'failed')
  })
})
