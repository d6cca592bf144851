import type { Choice, KidAgreement } from '../core/crypto/choose.ts'
import { verifyWithKeys } from '../core/crypto/choose.ts'
import { fitOf } from '../core/crypto/fit.ts'
import type { Verification } from '../core/crypto/verification.ts'
import { signingInput } from '../core/decode/signingInput.ts'
import type { Jws, Token } from '../core/decode/token.ts'
import { embeddedThumbprint } from '../core/keys/embedded.ts'
import type { KeyFault, WeaknessFault } from '../core/keys/fault.ts'
import type { Fit, KeyMaterial, KeySet } from '../core/keys/material.ts'
import { thumbprint } from '../core/keys/thumbprint.ts'
import type { Fault } from '../core/text/result.ts'
import { fault } from '../core/text/result.ts'
import type { Proofs } from '../core/validate/proofs.ts'
import { inspectionOf } from './inspection.ts'
import { keysOf } from './keys.ts'
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
    }

/** What an answer is for. */
type Asked = Pick<Inputs, 'text' | 'selected' | 'keyText' | 'keyFormat'>

/** The outcome for one token, key text and format: valid for no other. */
export interface Answer extends Asked {
  readonly key: KeyAnswer
  /** Null where there is no signed token. */
  readonly verification: Verification | null
  /** What else is known of an SD-JWT or a proof; null for any other token. */
  readonly proofs: Proofs | null
}

const encoder = new TextEncoder()

/** Buffers that no check is using: filling one takes a fifth of the time of making one. */
const spare: Uint8Array<ArrayBuffer>[] = []

/** The characters as octets, in a buffer that is the caller's until handed back to `spare`. */
function octetsOf(text: string): Uint8Array<ArrayBuffer> {
  // UTF-16 text takes at most three octets a unit; a token that is sound has one.
  for (let room = text.length; ; room = text.length * 3) {
    const at = spare.findIndex(({ length }) => length >= room)
    const buffer = at < 0 ? new Uint8Array(room + (room >> 1)) : spare.splice(at, 1)[0]!
    const { read, written } = encoder.encodeInto(text, buffer)
    if (read === text.length) return buffer.subarray(0, written)
  }
}

/** Reads the keys and checks the signature of the token, if there is one. Never rejects. */
export async function verify(inputs: Asked): Promise<Answer> {
  const start = performance.now()
  const { text, selected, keyText, keyFormat } = inputs
  const inspection = inspectionOf(inputs)
  const { token } = inspection
  const signed = token?.kind === 'sd-jwt' ? token.jws : token
  const reading = keyText === '' ? null : await keysOf(inputs)
  const keys = reading?.ok ? reading.value : null
  const choice = signed?.kind === 'jws' ? await verifyToken(text, signed, keys) : null
  const verification = token?.kind === 'jwe' ? openToken(keyText) : (choice?.verification ?? null)
  const proofs = await proofsOf(inspection, keys)
  const asked = { text, selected, keyText, keyFormat, proofs }
  let answer: Answer
  if (reading === null) answer = { ...asked, key: { kind: 'none' }, verification }
  else if (!reading.ok) {
    // A key that cannot be read matters only where one is needed.
    const needed = verification?.state === 'needs-key'
    answer = {
      ...asked,
      key: { kind: 'unreadable', fault: reading.fault },
      verification: needed ? { state: 'impossible', reason: reading.fault } : verification,
    }
  } else answer = { ...asked, key: await describe(reading.value, signed, choice), verification }
  performance.measure('verify', { start })
  return answer
}

async function describe(keys: KeySet, token: Token | null, choice: Choice | null): Promise<KeyAnswer> {
  const key = choice === null || choice.tried === 0 ? (choice?.key ?? onlyKey(keys)) : choice.key
  const alg = token?.kind === 'jws' && token.header.alg !== 'none' ? token.header.alg : null
  const own = key && (await thumbprint(key))
  return {
    kind: 'read',
    keys,
    key,
    thumbprint: own,
    fit: alg === null || key === null ? null : fitOf(key, alg),
    fromToken: own !== null && token !== null && own === (await embeddedThumbprint(token)),
    tried: choice?.tried ?? 0,
    kid: choice?.kid ?? 'absent',
  }
}

function onlyKey({ keys }: KeySet): KeyMaterial | null {
  return keys.length === 1 ? keys[0]! : null
}

async function verifyToken(text: string, token: Jws, keys: KeySet | null): Promise<Choice> {
  const input = signingInput(text, token)
  const octets = typeof input === 'string' ? octetsOf(input) : input
  const { header, segments } = token
  const choice = await verifyWithKeys({ header, signingInput: octets, signature: segments[2]!.octets }, keys)
  if (spare.length === 0) spare.push(new Uint8Array(octets.buffer))
  return choice
}

function openToken(keyText: string): Verification {
  return keyText === ''
    ? { state: 'needs-key' }
    : { state: 'impossible', reason: fault('crypto-alg-encryption', { from: 0, to: 0 }, { alg: 'JWE' }) }
}

/** What makes the key that decided too weak, gravest first; empty where it is sound, does not fit, or there is none. */
export function weaknessesOf(answer: Answer | null): readonly Fault<WeaknessFault>[] {
  return answer?.key.kind === 'read' && answer.key.fit?.fits ? answer.key.fit.weaknesses : []
}

/** Whether an answer is the one for these inputs. */
export function answers(answer: Asked, inputs: Asked): boolean {
  return (
    answer.text === inputs.text &&
    answer.selected === inputs.selected &&
    answer.keyText === inputs.keyText &&
    answer.keyFormat === inputs.keyFormat
  )
}
