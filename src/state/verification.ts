import { create } from 'zustand'
import { fitOf } from '../core/crypto/fit.ts'
import type { Verification } from '../core/crypto/verification.ts'
import { verifySignature } from '../core/crypto/verify.ts'
import type { Jws } from '../core/decode/token.ts'
import { readKey } from '../core/keys/index.ts'
import type { Fit, KeyMaterial, KeyReading } from '../core/keys/material.ts'
import { thumbprint } from '../core/keys/thumbprint.ts'
import { afterPaint } from './afterPaint.ts'
import { inspectionOf } from './inspection.ts'
import type { Inputs, KeyFormatChoice } from './store.ts'
import { useInputs } from './store.ts'

/** What the key text turned out to be. */
export type KeyAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reading: KeyReading & { ok: false } }
  | {
      readonly kind: 'read'
      readonly key: KeyMaterial
      readonly thumbprint: string | null
      readonly fit: Fit | null
    }

/** The outcome for one token, key text and format: valid for no other. */
interface Answer {
  readonly text: string
  readonly keyText: string
  readonly keyFormat: KeyFormatChoice
  readonly key: KeyAnswer
  /** Null where there is no signed token. */
  readonly verification: Verification | null
}

const useAnswer = create<{ readonly answer: Answer | null }>(() => ({ answer: null }))

const encoder = new TextEncoder()

/** Filling a buffer that is there already takes a fifth of the time of making one; it grows, and is kept. */
let buffer = new Uint8Array(4096)

/** The characters of a span as octets. The view is good until the next call. */
function octetsOf(text: string): Uint8Array<ArrayBuffer> {
  // UTF-16 text takes at most three octets a unit; a token that is sound has one.
  for (let room = text.length; ; room = text.length * 3) {
    if (buffer.length < room) buffer = new Uint8Array(room + (room >> 1))
    const { read, written } = encoder.encodeInto(text, buffer)
    if (read === text.length) return buffer.subarray(0, written)
  }
}

/**
 * The answer for what is in the boxes now, or null while it is worked out. An answer for any earlier input counts as
 * none, so that a stale result can never be seen.
 */
export function useVerification(): Answer | null {
  const inputs = useInputs()
  const { answer } = useAnswer()
  return answer !== null && answers(answer, inputs) ? answer : null
}

/** Verifies whenever token, key or format change, once the panes show the change, until the returned function is called. */
export function startVerifying(): () => void {
  let cancel = () => {}
  const follow = () => {
    cancel()
    cancel = afterPaint(() => void verifyNow(useInputs.getState()))
  }
  follow()
  const stop = useInputs.subscribe((inputs, before) => {
    if (!answers(inputs, before)) follow()
  })
  return () => {
    stop()
    cancel()
  }
}

async function verifyNow(inputs: Inputs): Promise<void> {
  const start = performance.now()
  const { text, keyText, keyFormat } = inputs
  const { token } = inspectionOf(text)
  const isCurrent = () => answers({ text, keyText, keyFormat }, useInputs.getState())
  const alg = token?.kind === 'jws' && token.header.alg !== 'none' ? token.header.alg : null
  const key = await answerKey(inputs, alg)
  if (!isCurrent()) return
  const verification = token?.kind === 'jws' ? await verifyToken(text, token, key) : null
  if (!isCurrent()) return
  performance.measure('verify', { start })
  useAnswer.setState({ answer: { text, keyText, keyFormat, key, verification } })
}

let lastKey: {
  readonly keyText: string
  readonly keyFormat: KeyFormatChoice
  readonly reading: Promise<KeyReading>
} | null = null

/** The same key text is read once, so that what was imported for it serves the next token too. */
function readKeyOnce(keyText: string, keyFormat: KeyFormatChoice): Promise<KeyReading> {
  if (lastKey === null || lastKey.keyText !== keyText || lastKey.keyFormat !== keyFormat) {
    lastKey = { keyText, keyFormat, reading: Promise.resolve(readKey(keyText, keyFormat)) }
  }
  return lastKey.reading
}

async function answerKey({ keyText, keyFormat }: Inputs, alg: string | null): Promise<KeyAnswer> {
  if (keyText === '') return { kind: 'none' }
  const reading = await readKeyOnce(keyText, keyFormat)
  if (!reading.ok) return { kind: 'unreadable', reading }
  const key = reading.value
  return { kind: 'read', key, thumbprint: await thumbprint(key), fit: alg === null ? null : fitOf(key, alg) }
}

async function verifyToken(text: string, token: Jws, key: KeyAnswer): Promise<Verification> {
  const { from, to } = token.signingInput
  const verification = await verifySignature({
    header: token.header,
    signingInput: octetsOf(text.slice(from, to)),
    signature: token.segments[2]!.octets,
    key: key.kind === 'read' ? key.key : null,
  })
  // A key that cannot be read matters only where one is needed.
  return key.kind === 'unreadable' && verification.state === 'needs-key'
    ? { state: 'impossible', reason: key.reading.fault }
    : verification
}

type Asked = Pick<Inputs, 'text' | 'keyText' | 'keyFormat'>

function answers(answer: Asked, inputs: Asked): boolean {
  return (
    answer.text === inputs.text && answer.keyText === inputs.keyText && answer.keyFormat === inputs.keyFormat
  )
}
