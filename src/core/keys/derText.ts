import { sextetOf } from '../text/base64url.ts'
import { fail } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { type Base64Reading, isSpace, readBase64, spelledOut, withoutEscapes } from './base64.ts'
import { readDerForm } from './derForm.ts'
import { type DerKind, derKind, formOf } from './derKind.ts'
import { encryptedDer } from './encrypted.ts'
import { gather, withFormat } from './gather.ts'
import type { KeyReader, KeyReading } from './material.ts'
import { certificateOf } from './pemCertificate.ts'
import { unreadDer } from './unread.ts'

/** One structure of DER in base64 or base64url, where it stands in the text. */
interface Found {
  readonly span: Span
  readonly kind: DerKind
  readonly body: Base64Reading
}

/** Places where DER could begin and does not that are looked at, so that a text full of them takes no longer than another. */
const MOST_STARTS = 200

/** Characters that tell what a structure is: those of an RSA key of 16,384 bits. */
const TELLING = 6000

/** A SEQUENCE in base64 begins with M and a length that is not absurd. */
const start = /(?<![A-Za-z0-9+/_-])M[A-I][A-Za-z0-9+/_-]{14}/g

/**
 * Bare base64 or base64url of DER: what stands between the BEGIN and END lines of PEM, or in `x5c`. One key, or several
 * certificates one after the other: DER says itself how long it is.
 */
export const derText: KeyReader = {
  format: 'der',
  detects: (text) => findAll(text, 1).length > 0,
  async read(text) {
    const found = findAll(text, Number.POSITIVE_INFINITY)
    if (found.length === 0) return fail('der-missing', { from: 0, to: text.length })
    const keys = found.filter(({ kind }) => kind !== 'certificate').map(readKey)
    const certificates = found.filter(({ kind }) => kind === 'certificate')
    const read = certificates.map(({ body, span }) => certificateOf(body, span))
    const reading = gather(await Promise.all(keys), await Promise.all(read))
    return withFormat('der', reading)
  },
}

async function readKey({ kind, body, span }: Found): Promise<KeyReading> {
  const form = formOf(kind)
  if (form !== null) return readDerForm({ ...form, format: 'der' }, body, span, [])
  const unread = unreadDer(kind)
  return unread === null ? encryptedDer(span) : fail('key-form-unread', span, { ...unread })
}

function findAll(pasted: string, most: number): readonly Found[] {
  const text = spelledOut(pasted)
  const found: Found[] = []
  let looked = 0
  start.lastIndex = 0
  for (let match = start.exec(text); match !== null && looked < MOST_STARTS; match = start.exec(text)) {
    const one = findAt(text, match.index)
    if (one === null) {
      looked++
      continue
    }
    found.push(one)
    if (found.length === most) break
    start.lastIndex = one.span.to
  }
  return found
}

/** The structure that begins at `from`, if its first elements are those of a key. */
function findAt(text: string, from: number): Found | null {
  const head = decode(text, from, 16)
  if (head === null) return null
  const octets = head.body.octets
  const long = octets[1]! & 0x80 ? octets[1]! & 0x7f : 0
  if (long > 3) return null
  let length = long === 0 ? octets[1]! : 0
  for (let i = 0; i < long; i++) length = length * 256 + octets[2 + i]!
  const total = 2 + long + length
  const wanted = Math.ceil((total * 4) / 3)
  const beginning = decode(text, from, Math.min(wanted, TELLING))
  const kind = beginning && derKind(padded(beginning.body.octets, total))
  const read = kind === null || wanted <= TELLING ? beginning : decode(text, from, wanted)
  return read === null || kind === null ? null : { ...read, kind }
}

/** As long as announced, so that the first elements of a structure that was cut off can be told. */
function padded(octets: Uint8Array, length: number): Uint8Array {
  if (octets.length >= length || length > 4 * octets.length + 4096) return octets
  const whole = new Uint8Array(length)
  whole.set(octets)
  return whole
}

/** Decodes `count` base64 characters from `from` on, of either alphabet, or as many as there are. */
function decode(text: string, from: number, count: number): { span: Span; body: Base64Reading } | null {
  let to = from
  let last = from
  let urlSafe = false
  for (let carriers = 0; to < text.length && carriers < count; to++) {
    const code = text.charCodeAt(to)
    if (sextetOf(code) < 64) {
      carriers++
      last = to + 1
      urlSafe ||= code === 0x2d || code === 0x5f
    } else if (code === 0x5c) {
      // A line break that is written out; some JSON printers also write \/ for a slash.
      if (/[nrt]/.test(text[to + 1] ?? '')) to++
    } else if (!isSpace(code)) break
  }
  while (text[last] === '=') last++
  const piece = text.slice(from, last)
  const plain = withoutEscapes(piece)
  const reading = readBase64(plain, { from: 0, to: plain.length }, urlSafe ? 'base64url' : 'base64')
  if (!reading.ok) return null
  const { charactersOf } = reading.value
  const placed = (at: Span) => {
    const inner = charactersOf(at)
    return { from: from + inner.from, to: from + inner.to }
  }
  return { span: { from, to: last }, body: { ...reading.value, charactersOf: placed } }
}
