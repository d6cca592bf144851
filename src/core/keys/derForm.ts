import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import type { Base64Reading } from './base64.ts'
import { Der } from './der.ts'
import type { KeyFault, KeyNotice } from './fault.ts'
import type { KeyFormat, KeyMaterial, KeyReading } from './material.ts'
import { inText } from './pem.ts'
import type { PrivateKey } from './privateKey.ts'
import type { PublicKey } from './publicKey.ts'

/** A structure of DER that is a key, and the PEM label that goes with it. */
export interface DerForm {
  readonly format: KeyFormat
  readonly label: string
  /** Null after a fault. */
  read(der: Der): PublicKey | PrivateKey | null
}

/** Reads octets that came in base64 as a form of DER has it; faults point into the text. */
export async function readDerForm(
  form: Pick<DerForm, 'format' | 'read'>,
  body: Base64Reading,
  span: Span,
  notices: readonly Fault<KeyNotice>[],
): Promise<KeyReading> {
  const der = Der.of(body.octets)
  const key = form.read(der)
  der.finish()
  if (key === null || der.fault !== null) return { ok: false, fault: inText(body, der.fault!) }
  return materialOf(form.format, span, key, notices)
}

/** A key as material, its public half worked out where that is needed. */
export async function materialOf(
  format: KeyFormat,
  span: Span,
  key: PublicKey | PrivateKey,
  notices: readonly Fault<KeyNotice>[],
): Promise<Result<KeyMaterial, Fault<KeyFault>>> {
  const isPrivate = 'secret' in key
  const half = isPrivate ? (key.key ?? (await publicHalfOf(key))) : key
  if (half === null) return fail('key-public-half', span)
  const { jwk, bits, algs = null } = half
  return ok({
    format,
    span,
    jwk,
    privateJwk: isPrivate && key.members !== null ? { ...jwk, ...key.members } : null,
    fromPrivate: isPrivate,
    algs,
    bits,
    notices,
    certificates: [],
  })
}

/** Working it out needs what few keys need. */
async function publicHalfOf(key: PrivateKey): Promise<PublicKey | null> {
  const { publicHalf } = await import('./publicHalf.ts')
  return publicHalf(key)
}
