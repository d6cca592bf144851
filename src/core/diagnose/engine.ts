import type { SignatureAlgorithm } from '../crypto/algorithms.ts'
import { signatures } from '../crypto/engines/index.ts'
import { verifySignature } from '../crypto/verify.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { algorithmFor } from './algorithms.ts'
import { type Diagnosis, type Outcome, type Topic, topics } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'
import type { Attempt, Hypothesis } from './hypothesis.ts'

/** What a search may take: signature checks, and milliseconds of work. */
export interface Budget {
  readonly attempts: number
  readonly milliseconds: number
}

export const BUDGET: Budget = { attempts: 200, milliseconds: 300 }

/** How a search is conducted: the clock and the turns are its caller's. */
export interface Conduct {
  /** Milliseconds from any beginning. */
  now(): number
  /** Lets others have a turn. */
  pause(): Promise<void>
  readonly signal: AbortSignal
}

/** Milliseconds of work after which others get a turn. */
const TURN = 10

/**
 * Tries the hypotheses in their order until one makes the signature match, the budget is spent or the signal aborts:
 * then it gives null. Hints are collected on the way. Never rejects for what the evidence is.
 */
export async function search(
  hypotheses: readonly Hypothesis[],
  evidence: Evidence,
  { now, pause, signal }: Conduct,
  budget: Budget = BUDGET,
): Promise<Outcome | null> {
  const tried = new Set<Topic>()
  const hints: Diagnosis[] = []
  const seen = new Set<string>()
  let attempts = 0
  let spent = 0
  let turn = now()
  let over = false
  const outcome = (found: readonly Diagnosis[]): Outcome => ({
    found,
    hints: found.length > 0 ? [] : hints,
    tried: topics.filter((topic) => tried.has(topic)),
    attempts,
    complete: !over,
  })
  for (const { topic, suggest, mere } of hypotheses) {
    if (over && mere !== true) continue
    for await (const suggestion of suggest(evidence)) {
      if (now() - turn > TURN) {
        spent += now() - turn
        await pause()
        turn = now()
      }
      if (signal.aborted) return null
      if (suggestion !== null && 'hint' in suggestion) {
        hints.push(suggestion.hint)
        tried.add(topic)
        continue
      }
      over = attempts >= budget.attempts || spent + now() - turn > budget.milliseconds
      if (over) break
      if (suggestion === null || isRepeated(suggestion, seen)) continue
      attempts++
      tried.add(topic)
      if (await matches(suggestion, evidence)) return signal.aborted ? null : outcome(suggestion.told)
    }
  }
  return signal.aborted ? null : outcome([])
}

/** The same secret comes about in several ways; it is tried once. */
function isRepeated({ alg, key, signingInput, signature }: Attempt, seen: Set<string>): boolean {
  if (signingInput !== undefined || signature !== undefined || key.jwk.kty !== 'oct') return false
  const mark = `${alg} ${key.jwk.k}`
  if (seen.has(mark)) return true
  seen.add(mark)
  return false
}

async function matches({ alg, key, hash, ...other }: Attempt, { jws }: Evidence): Promise<boolean> {
  const signingInput = other.signingInput ?? jws?.signingInput
  const signature = other.signature ?? jws?.signature
  if (signingInput === undefined || signature === undefined) return false
  if (hash !== undefined) return matchesWith(hash, algorithmFor(alg, key)!, key, signature, signingInput)
  const { state } = await verifySignature({ header: { alg, crit: null }, signingInput, signature, key })
  return state === 'verified'
}

async function matchesWith(
  hash: string,
  algorithm: SignatureAlgorithm,
  { jwk }: KeyMaterial,
  ...signed: readonly [signature: Uint8Array<ArrayBuffer>, signingInput: Uint8Array<ArrayBuffer>]
): Promise<boolean> {
  const other = { ...algorithm, webCrypto: { ...algorithm.webCrypto, hash } }
  try {
    return await signatures.verify(other, jwk, ...signed)
  } catch {
    return false
  }
}
