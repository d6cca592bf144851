import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkChain } from '../../../src/core/crypto/chainSignatures.ts'
import type { Certificate } from '../../../src/core/keys/certificate.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture } from '../keys/fixture.ts'

async function certificatesOf(text: string): Promise<readonly Certificate[]> {
  const reading = await readKeys(text, 'detect')
  if (!reading.ok) throw new Error(reading.fault.code)
  return reading.value.keys[0]!.certificates
}

const blocks = (text: string) => text.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g)!

describe('the signatures of a chain', () => {
  test.each(['ecdsa', 'rsa', 'pss'])('by OpenSSL, %s', async (kind) => {
    const certificates = await certificatesOf(fixture(`keys/chain-${kind}.chain.pem`))
    expect(await checkChain(certificates)).toEqual(['holds', 'holds', 'self-signed'])
  })

  test.each([
    ['p256.certificate.pem', 'self-signed'],
    ['rsa2048.certificate.pem', 'self-signed'],
    ['ed25519.certificate.pem', 'self-signed'],
  ])('%s', async (file, signature) => {
    expect(await checkChain(await certificatesOf(fixture(`keys/${file}`)))).toEqual([signature])
  })

  test('a certificate without its issuer', async () => {
    const [leaf] = blocks(fixture('keys/chain-rsa.chain.pem'))
    expect(await checkChain(await certificatesOf(leaf!))).toEqual(['issuer-absent'])
  })

  test('an issuer of the same name and another key', async () => {
    const [leaf, authority] = await certificatesOf(fixture('keys/chain-ecdsa.chain.pem'))
    const [other] = await certificatesOf(fixture('keys/chain-eddsa.chain.pem'))
    expect(await checkChain([leaf!, authority!])).toEqual(['holds', 'issuer-absent'])
    expect(await checkChain([leaf!, { ...authority!, key: other!.key }])).toEqual(['broken', 'issuer-absent'])
    expect(await checkChain([leaf!, { ...authority!, key: null }])).toEqual(['unchecked', 'issuer-absent'])
  })

  test('one octet changed in what is signed', async () => {
    const [leaf, ...others] = await certificatesOf(fixture('keys/chain-ecdsa.chain.pem'))
    const octets = leaf!.signed.octets.map((octet, i) => (i === 40 ? octet ^ 1 : octet))
    const altered = { ...leaf!, signed: { ...leaf!.signed, octets } }
    expect((await checkChain([altered, ...others]))[0]).toBe('broken')
  })
})

describe('what is read of a certificate is what OpenSSL reads', () => {
  const files = ['ecdsa', 'rsa', 'eddsa', 'pss', 'secp256k1'].map((kind) => `keys/chain-${kind}.chain.pem`)
  const rows = [
    ...files,
    'keys/expired.certificate.pem',
    'keys/p256.certificate.pem',
    'rfc9881/ML-DSA-44.crt',
  ].flatMap((file) => blocks(fixture(file)).map((pem, i) => [`${file}, ${i + 1}`, pem] as const))
  const print = (colons: string) => Buffer.from(colons.replaceAll(':', ''), 'hex').toString('base64url')
  test.each(rows)('%s', async (_, pem) => {
    const [certificate] = await certificatesOf(pem)
    const oracle = new X509Certificate(pem)
    const { subject, issuer, notBefore, notAfter, serialNumber, sha1, sha256, octets } = certificate!
    expect(Buffer.from(octets)).toEqual(oracle.raw)
    expect(notBefore).toBe(Date.parse(oracle.validFrom) / 1000)
    expect(notAfter).toBe(Date.parse(oracle.validTo) / 1000)
    expect(BigInt(`0x${serialNumber}`)).toBe(BigInt(`0x${oracle.serialNumber}`))
    expect([sha1, sha256]).toEqual([print(oracle.fingerprint), print(oracle.fingerprint256)])
    const lines = (name: string) => name.split('\n').reverse().join(', ')
    expect(issuer).toBe(lines(oracle.issuer))
    if (!subject.includes('\\')) expect(subject).toBe(lines(oracle.subject))
  })

  test('a name with signs in it is escaped', async () => {
    const [leaf] = await certificatesOf(fixture('keys/chain-rsa.chain.pem'))
    expect(leaf!.subject).toBe('CN=chain-rsa.example.com, O=Exämple \\"Sons\\"\\, Inc., C=DE')
    expect(leaf!.issuer).toBe('CN=chain-rsa Authority, O=Example, C=DE')
  })
})
