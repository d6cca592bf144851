import type { JsonDocument } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { members, memberValue, stringValue } from '../json/read.ts'
import { readKeys } from '../keys/index.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import { thumbprint } from '../keys/thumbprint.ts'

/** How a token's `cnf` names the key that its holder has (RFC 7800 section 3, RFC 9449 section 6.1). */
export type Confirmation =
  | { readonly by: 'nothing' }
  /** The key itself, as JSON text. */
  | { readonly by: 'jwk'; readonly text: string }
  /** A name, a thumbprint or another method; `value` is as written where it is no string. */
  | { readonly by: 'kid' | 'jkt' | 'other'; readonly method: string; readonly value: string }
  /** `cnf` is no object, or an empty one. */
  | { readonly by: 'malformed' }

export function confirmationOf(claims: JsonDocument): Confirmation {
  const cnf = memberValue(claims, 0, 'cnf')
  if (cnf === null) return { by: 'nothing' }
  const jwk = memberValue(claims, cnf, 'jwk')
  if (jwk !== null) return { by: 'jwk', text: claims.text.slice(claims.from[jwk], claims.to[jwk]) }
  for (const by of ['jkt', 'kid'] as const) {
    const node = memberValue(claims, cnf, by)
    if (node !== null && claims.kind[node] === Kind.string) {
      return { by, method: by, value: stringValue(claims, node) }
    }
  }
  const [first] = members(claims, cnf)
  if (first === undefined) return { by: 'malformed' }
  const value = claims.text.slice(claims.from[first.value], claims.to[first.value])
  return { by: 'other', method: stringValue(claims, first.key), value }
}

/**
 * The key that `cnf` names: itself where it is there, else the one among the supplied keys that has its `kid` or
 * thumbprint; null where there is none, or it cannot be read.
 */
export async function confirmedKey(
  confirmation: Confirmation,
  supplied: KeySet | null,
): Promise<KeyMaterial | null> {
  if (confirmation.by === 'jwk') return readEmbedded(confirmation.text)
  if (confirmation.by !== 'kid' && confirmation.by !== 'jkt') return null
  for (const key of supplied?.keys ?? []) {
    const name = confirmation.by === 'kid' ? key.jwk.kid : await thumbprint(key)
    if (name === confirmation.value) return key
  }
  return null
}

/** Reads a key that came inside a token. It never verifies that token: that is for the caller to see to. */
export async function readEmbedded(jwk: string): Promise<KeyMaterial | null> {
  const reading = await readKeys(jwk, 'jwk')
  return reading.ok ? reading.value.keys[0]! : null
}
