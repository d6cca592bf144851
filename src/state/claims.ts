import { isObject } from '../core/decode/content.ts'
import type { Token } from '../core/decode/token.ts'
import type { JsonDocument } from '../core/json/document.ts'
import type { Answer } from './verification.ts'

/**
 * The claims set as a verifier processes it: of an SD-JWT, where that is known already, with what was disclosed in its place
 * (RFC 9901 section 7.1), of any other token the payload. Null where it is no JSON object.
 */
export function claimsOf(token: Token, answer: Answer | null): JsonDocument | null {
  const processed = token.kind === 'sd-jwt' ? (answer?.proofs?.presented?.claims ?? null) : null
  const content = token.payloadContent
  return processed ?? (content !== null && isObject(content) ? content.document : null)
}

/** Whether an SD-JWT holds anything back, or has what cannot be told, which might be any claim. */
export function mayWithhold(answer: Answer | null): boolean {
  const seen = answer?.proofs?.presented?.seen
  return seen !== undefined && (seen.unanswered.length > 0 || seen.faults.length > 0)
}
