import { openWithKeys } from '../../../src/core/crypto/decrypt.ts'
import type { Decryption, Permits } from '../../../src/core/crypto/decryption.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import type { Fault } from '../../../src/core/text/result.ts'

/** What the page answers on an encrypted token: one that a strict reader refuses is not opened at all. */
export type Answer =
  | Exclude<Decryption, { state: 'decrypted' }>
  | { readonly state: 'decrypted'; readonly plaintext: string; readonly recipient: number }
  | { readonly state: 'unreadable'; readonly fault: Fault | null }

const nothing: Permits = { rounds: false, inflation: false }

/** Takes pasted text and a pasted key through the whole pipeline. */
export async function open(
  token: string | object,
  key: string | object,
  { format = 'detect', permits = nothing }: { format?: KeyFormat | 'detect'; permits?: Permits } = {},
): Promise<Answer> {
  const text = typeof token === 'string' ? token : JSON.stringify(token)
  const keyText = typeof key === 'string' ? key : JSON.stringify(key)
  const { token: decoded } = inspect(text)
  if (decoded?.kind !== 'jwe' || decoded.faults.length > 0) {
    return { state: 'unreadable', fault: decoded?.faults[0] ?? null }
  }
  const reading = keyText === '' ? null : await readKeys(keyText, format)
  if (reading !== null && !reading.ok) return { state: 'impossible', reason: reading.fault }
  const { decryption } = await openWithKeys(text, decoded, reading?.value ?? null, permits)
  if (decryption.state !== 'decrypted') return decryption
  return { ...decryption, plaintext: new TextDecoder().decode(decryption.plaintext) }
}
