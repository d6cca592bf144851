import { createHmac, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifySignature } from '../../../src/core/crypto/verify.ts'
import { fixture, readKey } from '../keys/fixture.ts'

const octets = fc.uint8Array({ maxLength: 100 })
const secret = 'property'

const signers: Readonly<Record<string, (data: Uint8Array) => Buffer>> = {
  HS256: (data) => createHmac('sha256', secret).update(data).digest(),
  RS256: (data) => sign('sha256', data, fixture('keys/rsa2048.pkcs8.pem')),
  ES256: (data) => sign('sha256', data, { key: fixture('keys/p256.pkcs8.pem'), dsaEncoding: 'ieee-p1363' }),
  Ed25519: (data) => sign(null, data, fixture('keys/ed25519.pkcs8.pem')),
}
const keyTexts: Readonly<Record<string, string>> = {
  HS256: secret,
  RS256: fixture('keys/rsa2048.spki.pem'),
  ES256: fixture('keys/p256.spki.pem'),
  Ed25519: fixture('keys/ed25519.spki.pem'),
}

describe.each(Object.keys(signers))('%s', (alg) => {
  const verify = async (signingInput: Uint8Array, signature: Uint8Array) => {
    const reading = await readKey(keyTexts[alg]!, 'detect')
    const { state } = await verifySignature({
      header: { alg, crit: null },
      signingInput: Uint8Array.from(signingInput),
      signature: Uint8Array.from(signature),
      key: reading.ok ? reading.value : null,
    })
    return state
  }
  const flipped = (bytes: Uint8Array, bit: number) =>
    Uint8Array.from(bytes, (octet, i) => (i === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))

  test('verifies what was signed, and no longer once a single bit of input or signature flips', async () => {
    await fc.assert(
      fc.asyncProperty(octets, fc.nat(), async (input, choice) => {
        const signature = signers[alg]!(input)
        expect(await verify(input, signature)).toBe('verified')
        expect(await verify(input, flipped(signature, choice % (8 * signature.length)))).toBe('failed')
        if (input.length > 0) {
          expect(await verify(flipped(input, choice % (8 * input.length)), signature)).toBe('failed')
        }
      }),
      { numRuns: 60 },
    )
  })

  test('answers to any octets, and never with verified', async () => {
    await fc.assert(
      fc.asyncProperty(octets, octets, async (input, signature) => {
        expect(await verify(input, signature)).toBe('failed')
      }),
      { numRuns: 60 },
    )
  })
})
