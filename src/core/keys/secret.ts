import { writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault, ok } from '../text/result.ts'
import type { KeyNotice } from './fault.ts'
import type { KeyFormat, KeyReading } from './material.ts'

/** An HMAC secret as key material: the whole of the text stands for `octets`. */
export function secret(
  format: KeyFormat,
  text: string,
  octets: Uint8Array,
  notices: readonly Fault<KeyNotice>[],
): KeyReading {
  const span = { from: 0, to: text.length }
  return ok({
    format,
    span,
    jwk: { kty: 'oct', k: writeBase64url(octets) },
    privateJwk: null,
    fromPrivate: false,
    algs: null,
    bits: 8 * octets.length,
    notices: octets.length === 0 ? [...notices, fault('secret-empty', span)] : notices,
    certificates: [],
  })
}
