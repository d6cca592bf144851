import { verifySignature } from '../../core/crypto/verify.ts'
import { isObject } from '../../core/decode/content.ts'
import type { Jws } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import { memberValue, toPlain } from '../../core/json/read.ts'
import { readKeys } from '../../core/keys/index.ts'
import type { KeyFormat, KeyMaterial } from '../../core/keys/material.ts'
import { checkOf } from './signatureCheck.ts'

/** Verifiers by what they wrongly take from the sender: the algorithm, what the key's text is, the key. */
export const toys = ['header', 'text', 'jwk'] as const
export type Toy = (typeof toys)[number]

/** `accepted`, or why not. */
export type Ruling = 'accepted' | 'unreadable' | 'alg' | 'signed' | 'unfit' | 'mismatch'

const PINNED = 'RS256'

/**
 * What a toy verifier makes of the token in the box.
 *
 * @param pem the public key of the issuer that it trusts
 */
export async function rulingOf(
  toy: Toy,
  isSafe: boolean,
  { text, token }: Inspection,
  pem: string,
): Promise<Ruling> {
  if (token?.kind !== 'jws' || token.serialization !== 'compact' || token.faults.length > 0)
    return 'unreadable'
  const { alg } = token.header
  if (isSafe && toy !== 'jwk' && alg !== PINNED) return 'alg'
  if (!isSafe && toy === 'header' && alg?.toLowerCase() === 'none')
    return token.segments[2]!.octets.length === 0 ? 'accepted' : 'signed'
  const key = await keyFor(toy, isSafe, token, pem)
  if (key === null) return 'unfit'
  const { state } = await verifySignature({ ...checkOf(text, token), key })
  if (state === 'verified') return 'accepted'
  return state === 'failed' ? 'mismatch' : state === 'impossible' ? 'unfit' : 'alg'
}

function keyFor(toy: Toy, isSafe: boolean, token: Jws, pem: string): Promise<KeyMaterial | null> {
  const isHmac = token.header.alg?.startsWith('HS') ?? false
  if (!isSafe && toy === 'text' && isHmac) return read(pem, 'secret-utf8')
  const jwk = !isSafe && toy === 'jwk' ? embedded(token) : null
  return jwk === null ? read(pem, 'pem-spki') : read(jwk, 'jwk')
}

async function read(text: string, format: KeyFormat): Promise<KeyMaterial | null> {
  const reading = await readKeys(text, format)
  return reading.ok ? reading.value.keys[0]! : null
}

/** The header's `jwk` as it would be in a file; null where it has none. */
function embedded({ headerContent }: Jws): string | null {
  if (!isObject(headerContent)) return null
  const { document } = headerContent
  const jwk = memberValue(document, 0, 'jwk')
  return jwk === null ? null : JSON.stringify(toPlain(document, jwk))
}
