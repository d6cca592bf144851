import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Der, Tag } from '../../../src/core/keys/der.ts'
import { keyFormats } from '../../../src/core/keys/material.ts'
import { readSubjectPublicKeyInfo } from '../../../src/core/keys/publicKey.ts'
import { fixture, readKey } from './fixture.ts'

const octets = fc.uint8Array({ maxLength: 200 })
const pem = fixture('keys/p256.spki.pem')
const spki = Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64')

describe('whatever the octets', () => {
  test('an encoded secret comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(octets, async (secret) => {
        const buffer = Buffer.from(secret)
        for (const encoding of ['base64', 'base64url', 'hex'] as const) {
          const reading = await readKey(buffer.toString(encoding), `secret-${encoding}`)
          expect(reading.ok && reading.value.jwk.k).toBe(buffer.toString('base64url'))
          expect(reading.ok && reading.value.bits).toBe(8 * secret.length)
        }
      }),
    )
  })

  test('a PEM block of them is read or refused, and a refusal points into the text', async () => {
    const labels = fc.constantFrom('PUBLIC KEY', 'PRIVATE KEY', 'CERTIFICATE', 'OPENSSH PRIVATE KEY')
    await fc.assert(
      fc.asyncProperty(octets, labels, async (body, label) => {
        const text = `-----BEGIN ${label}-----\n${Buffer.from(body).toString('base64')}\n-----END ${label}-----`
        const reading = await readKey(text, 'detect')
        expect(reading.ok).toBe(false)
        const { from, to } = reading.ok ? { from: 0, to: -1 } : reading.fault.span
        expect(0 <= from && from <= to && to <= text.length).toBe(true)
      }),
    )
  })

  test('the DER reader never throws', () => {
    const tags = fc.constantFrom(...Object.values(Tag))
    fc.assert(
      fc.property(octets, fc.array(tags, { maxLength: 5 }), (body, path) => {
        let der = Der.of(body)
        for (const tag of path) der = der.enter(tag)
        der.integer()
        der.bitString().oid()
        der.skip()
        der.finish()
        expect(der.rest.length).toBeLessThanOrEqual(body.length)
      }),
    )
  })

  test('a SubjectPublicKeyInfo with octets changed is read, or refused with a fault in it', () => {
    const changes = fc.array(fc.tuple(fc.nat(spki.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(changes, (list) => {
        const changed = Buffer.from(spki)
        for (const [at, octet] of list) changed[at] = octet
        const broken = Der.of(changed)
        const key = readSubjectPublicKeyInfo(broken)
        if (broken.fault === null) expect(key?.jwk.kty).toBeOneOf(['EC', 'RSA', 'OKP', 'AKP'])
        else expect(broken.fault.span.from).toBeLessThanOrEqual(changed.length)
      }),
    )
  })
})

describe('whatever the text', () => {
  const formats = fc.constantFrom('detect' as const, ...keyFormats)
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.json(),
    fc.json().map((json) => `{"kty":"EC","crv":${json},"x":${json}}`),
    fc
      .tuple(fc.nat(pem.length), fc.nat(20), fc.string({ maxLength: 5 }))
      .map(([at, cut, text]) => pem.slice(0, at) + text + pem.slice(at + cut)),
  )

  test('reading answers, and a fault points into the text', async () => {
    await fc.assert(
      fc.asyncProperty(texts, formats, async (text, format) => {
        const reading = await readKey(text, format)
        const { from, to } = reading.ok ? reading.value.span : reading.fault.span
        expect(0 <= from && from <= to && to <= text.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a secret is all of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const reading = await readKey(text, 'secret-utf8')
        expect(reading.ok && Buffer.from(reading.value.jwk.k ?? '', 'base64url').toString('utf8')).toBe(text)
      }),
    )
  })
})
