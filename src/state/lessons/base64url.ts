import type { words } from '../../content/lessons/base64url.ts'
import { generateSecret } from '../../core/produce/generate.ts'
import { signCompact } from '../../core/produce/sign.ts'
import { readBase64url, sextetOf, writeBase64url } from '../../core/text/base64url.ts'
import type { Lesson, Scene, Step } from './lesson.ts'

/** What the group of bits is to read. */
export const WANTED = 'eyJh'

export interface Work {
  /** 24 of them, the first octet's highest first. */
  readonly bits: number
  readonly touched: boolean
  readonly grouped: boolean
  readonly text: string
  /** Some text that was tried had both characters. */
  readonly found: boolean
  /** The token as it was made. */
  readonly token: string
  readonly deleted: boolean
  readonly restored: boolean
  readonly spared: boolean
}

/** The three octets that 24 bits are, and the four characters. */
export function groupOf(bits: number): {
  readonly octets: Uint8Array<ArrayBuffer>
  readonly characters: string
} {
  const octets = Uint8Array.of(bits >> 16, bits >> 8, bits)
  return { octets, characters: writeBase64url(octets) }
}

/** A text in UTF-8, and how base64url writes it; `padded` is plain base64. */
export function encodingOf(text: string) {
  const octets = new TextEncoder().encode(text)
  const characters = writeBase64url(octets)
  const standard = characters.replaceAll('-', '+').replaceAll('_', '/')
  return { octets, characters, padded: standard.padEnd(Math.ceil(standard.length / 4) * 4, '=') }
}

export const base64url: Lesson<Work, typeof words> = {
  id: 'base64url',
  start: {
    bits: 0,
    touched: false,
    grouped: false,
    text: '',
    found: false,
    token: '',
    deleted: false,
    restored: false,
    spared: false,
  },

  async exercise(now) {
    const claims = {
      iss: 'https://login.example.com',
      sub: 'user-42',
      name: 'Zoë',
      iat: now,
      exp: now + 3600,
    }
    const header = JSON.stringify({ alg: 'HS256', typ: 'JWT' })
    const key = generateSecret(32)
    const token = await signCompact(header, JSON.stringify(claims), 'HS256', key)
    return {
      inputs: { text: token, keyText: JSON.stringify(key), keyFormat: 'detect' },
      work: { ...base64url.start, token },
    }
  },

  observe(work, scene) {
    const { token } = work
    const text = textIn(scene)
    const deleted = work.deleted || text === token.slice(0, -1)
    const next = {
      grouped: work.grouped || groupOf(work.bits).characters === WANTED,
      found: work.found || hasBoth(encodingOf(work.text).characters),
      deleted,
      restored: work.restored || (deleted && text === token),
      spared: work.spared || (isLastChanged(token, text) && differingOctet(token, text) === null),
    }
    const isNew = Object.entries(next).some(([name, value]) => work[name as keyof typeof next] !== value)
    return isNew ? { ...work, ...next } : work
  },

  steps(work, scene) {
    return [grouping(work), finding(work), deleting(work, scene), sparing(work, scene)]
  },
}

function textIn({ inputs }: Scene): string {
  return inputs.text.trim()
}

function hasBoth(characters: string): boolean {
  return characters.includes('-') && characters.includes('_')
}

function grouping({ bits, touched, grouped }: Work): Step<typeof words> {
  if (grouped) return { task: 'bits', state: 'done' }
  if (!touched) return { task: 'bits', state: 'open' }
  const { characters } = groupOf(bits)
  const at = [...WANTED].findIndex((character, i) => character !== characters[i])
  const wanted = sextetOf(WANTED.charCodeAt(at))
  const values = {
    place: String(at + 1),
    is: characters[at]!,
    number: String(sextetOf(characters.charCodeAt(at))),
    want: WANTED[at]!,
    wanted: String(wanted),
    bits: wanted.toString(2).padStart(6, '0'),
  }
  return { task: 'bits', state: 'wrong', why: 'character', values }
}

function finding({ text, found }: Work): Step<typeof words> {
  if (found) return { task: 'text', state: 'done' }
  if (text === '') return { task: 'text', state: 'open' }
  const { characters } = encodingOf(text)
  const why = characters.includes('-') ? 'noUnderscore' : characters.includes('_') ? 'noDash' : 'neither'
  return { task: 'text', state: 'wrong', why }
}

function deleting({ token, deleted, restored }: Work, scene: Scene): Step<typeof words> {
  if (restored) return { task: 'last', state: 'done' }
  const text = textIn(scene)
  return deleted && isLastChanged(token, text)
    ? { task: 'last', state: 'wrong', why: 'other', values: { was: token.at(-1)!, is: text.at(-1)! } }
    : { task: 'last', state: 'open' }
}

function sparing({ token, restored, spared }: Work, scene: Scene): Step<typeof words> {
  const step = { task: 'spare', bonus: true } as const
  if (spared) return { ...step, state: 'done' }
  const text = textIn(scene)
  if (!restored || text === token || text.length !== token.length) return { ...step, state: 'open' }
  if (!isLastChanged(token, text)) return { ...step, state: 'wrong', why: 'elsewhere' }
  const differing = differingOctet(token, text)
  if (differing === null) return { ...step, state: 'open' }
  const spare = { 2: 4, 3: 2 }[signatureOf(token).length % 4] ?? 0
  return { ...step, state: 'wrong', why: 'octets', values: { ...differing, spare: String(spare) } }
}

/** Just the last character is another. */
function isLastChanged(token: string, text: string): boolean {
  return text !== token && text.length === token.length && text.startsWith(token.slice(0, -1))
}

const signatureOf = (token: string) => token.slice(token.lastIndexOf('.') + 1)

function octetsOf(token: string): Uint8Array {
  const text = signatureOf(token)
  return readBase64url(text, { from: 0, to: text.length }).octets
}

const hex = (octet: number | undefined) =>
  octet === undefined ? 'none' : octet.toString(16).toUpperCase().padStart(2, '0')

/** The first octet of the signature that is another; null where all are the same. */
function differingOctet(token: string, text: string) {
  const [was, is] = [octetsOf(token), octetsOf(text)]
  const at = was.findIndex((octet, i) => octet !== is[i])
  return at < 0 ? null : { place: String(at + 1), was: hex(was[at]), is: hex(is[at]) }
}

/** How the last part of the token in the box comes out: characters, whole groups of four, what is left over, octets. */
export function lengthsIn(scene: Scene) {
  const characters = signatureOf(textIn(scene)).length
  return { characters, groups: characters >> 2, rest: characters % 4, octets: octetsOf(textIn(scene)).length }
}
