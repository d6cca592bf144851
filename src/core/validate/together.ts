import { digestOf } from '../crypto/digest.ts'
import { isObject } from '../decode/content.ts'
import { decode } from '../decode/index.ts'
import type { Token } from '../decode/token.ts'
import type { Span } from '../text/span.ts'
import { type Beside, besideOf } from './beside.ts'
import type { Check } from './check.ts'
import { confirmationOf } from './confirmation.ts'
import type { RequestAround } from './dpop.ts'
import { checkHashes, type HashCheckName } from './hashes.ts'
import { Members } from './profile/claims.ts'
import { isDpopProof } from './proofKind.ts'

/** How many of the tokens around are looked at. */
const MOST_TOKENS = 20

/** What stands around the token at `own`, and is of use in judging it: an access token above all. */
function surroundings(text: string, own: Span, spans: readonly Span[]): Beside {
  const beside = besideOf(text)
  if (beside.accessToken !== null) return beside
  // Of tokens that nothing names, the only other one is taken for it.
  const others = spans.filter(({ from }) => from !== own.from).slice(0, MOST_TOKENS)
  const candidates = others.filter((span) => !isDpopProof(decode(text, span)))
  const [only] = candidates
  return candidates.length === 1 && only !== undefined
    ? { ...beside, accessToken: text.slice(only.from, only.to) }
    : beside
}

/** What a DPoP proof is compared with, of the text around it; `spans` are those of all tokens in it. */
export async function aroundProof(text: string, own: Span, spans: readonly Span[]): Promise<RequestAround> {
  const { method, uri, accessToken, dpopNonce } = surroundings(text, own, spans)
  const around = { method, uri, nonce: dpopNonce }
  if (accessToken === null || accessToken === text.slice(own.from, own.to)) {
    return { ...around, accessTokenHash: null, boundTo: null, isBoundTokenOpaque: false }
  }
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
export async function checkTogether(
  text: string,
  token: Token,
  spans: readonly Span[],
): Promise<readonly Check<HashCheckName>[]> {
  const { payloadContent, header, segments } = token
  if (payloadContent === null || !isObject(payloadContent)) return []
  const { accessToken, code, state, nonce } = surroundings(text, token.span, spans)
  const claims = new Members(payloadContent.document)
  const signatureLength = segments[2]?.octets.length ?? 0
  return checkHashes(claims, header.alg ?? '', signatureLength, { accessToken, code, state, nonce })
}
