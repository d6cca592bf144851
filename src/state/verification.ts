import type { KidAgreement } from '../core/crypto/choose.ts'
import { fitOf } from '../core/crypto/fit.ts'
import type { Verification } from '../core/crypto/verification.ts'
import { withPayload, withSignature } from '../core/decode/signingInput.ts'
import type { Jws, Token } from '../core/decode/token.ts'
import { embeddedThumbprint } from '../core/keys/embedded.ts'
import type { KeyFault, WeaknessFault } from '../core/keys/fault.ts'
import type { Fit, KeyMaterial, KeySet } from '../core/keys/material.ts'
import { thumbprint } from '../core/keys/thumbprint.ts'
import type { Fault } from '../core/text/result.ts'
import type { Proofs } from '../core/validate/proofs.ts'
import { inspectionOf } from './inspection.ts'
import type { KeysReading } from './keys.ts'
import { keysOf } from './keys.ts'
import { type Level, levelsOf, type Outcome } from './levels.ts'
import { proofsOf } from './proofs.ts'
import type { Inputs } from './store.ts'

/** What the key text turned out to be, and what it is to the token. */
export type KeyAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly fault: Fault<KeyFault> }
  | {
      readonly kind: 'read'
      readonly keys: KeySet
      /** The key that decided; null where none of several did. */
      readonly key: KeyMaterial | null
      /** Of `key`, as are `fit` and `fromToken`. */
      readonly thumbprint: string | null
      readonly fit: Fit | null
      /** It is the key that the token brings along itself. */
      readonly fromToken: boolean
      /** How many keys the signature was checked with. */
      readonly tried: number
      readonly kid: KidAgreement
      /** What `x5t` and `x5t#S256` say of the key's certificate. */
      readonly certificate: KidAgreement
    }

/** What an answer is for. */
type Asked = Pick<Inputs, 'text' | 'selected' | 'detached' | 'permits' | 'keyText' | 'keyFormat'>

/** A level of nesting with what was found of the key for it. */
export interface AnsweredLevel extends Level {
  readonly key: KeyAnswer
}

/** The outcome for one token, key text and format: valid for no other. */
export interface Answer extends Asked {
  /** The token, and the ones that it holds, outermost first; empty where there is no token. */
  readonly levels: readonly AnsweredLevel[]
  /** Of the outermost level, as is `verification`. */
  readonly key: KeyAnswer
  /** Null where there is no signed token. */
  readonly verification: Verification | null
  /** What else is known of an SD-JWT or a proof; null for any other token. */
  readonly proofs: Proofs | null
}

const encoder = new TextEncoder()

/** Reads the keys and checks the signatures of the token, opening what is encrypted. Never rejects. */
export async function verify(inputs: Asked): Promise<Answer> {
  const start = performance.now()
  const { text, selected, detached, permits, keyText, keyFormat } = inputs
  const inspection = inspectionOf(inputs)
  const token = withDetached(inspection.token, detached)
  const reading = keyText === '' ? null : await keysOf(inputs)
  const keys = reading?.ok ? reading.value : null
  const found = token === null ? [] : await levelsOf(text, token, keys, permits)
  const levels: AnsweredLevel[] = []
  for (const level of found) levels.push(await answered(level, reading))
  const proofs = await proofsOf(inspection, levels, keys)
  performance.measure('verify', { start })
  const outcome = levels[0]?.outcome
  return {
    ...{ text, selected, detached, permits, keyText, keyFormat, levels, proofs },
    key: levels[0]?.key ?? withoutToken(reading),
    verification: outcome?.kind === 'signed' ? outcome.verification : null,
  }
}

/** The token with the payload that was sent apart from it. */
export function withDetached<T extends Token | null>(token: T, detached: string): T | Jws {
  return token?.kind === 'jws' && token.detached && detached !== ''
    ? withPayload(token, encoder.encode(detached))
    : token
}

