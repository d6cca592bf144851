import { fitOf } from '../core/crypto/fit.ts'
import type { Verification } from '../core/crypto/verification.ts'
import { verifySignature } from '../core/crypto/verify.ts'
import type { Jws, Token } from '../core/decode/token.ts'
import { embeddedThumbprint } from '../core/keys/embedded.ts'
import { readKey } from '../core/keys/index.ts'
import type { Fit, KeyMaterial, KeyReading } from '../core/keys/material.ts'
import { thumbprint } from '../core/keys/thumbprint.ts'
import { inspectionOf } from './inspection.ts'
import type { Inputs, KeyFormatChoice } from './store.ts'

/** What the key text turned out to be. */
export type KeyAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reading: KeyReading & { ok: false } }
  | {
      readonly kind: 'read'
      readonly key: KeyMaterial
      readonly thumbprint: string | null
      readonly fit: Fit | null
      /** It is the key that the token brings along itself. */
      readonly fromToken: boolean
    }

/** What an answer is for. */
type Asked = Pick<Inputs, 'text' | 'selected' | 'keyText' | 'keyFormat'>

/** The outcome for one token, key text and format: valid for no other. */
export interface Answer extends Asked {
  readonly key: KeyAnswer
  /** Null where there is no signed token. */
  readonly verification: Verification | null
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

/** Reads the key and checks the signature of the token, if there is one. Never rejects. */
export async function verify({ text, selected, keyText, keyFormat }: Asked): Promise<Answer> {
  const start = performance.now()
  const { token } = inspectionOf({ text, selected })
  const alg = token?.kind === 'jws' && token.header.alg !== 'none' ? token.header.alg : null
  const key = await answerKey(keyText, keyFormat, token, alg)
  const verification = token?.kind === 'jws' ? await verifyToken(text, token, key) : null
  performance.measure('verify', { start })
  return { text, selected, keyText, keyFormat, key, verification }
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

async function answerKey(
  keyText: string,
  keyFormat: KeyFormatChoice,
  token: Token | null,
  alg: string | null,
): Promise<KeyAnswer> {
  if (keyText === '') return { kind: 'none' }
  const reading = await readKeyOnce(keyText, keyFormat)
  if (!reading.ok) return { kind: 'unreadable', reading }
  const key = reading.value
  const own = await thumbprint(key)
  return {
    kind: 'read',
    key,
    thumbprint: own,
    fit: alg === null ? null : fitOf(key, alg),
    fromToken: own !== null && token !== null && own === (await embeddedThumbprint(token)),
  }
}

async function verifyToken(text: string, token: Jws, key: KeyAnswer): Promise<Verification> {
  const { from, to } = token.signingInput
  const signingInput = octetsOf(text.slice(from, to))
  const verification = await verifySignature({
    header: token.header,
    signingInput,
    signature: token.segments[2]!.octets,
    key: key.kind === 'read' ? key.key : null,
  })
  if (spare.length === 0) spare.push(new Uint8Array(signingInput.buffer))
  // A key that cannot be read matters only where one is needed.
  return key.kind === 'unreadable' && verification.state === 'needs-key'
    ? { state: 'impossible', reason: key.reading.fault }
    : verification
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
