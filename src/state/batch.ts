import { create } from 'zustand'
import type { VerdictWord } from '../content/messages/words.ts'
import { isObject } from '../core/decode/content.ts'
import type { Token } from '../core/decode/token.ts'
import { decodeWritten } from '../core/decode/written.ts'
import type { JsonDocument } from '../core/json/document.ts'
import { Kind } from '../core/json/document.ts'
import { memberValue, stringValue } from '../core/json/read.ts'
import type { Found } from '../core/recognize/found.ts'
import { timeClaims } from '../core/validate/time.ts'
import { inspectionOf } from './inspection.ts'
import { keysOf } from './keys.ts'
import { levelsOf } from './levels.ts'
import { proofsOf, wordOfProved } from './proofs.ts'
import type { Inputs } from './store.ts'
import { useInputs } from './store.ts'
import { answers, withDetached } from './verification.ts'

/** What is told of a token in the list of several. */
export interface Row {
  readonly kind: Token['kind']
  readonly alg: string | null
  readonly issuer: string | null
  readonly subject: string | null
  /** Seconds since the epoch; null where there is none that counts seconds. */
  readonly exp: number | null
  readonly nbf: number | null
  readonly word: VerdictWord
  /** Index of the first token with the same characters, where that is another. */
  readonly first?: number
}

/** All tokens of the text, checked one after the other. */
interface Batch {
  readonly found: readonly Found[]
  /** By index of `found`; those that were not looked at yet are missing. */
  readonly rows: readonly (Row | undefined)[]
  readonly done: number
  readonly state: 'running' | 'stopped' | 'done'
}

const none: Batch = { found: [], rows: [], done: 0, state: 'done' }

export const useBatch = create<Batch>(() => none)

/** What stands beside a token changes its checks, never its word. */
const alone = { text: '', found: [], selected: 0 } as const

/** Milliseconds of work between two turns of the browser's own, and between two looks of the page at the rows. */
const TURN = 12
const SHOWN_EVERY = 120

let stop = () => {}

/** Leaves the rest of the tokens unchecked. */
export function stopBatch(): void {
  stop()
  if (useBatch.getState().state === 'running') useBatch.setState({ state: 'stopped' })
}

/** Checks again from the first token on. */
export function restartBatch(): void {
  stop()
  const asked = useInputs.getState()
  let over = false
  stop = () => {
    over = true
  }
  void run(asked, () => over)
}

type Asked = Pick<Inputs, 'text' | 'selected' | 'detached' | 'permits' | 'keyText' | 'keyFormat'>

/** Follows text and keys until the returned function is called. */
export function startBatch(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    stop()
    clearTimeout(timer)
    // What is selected comes first: its verdict is what the person waits for.
    timer = setTimeout(restartBatch, TURN * 4)
  }
  follow()
  const unsubscribe = useInputs.subscribe((inputs, before) => {
    if (!answers({ ...inputs, selected: before.selected }, before)) follow()
  })
  return () => {
    unsubscribe()
    clearTimeout(timer)
    stop()
  }
}

async function run(asked: Asked, isOver: () => boolean): Promise<void> {
  const { text, detached, permits } = asked
  const { found } = inspectionOf(asked)
  if (found.length < 2) {
    useBatch.setState(none)
    return
  }
  const before = useBatch.getState()
  // The rows of the same tokens stand until they are checked anew.
  const rows: (Row | undefined)[] =
    before.found === found ? [...before.rows] : new Array(found.length).fill(undefined)
  useBatch.setState({ found, rows, done: 0, state: 'running' })
  const reading = asked.keyText === '' ? null : await keysOf(asked)
  const keys = reading?.ok ? reading.value : null
  let turned = performance.now()
  let shown = turned
  const firsts = new Map<string, number>()
  for (let i = 0; i < found.length; i++) {
    const characters = charactersOf(text, found[i]!)
    const first = firsts.get(characters)
    if (first !== undefined) rows[i] = { ...rows[first]!, first }
    else {
      firsts.set(characters, i)
      const token = withDetached(decodeWritten(text, found[i]!), detached)
      const levels = await levelsOf(text, token, keys, permits)
      const word = wordOfProved(levels, await proofsOf(alone, levels, keys))
      rows[i] = rowOf(token, reading !== null && !reading.ok && word === 'needs-key' ? 'impossible' : word)
    }
    const now = performance.now()
    if (now - turned > TURN) {
      if (isOver()) return
      if (now - shown > SHOWN_EVERY) {
        useBatch.setState({ rows: [...rows], done: i + 1 })
        shown = performance.now()
      }
      await turn()
      if (isOver()) return
      turned = performance.now()
    }
  }
  if (!isOver()) useBatch.setState({ rows: [...rows], done: found.length, state: 'done' })
}

/** Lets the browser do what is due: paint, and hear the person. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** Its own characters, by which it is the same as another. */
function charactersOf(text: string, { span, reading }: Found): string {
  return reading?.text ?? text.slice(span.from, span.to)
}

function rowOf(token: Token, word: VerdictWord): Row {
  const { kind, header, payloadContent } = token
  const claims = payloadContent !== null && isObject(payloadContent) ? payloadContent.document : null
  const times = claims && timeClaims(claims)
  const seconds = (name: 'exp' | 'nbf') => {
    const date = times?.[name] ?? null
    return date?.unit === 'seconds' ? date.seconds : null
  }
  return {
    kind,
    alg: header.alg,
    issuer: claims && textOf(claims, 'iss'),
    subject: claims && textOf(claims, 'sub'),
    exp: seconds('exp'),
    nbf: seconds('nbf'),
    word,
  }
}

function textOf(document: JsonDocument, name: string): string | null {
  const node = memberValue(document, 0, name)
  if (node === null) return null
  return document.kind[node] === Kind.string
    ? stringValue(document, node)
    : document.text.slice(document.from[node], document.to[node])
}
