import { critical } from './algorithm/critical.ts'
import { hash } from './algorithm/hash.ts'
import { variant } from './algorithm/variant.ts'
import type { Outcome } from './diagnosis.ts'
import { type Conduct, search } from './engine.ts'
import { type Evidence, inPaste } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { base64 } from './input/base64.ts'
import { decoded } from './input/decoded.ts'
import { doubleEncoded } from './input/doubleEncoded.ts'
import { hashed } from './input/hashed.ts'
import { nonce } from './input/nonce.ts'
import { reserialized } from './input/reserialized.ts'
import { style } from './input/style.ts'
import { surroundings } from './input/surroundings.ts'
import { confusion } from './key/confusion.ts'
import { embedded } from './key/embedded.ts'
import { identity } from './key/identity.ts'
import { issuer } from './key/issuer.ts'
import { kind } from './key/kind.ts'
import { restricted } from './key/restricted.ts'
import { rsa } from './key/rsa.ts'
import { assignment } from './secret/assignment.ts'
import { byteOrderMark } from './secret/byteOrderMark.ts'
import { charset } from './secret/charset.ts'
import { decoded as secretDecoded } from './secret/decoded.ts'
import { encodedText } from './secret/encodedText.ts'
import { encoding } from './secret/encoding.ts'
import { escapes } from './secret/escapes.ts'
import { letterCase as secretLetterCase } from './secret/letterCase.ts'
import { lineBreak } from './secret/lineBreak.ts'
import { lineEnds } from './secret/lineEnds.ts'
import { quotes } from './secret/quotes.ts'
import { space as secretSpace } from './secret/space.ts'
import { byteOrder } from './signature/byteOrder.ts'
import { damaged } from './signature/damaged.ts'
import { der } from './signature/der.ts'
import { encoded } from './signature/encoded.ts'
import { leadingZeros } from './signature/leadingZeros.ts'
import { restored } from './signature/restored.ts'
import { size } from './signature/size.ts'
import { swapped } from './signature/swapped.ts'
import { base64 as tokenBase64 } from './token/base64.ts'
import { character } from './token/character.ts'
import { cut } from './token/cut.ts'
import { dots } from './token/dots.ts'
import { foreign } from './token/foreign.ts'
import { letterCase } from './token/letterCase.ts'
import { markup } from './token/markup.ts'
import { percentEncoding } from './token/percentEncoding.ts'
import { space } from './token/space.ts'
import { typeset } from './token/typeset.ts'

/** What happened to the characters, where the token cannot be taken apart. */
const repairs: readonly Hypothesis[] = [
  space,
  tokenBase64,
  percentEncoding,
  typeset,
  markup,
  dots,
  foreign,
  character,
]

/** The likely and cheap ones first; at the end those that only look, and what they say comes in their order. */
const hypotheses: readonly Hypothesis[] = [
  confusion,
  ...repairs,
  critical,
  encoding,
  variant,
  hash,
  restricted,
  damaged,
  lineBreak,
  byteOrderMark,
  secretSpace,
  quotes,
  assignment,
  secretDecoded,
  escapes,
  encodedText,
  lineEnds,
  secretLetterCase,
  charset,
  der,
  leadingZeros,
  encoded,
  byteOrder,
  swapped,
  nonce,
  base64,
  surroundings,
  doubleEncoded,
  decoded,
  hashed,
  embedded,
  reserialized,
  restored,
  cut,
  letterCase,
  kind,
  size,
  identity,
  issuer,
  rsa,
  style,
]

/**
 * Looks for what would make a signature match that does not: a bounded search, by no more than 200 checks and 300 ms of
 * work. Null where it was called off. What it finds is never a verification.
 */
export async function diagnose(evidence: Evidence, conduct: Conduct): Promise<Outcome | null> {
  // A signature that matches on a token that is refused all the same.
  const matches = evidence.verification?.state === 'verified'
  const outcome = await search(matches ? [...repairs, restored] : hypotheses, evidence, conduct)
  if (outcome === null) return null
  const { found, hints } = outcome
  return {
    ...outcome,
    found: found.map((one) => inPaste(one, evidence)),
    hints: hints.map((one) => inPaste(one, evidence)),
  }
}
