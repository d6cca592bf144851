import { type Choice, verifyWithKeys } from '../core/crypto/choose.ts'
import type { Opening } from '../core/crypto/decrypt.ts'
import type { Decryption, Permits } from '../core/crypto/decryption.ts'
import type { Verification } from '../core/crypto/verification.ts'
import { nestedIn, withPlaintext } from '../core/decode/nested.ts'
import { signingInput, withRecipient, withSignature } from '../core/decode/signingInput.ts'
import type { Jwe, Jws, Token } from '../core/decode/token.ts'
import { certificateHint } from '../core/keys/embedded.ts'
import type { KeyMaterial, KeySet } from '../core/keys/material.ts'
import { fault } from '../core/text/result.ts'
import { isDpopProof } from '../core/validate/proofKind.ts'
import { borrowOctets, giveBack } from './octets.ts'

/** A token, or one that another holds, with what came of checking or opening it. */
export interface Level {
  /** What the token was decoded from: the pasted text, or the payload or plaintext of the level around it. */
  readonly text: string
  /** With its payload, where that was encrypted and could be opened. */
  readonly token: Token
  readonly outcome: Outcome
}

export type Outcome =
  | {
      readonly kind: 'signed'
      /** Of all signatures together, and the choice that decided it. */
      readonly verification: Verification
      readonly choice: Choice
      /** One for each signature, in their order. */
      readonly choices: readonly Choice[]
    }
  | { readonly kind: 'encrypted'; readonly decryption: Decryption; readonly opening: Opening }
  /** Neither: the text is no token. */
  | { readonly kind: 'none' }

const payloadMissing = fault('crypto-payload-missing', { from: 0, to: 0 })

/** Tokens within tokens that are followed: each makes the whole longer by a third, so that nobody has more. */
export const MOST_LEVELS = 32

/** The token and all that it holds, outermost first. Never rejects. */
export async function levelsOf(
  text: string,
  token: Token,
  keys: KeySet | null,
  permits: Permits,
): Promise<readonly [Level, ...Level[]]> {
  const used: KeyMaterial[] = []
  const first = await levelOf(text, token, keys, permits, used)
  const levels: [Level, ...Level[]] = [first]
  let inner = nestedIn(first.token)
  while (inner !== null && levels.length < MOST_LEVELS) {
    const level = await levelOf(inner.text, inner.token, keys, permits, used)
    levels.push(level)
    inner = nestedIn(level.token)
  }
  return levels
}

async function levelOf(
  text: string,
  token: Token,
  keys: KeySet | null,
  permits: Permits,
  used: KeyMaterial[],
): Promise<Level> {
  if (token.kind === 'undecodable') return { text, token, outcome: { kind: 'none' } }
  if (token.kind !== 'jwe') {
    const jws = token.kind === 'sd-jwt' ? token.jws : token
    return { text, token, outcome: await signed(text, jws, keys, used) }
  }
  const { openWithKeys } = await import('../core/crypto/decrypt.ts')
  const own = (token.origin ?? { text, token }) as { readonly text: string; readonly token: Jwe }
  const opening = await openWithKeys(own.text, own.token, keys, permits)
  const { decryption, key } = opening
  const outcome = { kind: 'encrypted', decryption, opening } as const
  if (decryption.state !== 'decrypted') return { text, token, outcome }
  if (key !== null) used.push(key)
  return { text, token: opened(token, decryption), outcome }
}

function opened(token: Jwe, { plaintext, recipient }: Decryption & { state: 'decrypted' }): Jwe {
  return withPlaintext(withRecipient(token, recipient), plaintext)
}

async function signed(
  text: string,
  token: Jws,
  keys: KeySet | null,
  used: readonly KeyMaterial[],
): Promise<Outcome> {
  const choices: Choice[] = []
  for (let i = 0; i < token.signatures.length; i++) {
    choices.push(await checked(text, withSignature(token, i), keys, used))
  }
  const choice = decisive(choices)
  return { kind: 'signed', verification: choice.verification, choice, choices }
}

/**
 * A key that opened a level around this one is the recipient's: that it does not match the signature inside says nothing
 * of the signature, for which a key is still wanted. Nor does the issuer's say anything of a DPoP proof, which its sender
 * signs.
 */
async function checked(
  text: string,
  token: Jws,
  keys: KeySet | null,
  used: readonly KeyMaterial[],
): Promise<Choice> {
  const input = signingInput(text, token)
  const octets = typeof input === 'string' ? borrowOctets(input) : input
  const check = {
    header: token.header,
    signingInput: octets,
    signature: token.segments[2]!.octets,
    certificate: certificateHint(token),
  }
  let choice = await verifyWithKeys(check, keys)
  const isSenders = isDpopProof(token)
  if ((used.length > 0 || isSenders) && keys !== null && choice.verification.state !== 'verified') {
    const rest = isSenders ? [] : keys.keys.filter((key) => !used.includes(key))
    choice = await verifyWithKeys(check, rest.length === 0 ? null : { ...keys, keys: rest })
  }
  if (typeof input === 'string') giveBack(octets)
  const { state } = choice.verification
  const wanting = token.detached && token.segments[1]!.octets.length === 0 && state === 'failed'
  return wanting ? { ...choice, verification: { state: 'impossible', reason: payloadMissing } } : choice
}

/**
 * What decides of several signatures: one that a key can check and that does not match, else one that matches, else one
 * that could not be checked. A key that names another signer by its `kid` cannot check it.
 */
function decisive(choices: readonly Choice[]): Choice {
  const of = (state: Verification['state']) =>
    choices.find(({ verification }) => verification.state === state)
  const mismatch = choices.find((one) => one.verification.state === 'failed' && one.kid !== 'disagrees')
  if (choices.length === 1) return choices[0]!
  return mismatch ?? of('verified') ?? of('needs-key') ?? of('failed') ?? of('impossible') ?? choices[0]!
}

export type LevelWord = Verification['state'] | Decryption['state'] | 'unreadable'

/** The one word on a level. */
export function stateOf({ token, outcome }: Level): LevelWord {
  if (outcome.kind === 'none' || token.faults.length > 0) return 'unreadable'
  return outcome.kind === 'signed' ? outcome.verification.state : outcome.decryption.state
}

/**
 * The one word on all levels: the outermost that does not hold decides. A signature covers what is encrypted inside it, so
 * that such a token is verified though it is not opened for want of a key.
 */
export function wordOfLevels(levels: readonly Level[]): LevelWord {
  const level = decisiveLevel(levels)
  return level === null ? 'unreadable' : stateOf(level)
}

/** The level that decides the word on all. */
export function decisiveLevel<L extends Level>(levels: readonly L[]): L | null {
  let verified: L | null = null
  for (const level of levels) {
    const state = stateOf(level)
    if (state === 'verified') verified ??= level
    else if (state !== 'decrypted') {
      const closed = level.outcome.kind === 'encrypted' && (state === 'needs-key' || state === 'impossible')
      return closed && verified !== null ? verified : level
    }
  }
  return verified ?? levels[0] ?? null
}
