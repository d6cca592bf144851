import type { KeyFormat, KeyMaterial } from '../../keys/material.ts'
import { secretKey } from '../../keys/secret.ts'
import { secretBase64, secretBase64url } from '../../keys/secretBase64.ts'
import { secretHex } from '../../keys/secretHex.ts'
import { secretUtf8 } from '../../keys/secretUtf8.ts'
import { variantOf } from '../algorithms.ts'
import { type Diagnosis, type DiagnosisId, diagnosis, type Fix } from '../diagnosis.ts'
import { type Evidence, LONGEST_SECRET } from '../evidence.ts'
import type { Attempt, Hypothesis } from '../hypothesis.ts'

/** A hypothesis on the secret, which others may start from. */
export interface SecretHypothesis extends Hypothesis {
  suggest(evidence: Evidence): Iterable<Attempt>
}

/** The HMAC that the signature's length tells, whatever `alg` says; null where it is no HMAC's. */
export function hmacOf({ header, jws }: Evidence): string | null {
  if (jws === null || (header.alg !== null && !/^\s*hs/i.test(header.alg))) return null
  return { 32: 'HS256', 48: 'HS384', 64: 'HS512' }[jws.signature.length] ?? null
}

/** How the key text was read; null where it was taken for no secret. */
function readAs({ keyFormat, keys }: Evidence): KeyFormat | null {
  if (keyFormat.startsWith('secret-')) return keyFormat as KeyFormat
  return keys?.keys.every(({ jwk }) => jwk.kty === 'oct') ? 'secret-utf8' : null
}

const readers = [secretUtf8, secretBase64, secretBase64url, secretHex]

/** The text as a secret in every encoding that it can be in, the one that was chosen first. */
export function* readings(text: string, chosen: KeyFormat | null): Generator<KeyMaterial> {
  const ordered = [...readers].sort((a, b) => Number(b.format === chosen) - Number(a.format === chosen))
  for (const reader of ordered) {
    const reading = reader.read(text)
    // Readers of secrets answer at once.
    const key = reading instanceof Promise || !reading.ok ? undefined : reading.value.keys[0]
    if (key !== undefined && key.bits > 0) yield key
  }
}

/** Another text in place of the key text, in every encoding; what is told is the text's own story and the encoding's. */
export function* asSecret(
  evidence: Evidence,
  text: string,
  id: DiagnosisId | null,
  values: Diagnosis['values'] = {},
): Generator<Attempt> {
  const alg = hmacOf(evidence)
  if (alg === null || text === '' || text.length > LONGEST_SECRET) return
  const chosen = readAs(evidence)
  for (const key of readings(text, chosen)) {
    const fix: Fix = { ...(text !== evidence.keyText && { keyText: text }), keyFormat: key.format }
    const encoding =
      key.format === chosen
        ? []
        : [diagnosis(key.format as DiagnosisId, {}, { fix: id === null ? fix : null })]
    const story = id === null ? [] : [diagnosis(id, values, { fix })]
    const told = [...story, ...encoding, ...variantOf(evidence, alg)]
    // With nothing else about it, this is what failed.
    if (told.length > 0) yield { alg, key, told }
  }
}

/** Octets in place of the key text's; the fix gives them in hexadecimal, as no other format may have them. */
export function* asOctets(
  evidence: Evidence,
  octets: Uint8Array,
  told: DiagnosisId,
  values: Diagnosis['values'] = {},
): Generator<Attempt> {
  const alg = hmacOf(evidence)
  if (alg === null || octets.length === 0 || octets.length > LONGEST_SECRET) return
  const keyText = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')
  const key = secretKey('secret-hex', keyText, octets, [])
  yield {
    alg,
    key,
    told: [
      diagnosis(told, values, { fix: { keyText, keyFormat: 'secret-hex' } }),
      ...variantOf(evidence, alg),
    ],
  }
}
