import { writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault, ok } from '../text/result.ts'
import { Der } from './der.ts'
import type { KeyNotice } from './fault.ts'
import type { KeyFormat, KeyMaterial, KeyReading } from './material.ts'

/** What reading an HMAC secret gives: see {@link secretKey}. */
export function secret(...of: Parameters<typeof secretKey>): KeyReading {
  return ok(secretKey(...of))
}

/** An HMAC secret as key material: the whole of the text stands for `octets`. */
export function secretKey(
  format: KeyFormat,
  text: string,
  octets: Uint8Array,
  notices: readonly Fault<KeyNotice>[],
): KeyMaterial {
  const span = { from: 0, to: text.length }
  return {
    format,
    span,
    jwk: { kty: 'oct', k: writeBase64url(octets) },
    privateJwk: null,
    fromPrivate: false,
    algs: null,
    bits: 8 * octets.length,
    notices: octets.length === 0 ? [...notices, fault('secret-empty', span)] : notices,
    certificates: [],
  }
}

/** Where the octets that a secret was encoded from are themselves a key in PEM or DER. */
export function keyInside(octets: Uint8Array, text: string): Fault<KeyNotice>[] {
  const as = isDer(octets) ? 'der' : startsAsPem(octets) ? 'pem' : null
  return as === null ? [] : [fault('secret-looks-like-key', { from: 0, to: text.length }, { as })]
}

/** One whole SEQUENCE, as every key in DER is. */
export function isDer(octets: Uint8Array): boolean {
  const der = Der.of(octets)
  der.sequence().skip()
  der.finish()
  return der.fault === null
}

function startsAsPem(octets: Uint8Array): boolean {
  return String.fromCharCode(...octets.subarray(0, 11)) === '-----BEGIN '
}
