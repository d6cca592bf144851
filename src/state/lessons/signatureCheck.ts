import type { KeylessCheck } from '../../core/crypto/choose.ts'
import { signingInput } from '../../core/decode/signingInput.ts'
import type { Jws } from '../../core/decode/token.ts'

const encoder = new TextEncoder()

/** What is to be checked of a JWS in this text, but for the key. */
export function checkOf(text: string, token: Jws): KeylessCheck {
  const input = signingInput(text, token)
  return {
    header: token.header,
    signingInput: typeof input === 'string' ? encoder.encode(input) : input,
    signature: token.segments[2]!.octets,
  }
}
