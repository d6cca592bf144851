import { scanJson } from '../../json/scan.ts'
import { Der } from '../../keys/der.ts'
import type { KeyMaterial } from '../../keys/material.ts'
import { secretKey } from '../../keys/secret.ts'
import { base64, pem, subjectPublicKeyInfo } from '../../keys/writePem.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { canRewrite, rewritten, spacings } from '../input/rewriting.ts'
import { hmacOf } from '../secret/candidate.ts'

const encoder = new TextEncoder()

/**
 * An HMAC whose secret is a public key, which everybody has (RFC 8725 section 2.1): a token that a verifier accepts which
 * takes `alg` from the token and hands it the public key. Never a success.
 */
export const confusion: Hypothesis = {
  topic: 'public key as secret',
  async *suggest(evidence) {
    const alg = hmacOf(evidence)
    const { keys, keyText } = evidence
    if (alg === null || keys === null) return
    const publicKeys = keys.keys.filter(({ jwk }) => jwk.kty !== 'oct')
    const told = (what: string) => [diagnosis('key-confusion', { alg, what })]
    for (const key of publicKeys.slice(0, 3)) {
      // A private key’s own text is no public key.
      const pasted = key.fromPrivate ? [] : [keyText.slice(key.span.from, key.span.to), keyText]
      for (const text of pasted) yield* texts(alg, text, told('the text you pasted'))
      for (const text of pasted) for (const form of compact(text)) yield* texts(alg, form, told('its JWK'))
      for await (const [what, octets] of formsOf(key)) {
        if (typeof octets === 'string') yield* texts(alg, octets, told(what))
        else yield { alg, key: asSecret(octets), told: told(what) }
      }
    }
  },
}

/** The text as it is, and with the line breaks that files have. */
function* texts(alg: string, text: string, told: ReturnType<typeof diagnosis>[]) {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  const windows = plain.replaceAll('\n', '\r\n')
  const forms = [
    text,
    plain,
    `${plain}\n`,
    windows,
    `${windows}\r\n`,
    plain.replaceAll('\n', '\\n'),
    plain.replaceAll('\n', ''),
  ]
  for (const form of new Set(forms)) yield { alg, key: asSecret(encoder.encode(form)), told }
}

/** A JWK without the white space that it was pasted with, and as Python writes it. */
function compact(text: string): string[] {
  const { document, fault } = scanJson(text)
  if (fault !== null || !canRewrite(document)) return []
  return spacings
    .slice(0, 2)
    .map((spacing) => rewritten(document, { spacing, sorted: false, escapes: 'as written' }))
}

function asSecret(octets: Uint8Array): KeyMaterial {
  return secretKey('secret-hex', '', octets, [])
}

/** The texts and octets that a public key is known by. */
async function* formsOf({ jwk }: KeyMaterial): AsyncGenerator<[string, string | Uint8Array]> {
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
