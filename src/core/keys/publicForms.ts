import { Der } from './der.ts'
import type { KeyMaterial } from './material.ts'
import { base64, pem, subjectPublicKeyInfo } from './writePem.ts'

/** A key's text as it is, and with the line breaks that files, settings and environments have. */
export function asFiles(text: string): Set<string> {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  const windows = plain.replaceAll('\n', '\r\n')
  return new Set([
    text,
    plain,
    `${plain}\n`,
    windows,
    `${windows}\r\n`,
    plain.replaceAll('\n', '\\n'),
    plain.replaceAll('\n', ''),
  ])
}

/** The texts and octets that a public key is known by. */
export async function* formsOf({ jwk }: KeyMaterial): AsyncGenerator<[string, string | Uint8Array]> {
  const { alg: _, use: __, key_ops: ___, kid: ____, ...bare } = jwk
  const der = await subjectPublicKeyInfo(bare as JsonWebKey)
  if (der !== null) {
    yield ['its PEM (SPKI)', pem('PUBLIC KEY', der)]
    yield ['its DER (SPKI)', der]
    yield ['the base64 of its DER', base64(der)]
    if (jwk.kty === 'RSA') {
      const info = Der.of(der).sequence()
      info.skip()
      const pkcs1 = info.bitString().rest
      yield ['its PEM (PKCS #1)', pem('RSA PUBLIC KEY', pkcs1)]
      yield ['its DER (PKCS #1)', pkcs1]
    }
  }
  yield ['its JWK', JSON.stringify(bare)]
  yield ['its JWK', JSON.stringify(jwk)]
  yield [
    'its JWK',
    JSON.stringify(Object.fromEntries(Object.entries(bare).sort(([a], [b]) => (a < b ? -1 : 1)))),
  ]
  for (const member of ['n', 'x'] as const)
    if (jwk[member] !== undefined) yield [`its JWK member ${member}`, jwk[member]]
}
