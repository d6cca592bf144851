import type { Fault } from './result.ts'
import { fault } from './result.ts'
import type { Span } from './span.ts'

export type Base64urlFault =
  /** A character outside every base64 alphabet; reading stops there. */
  | 'base64url-character'
  /** `=`, which JOSE leaves out. */
  | 'base64url-padding'
  /** `+` or `/`, the standard alphabet's characters for `-` and `_`. */
  | 'base64url-alphabet'
  /** White space among the characters. */
  | 'base64url-space'
  /** A length that no number of octets encodes to: 1 more than a multiple of 4. */
  | 'base64url-length'
  /** Bits of the last character that belong to no octet and are not zero. */
  | 'base64url-spare-bits'

export interface Base64urlReading {
  /** All octets that could be read. */
  readonly octets: Uint8Array<ArrayBuffer>
  /** Offsets of the characters that carry bits, or null where that is every character of the span. */
  readonly carriers: Int32Array | null
  /** What breaks strict base64url; empty for a sound segment. At most {@link MAX_FAULTS}. */
  readonly faults: readonly Fault<Base64urlFault>[]
}

/** A segment that is not base64url at all would else be reported character by character. */
export const MAX_FAULTS = 20

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const SKIP = 64
const ILLEGAL = 65

/** The six bits of each ASCII character; `+` and `/` read as `-` and `_`. */
const sextets = new Uint8Array(128).fill(ILLEGAL)
for (let i = 0; i < 64; i++) sextets[ALPHABET.charCodeAt(i)] = i
sextets[0x2b] = 62
sextets[0x2f] = 63
for (const skipped of ' \t\n\r\f\v=') sextets[skipped.charCodeAt(0)] = SKIP

/** The value 0 to 63 that a base64url character stands for; 64 and above for any other character. */
export function sextetOf(charCode: number): number {
  return charCode < 128 ? sextets[charCode]! : ILLEGAL
}

/**
 * Reads the base64url text at `span` as RFC 7515 section 2 has it: no padding, no white space, nothing else.
 * Whatever departs from that is a fault that names the character and its place, and as much as can be read is read.
 */
export function readBase64url(text: string, span: Span): Base64urlReading {
  const body = text.slice(span.from, span.to)
  const octets = readNatively(body)
  if (octets === null) return readCarefully(text, span)
  const spare = spareBits(body.length, body.charCodeAt(body.length - 1))
  if (spare === 0) return { octets, carriers: null, faults: [] }
  return { octets, carriers: null, faults: [spareFault(text, span.to - 1, spare)] }
}

/** The octets as unpadded base64url (RFC 4648 section 5, RFC 7515 section 2). */
export function writeBase64url(octets: Uint8Array): string {
  let text = ''
  for (let i = 0; i < octets.length; i += 3) {
    const group = (octets[i]! << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0)
    const characters = Math.min(4, octets.length - i + 1)
    for (let c = 0; c < characters; c++) text += ALPHABET[(group >> (18 - 6 * c)) & 63]
  }
  return text
}

type NativeReader = (text: string, options: { alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>

/** The octets if `body` is base64url through and through, else null. */
function readNatively(body: string): Uint8Array<ArrayBuffer> | null {
  if (body.length % 4 === 1) return null
  const native = (Uint8Array as { fromBase64?: NativeReader }).fromBase64
  if (native === undefined) return readByTable(body)
  try {
    const octets = native.call(Uint8Array, body, { alphabet: 'base64url' })
    // The platform's reader lets white space and padding through: then there are fewer octets than characters promise.
    return octets.length === (body.length * 3) >> 2 ? octets : null
  } catch {
    return null
  }
}

/** As {@link readNatively}, for engines without `Uint8Array.fromBase64`. */
function readByTable(body: string): Uint8Array<ArrayBuffer> | null {
  const octets = new Uint8Array((body.length * 3) >> 2)
  let bits = 0
  let at = 0
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i)
    const sextet = sextetOf(code)
    if (sextet >= SKIP || code === 0x2b || code === 0x2f) return null
    bits = (bits << 6) | sextet
    if ((i & 3) !== 0) octets[at++] = bits >> (6 - 2 * (i & 3))
  }
  return octets
}

function readCarefully(text: string, span: Span): Base64urlReading {
  const faults: Fault<Base64urlFault>[] = []
  const carriers = new Int32Array(span.to - span.from)
  let count = 0
  let stopped = false
  for (let i = span.from; i < span.to; i++) {
    const code = text.charCodeAt(i)
    const sextet = sextetOf(code)
    const kind = faultOf(code, sextet)
    if (kind !== null) {
      const from = i
      while (i + 1 < span.to && faultOf(text.charCodeAt(i + 1), sextetOf(text.charCodeAt(i + 1))) === kind) {
        if (sextet < SKIP && !stopped) carriers[count++] = i
        i++
      }
      if (faults.length < MAX_FAULTS) faults.push(characterFault(kind, text, from, i + 1))
      if (kind === 'base64url-character') stopped = true
    }
    if (sextet < SKIP && !stopped) carriers[count++] = i
  }
  const usable = count - (count % 4 === 1 ? 1 : 0)
  const octets = new Uint8Array((usable * 3) >> 2)
  let bits = 0
  let at = 0
  for (let k = 0; k < usable; k++) {
    bits = (bits << 6) | sextetOf(text.charCodeAt(carriers[k]!))
    if ((k & 3) !== 0) octets[at++] = bits >> (6 - 2 * (k & 3))
  }
  if (!stopped) {
    const last = count > 0 ? carriers[count - 1]! : span.to
    const spare = spareBits(count, text.charCodeAt(last))
    if (count % 4 === 1) faults.push(fault('base64url-length', span, { length: count }))
    else if (spare !== 0) faults.push(spareFault(text, last, spare))
  }
  return { octets, carriers: carriers.slice(0, count), faults }
}

function faultOf(code: number, sextet: number): Base64urlFault | null {
  if (code === 0x3d) return 'base64url-padding'
  if (code === 0x2b || code === 0x2f) return 'base64url-alphabet'
  if (sextet === SKIP) return 'base64url-space'
  return sextet === ILLEGAL ? 'base64url-character' : null
}

function characterFault(kind: Base64urlFault, text: string, from: number, to: number): Fault<Base64urlFault> {
  const codePoint = text.codePointAt(from)!
  return fault(
    kind,
    { from, to },
    {
      character: String.fromCodePoint(codePoint),
      codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      count: codePoints(text, from, to),
    },
  )
}

/** How many characters, a surrogate pair being one, stand there. */
function codePoints(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i += text.codePointAt(i)! > 0xffff ? 2 : 1) count++
  return count
}

/** The bits of the last of `count` characters that no octet takes, or 0. */
function spareBits(count: number, lastCharCode: number): number {
  const mask = [0, 0, 0x0f, 0x03][count % 4]!
  return mask === 0 ? 0 : sextetOf(lastCharCode) & mask
}

function spareFault(text: string, at: number, spare: number): Fault<Base64urlFault> {
  const canonical = ALPHABET[sextetOf(text.charCodeAt(at)) & ~spare]!
  return fault('base64url-spare-bits', { from: at, to: at + 1 }, { character: text[at]!, canonical })
}
