import type { Jws, SdJwt } from '../decode/token.ts'
import type { KeySet } from '../keys/material.ts'
import type { Check } from './check.ts'
import { checkDpop, type Proof, type RequestAround } from './dpop.ts'
import type { HashCheckName } from './hashes.ts'
import { examine, examineProof, type Presented, rejectionOf } from './presented.ts'
import { isDpopProof, namesOthers } from './proofKind.ts'
import { aroundProof, checkTogether, type Paste } from './together.ts'

/** What is known of a token besides its signature. */
export interface Proofs {
  /** What the token was decoded from. */
  readonly text: string
  /** Of an SD-JWT. */
  readonly presented: Presented | null
  /** Of a DPoP proof, with what it is compared with. */
  readonly possession: { readonly proof: Proof; readonly around: RequestAround } | null
  /** Of an ID token: whether it belongs to what stands beside it. */
  readonly together: readonly Check<HashCheckName>[]
  /** Why whoever gets the token must refuse it, whatever its signature says; null where nothing is known against it. */
  readonly rejected: Rejection | null
}

export type Rejection = 'disclosures' | 'key-binding' | 'proof'

/** `text` is what the token was decoded from. Rejects where the page has no WebCrypto. */
export async function proofs(
  text: string,
  token: Jws | SdJwt,
  paste: Paste,
  keys: KeySet | null,
): Promise<Proofs> {
  const nothing = { text, presented: null, possession: null, together: [], rejected: null }
  if (token.kind === 'sd-jwt') {
    const presented = await examine(text, token, keys)
    return { ...nothing, presented, rejected: rejectionOf(presented) }
  }
  if (isDpopProof(token)) {
    const proof = await examineProof(text, token)
    const around = await aroundProof(paste)
    // A proof that is right in itself may yet be made for another request: that is for the checks to say.
    const isRefused = checkDpop(proof, around, 0, Number.POSITIVE_INFINITY).some(({ refused }) => refused)
    return { ...nothing, possession: { proof, around }, rejected: isRefused ? 'proof' : null }
  }
  return { ...nothing, together: namesOthers(token) ? await checkTogether(token, paste) : [] }
}
