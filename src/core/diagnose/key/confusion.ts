import { scanJson } from '../../json/scan.ts'
import type { KeyMaterial } from '../../keys/material.ts'
import { asFiles, formsOf } from '../../keys/publicForms.ts'
import { secretKey } from '../../keys/secret.ts'
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
  for (const form of asFiles(text)) yield { alg, key: asSecret(encoder.encode(form)), told }
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
