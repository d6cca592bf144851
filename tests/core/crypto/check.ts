import { verifyWithKeys } from '../../../src/core/crypto/choose.ts'
import type { Verification } from '../../../src/core/crypto/verification.ts'
import { signingInput, withPayload } from '../../../src/core/decode/signingInput.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import type { Fault } from '../../../src/core/text/result.ts'

/** What the page answers: a token that a strict reader refuses is not checked at all. */
export type Answer = Verification | { readonly state: 'unreadable'; readonly fault: Fault | null }

/** Takes pasted text and a pasted key through the whole pipeline. */
export async function check(
  text: string,
  keyText: string,
  format: KeyFormat | 'detect' = 'detect',
  detached?: string,
): Promise<Answer> {
  const { token: found } = inspect(text)
  const given = found?.kind === 'sd-jwt' ? found.jws : found
  const apart = given?.kind === 'jws' && detached !== undefined
  const token = apart ? withPayload(given, new TextEncoder().encode(detached)) : given
  if (token?.kind !== 'jws' || token.faults.length > 0) {
    return { state: 'unreadable', fault: token?.faults[0] ?? null }
  }
  const reading = keyText === '' ? null : await readKeys(keyText, format)
  if (reading !== null && !reading.ok) return { state: 'impossible', reason: reading.fault }
  const input = signingInput(text, token)
  const { verification } = await verifyWithKeys(
    {
      header: token.header,
      signingInput: typeof input === 'string' ? new TextEncoder().encode(input) : input,
      signature: token.segments[2]!.octets,
    },
    reading?.value ?? null,
  )
  return verification
}
