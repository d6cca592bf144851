import { digestOf } from '../crypto/digest.ts'
import { isObject } from '../decode/content.ts'
import { decode } from '../decode/index.ts'
import type { Token } from '../decode/token.ts'
import { type Beside, besideOf } from './beside.ts'
import type { Check } from './check.ts'
import { confirmationOf } from './confirmation.ts'
import type { RequestAround } from './dpop.ts'
import { checkHashes, type HashCheckName } from './hashes.ts'
import { Members } from './profile/claims.ts'
import { isDpopProof } from './proofKind.ts'

/** What was pasted, and the characters of the tokens in it that are not looked at. */
export interface Paste {
  readonly text: string
  readonly others: readonly string[]
}

/** What stands around a token, and is of use in judging it: an access token above all. */
function surroundings({ text, others }: Paste): Beside {
  const beside = besideOf(text)
  if (beside.accessToken !== null) return beside
  // Of tokens that nothing names, the only other one is taken for it.
  const candidates = others.filter((other) => !isDpopProof(decode(other, { from: 0, to: other.length })))
  return candidates.length === 1 ? { ...beside, accessToken: candidates[0]! } : beside
}

/** What a DPoP proof is compared with, of the text around it. */
export async function aroundProof(paste: Paste): Promise<RequestAround> {
  const { method, uri, accessToken, dpopNonce } = surroundings(paste)
  const around = { method, uri, nonce: dpopNonce }
  if (accessToken === null)
    return { ...around, accessTokenHash: null, boundTo: null, isBoundTokenOpaque: false }
  const token = decode(accessToken, { from: 0, to: accessToken.length })
  const claims = token.kind === 'jws' && isObject(token.payloadContent) ? token.payloadContent.document : null
  const confirmation = claims && confirmationOf(claims)
  return {
    ...around,
    accessTokenHash: await digestOf('SHA-256', accessToken),
    boundTo: confirmation?.by === 'jkt' ? confirmation.value : null,
    isBoundTokenOpaque: claims === null,
  }
}

/** Compares an ID token with what was issued with it. */
export async function checkTogether(token: Token, paste: Paste): Promise<readonly Check<HashCheckName>[]> {
  const { payloadContent, header, segments } = token
  if (payloadContent === null || !isObject(payloadContent)) return []
  const { accessToken, code, state, nonce } = surroundings(paste)
  const claims = new Members(payloadContent.document)
  const signatureLength = segments[2]?.octets.length ?? 0
  return checkHashes(claims, header.alg ?? '', signatureLength, { accessToken, code, state, nonce })
}