async function answered(level: Level, reading: KeysReading | null): Promise<AnsweredLevel> {
  if (reading === null) return { ...level, key: { kind: 'none' } }
  if (reading.ok) return { ...level, key: await describe(reading.value, level) }
  // A key that cannot be read matters only where one is needed.
  const { fault } = reading
  return { ...level, outcome: unreadKey(level.outcome, fault), key: { kind: 'unreadable', fault } }
}

function unreadKey(outcome: Outcome, reason: Fault<KeyFault>): Outcome {
  const impossible = { state: 'impossible', reason } as const
  if (outcome.kind === 'signed' && outcome.verification.state === 'needs-key')
    return { ...outcome, verification: impossible }
  return outcome.kind === 'encrypted' && outcome.decryption.state === 'needs-key'
    ? { ...outcome, decryption: impossible }
    : outcome
}

async function describe(keys: KeySet, { token, outcome }: Level): Promise<KeyAnswer> {
  if (outcome.kind === 'none') return describeKey(keys, onlyKey(keys), token, 0)
  if (outcome.kind === 'encrypted') {
    const { key, tried } = outcome.opening
    return describeKey(keys, tried === 0 ? (key ?? onlyKey(keys)) : key, token, tried)
  }
  const { choice, choices } = outcome
  const one = token.kind === 'jws' ? withSignature(token, choices.indexOf(choice)) : token
  // The key opened a level around this one, and is not asked about this one.
  if (outcome.verification.state === 'needs-key') return { kind: 'none' }
  const key = choice.tried === 0 ? (choice.key ?? onlyKey(keys)) : choice.key
  const { tried, kid, certificate } = choice
  return { ...(await describeKey(keys, key, one, tried)), kid, certificate }
}

async function describeKey(
  keys: KeySet,
  key: KeyMaterial | null,
  token: Token,
  tried: number,
): Promise<KeyAnswer & { kind: 'read' }> {
  const signed = token.kind === 'jws' || token.kind === 'sd-jwt'
  const alg = signed && token.header.alg !== 'none' ? token.header.alg : null
  const own = key && (await thumbprint(key))
  return {
    kind: 'read',
    keys,
    key,
    thumbprint: own,
    fit: alg === null || key === null ? null : fitOf(key, alg),
    fromToken: own !== null && own === (await embeddedThumbprint(token)),
    tried,
    kid: 'absent',
    certificate: 'absent',
  }
}

/** The key text by itself, where there is no token. */
function withoutToken(reading: KeysReading | null): KeyAnswer {
  if (reading === null) return { kind: 'none' }
  if (!reading.ok) return { kind: 'unreadable', fault: reading.fault }
  const nothing = { thumbprint: null, fit: null, fromToken: false, tried: 0 } as const
  const keys = reading.value
  return { kind: 'read', keys, key: onlyKey(keys), ...nothing, kid: 'absent', certificate: 'absent' }
}

function onlyKey({ keys }: KeySet): KeyMaterial | null {
  return keys.length === 1 ? keys[0]! : null
}

/** What makes the key that decided too weak, gravest first; empty where it is sound, does not fit, or there is none. */
export function weaknessesOf(answer: Pick<Answer, 'key'> | null): readonly Fault<WeaknessFault>[] {
  return answer?.key.kind === 'read' && answer.key.fit?.fits ? answer.key.fit.weaknesses : []
}

/** Whether the secret that decided is the text of a key. */
export function isKeyText({ key }: Pick<Answer, 'key'>): boolean {
  return (
    key.kind === 'read' && (key.key?.notices.some(({ code }) => code === 'secret-looks-like-key') ?? false)
  )
}

/** Whether an answer is the one for these inputs. */
export function answers(answer: Asked, inputs: Asked): boolean {
  return (
    answer.text === inputs.text &&
    answer.selected === inputs.selected &&
    answer.detached === inputs.detached &&
    answer.permits === inputs.permits &&
    answer.keyText === inputs.keyText &&
    answer.keyFormat === inputs.keyFormat
  )
}
