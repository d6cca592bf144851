import { isObject } from '../decode/content.ts'
import type { Token } from '../decode/token.ts'
import { memberValue } from '../json/read.ts'

/** Whether a token is a DPoP proof by its `typ` (RFC 9449 section 4.2). */
export function isDpopProof({ header: { typ } }: Token): boolean {
  return /^(?:application\/)?dpop\+jwt$/i.test(typ ?? '')
}

/** Whether a token has claims that stand for other things, which may stand beside it. */
export function namesOthers({ payloadContent }: Token): boolean {
  if (payloadContent === null || !isObject(payloadContent)) return false
  const { document } = payloadContent
  return ['at_hash', 'c_hash', 's_hash', 'nonce'].some((name) => memberValue(document, 0, name) !== null)
}
