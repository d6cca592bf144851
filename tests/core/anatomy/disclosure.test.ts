import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { disclosureDigest } from '../../../src/core/anatomy/disclosure.ts'
import { decode } from '../../../src/core/decode/index.ts'
import { allShown, digestDisclosures, see } from '../../../src/core/validate/sdJwt.ts'
import { Hidden, issue, unsigned } from '../validate/issuer.ts'

const nested = { a: new Hidden({ b: new Hidden(1) }), list: [0, new Hidden(2)] }

async function digestsOf(text: string) {
  const sdJwt = decode(text, { from: 0, to: text.length })
  if (sdJwt.kind !== 'sd-jwt') throw new Error(sdJwt.kind)
  const digested = await digestDisclosures(sdJwt)
  const seen = see(digested, allShown(sdJwt))
  return sdJwt.disclosures.map((_, index) => disclosureDigest(digested, seen, index))
}

describe('the digest of a disclosure', () => {
  it.each([
    [null, 'sha256', 'SHA-256'],
    ['sha-384', 'sha384', 'SHA-384'],
    ['sha-512', 'sha512', 'SHA-512'],
  ])('is made with _sd_alg %s, over its characters', async (alg, node, hash) => {
    const issued = issue(nested, alg)
    const made = await digestsOf(unsigned(issued))
    for (const [i, encoded] of issued.disclosures.entries()) {
      const octets = createHash(node).update(encoded, 'ascii').digest()
      expect(made[i]).toMatchObject({ hash, characters: encoded, digest: octets.toString('base64url') })
      expect([...made[i]!.octets]).toEqual([...octets])
    }
  })

  it('stands in the payload, in an array of it, or in another disclosure', async () => {
    const text = unsigned(issue(nested))
    const made = await digestsOf(text)
    expect(made.map((one) => [one?.place?.source, one?.place?.path])).toEqual([
      [1, '/_sd/0'],
      ['payload', '/_sd/0'],
      ['payload', '/list/1/...'],
    ])
  })

  it.each([
    ['of one that was sent twice, where it stands all the same', 1, '/_sd/0'],
    ['of one that was never issued, nowhere', 2, undefined],
  ])('%s', async (_, index, path) => {
    const issued = issue({ a: new Hidden(1) })
    const [disclosure] = issued.disclosures
    const foreign = issue({ b: new Hidden(2), c: new Hidden(3) }).disclosures[1]!
    const made = await digestsOf(unsigned({ ...issued, disclosures: [disclosure!, disclosure!, foreign] }))
    expect(made[index]?.place?.path).toBe(path)
    expect(made[index]?.digest).toHaveLength(43)
  })

  it('is not made with a hash that nobody knows', async () => {
    const issued = issue({ a: new Hidden(1) })
    const payload = { ...issued.payload, _sd_alg: 'md5' }
    expect(await digestsOf(unsigned({ ...issued, payload }))).toEqual([null])
  })
})
