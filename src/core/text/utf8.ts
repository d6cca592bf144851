import type { Fault, Result } from './result.ts'
import { fail, ok } from './result.ts'

export type Utf8Fault = 'utf8-invalid'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text of the octets, a byte order mark kept as U+FEFF. The fault's span counts octets:
 * it is the first octet that begins no whole UTF-8 sequence (RFC 3629).
 */
export function decodeUtf8(octets: Uint8Array): Result<string, Fault<Utf8Fault>> {
  try {
    return ok(decoder.decode(octets))
  } catch {
    const at = firstInvalid(octets)
    return fail('utf8-invalid', { from: at, to: at + 1 }, { at, octet: octets[at] ?? 0 })
  }
}

/** Offset of the first octet with which no sound UTF-8 sequence begins. */
function firstInvalid(octets: Uint8Array): number {
  let i = 0
  while (i < octets.length) {
    const lead = octets[i]!
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return i
    for (let k = 1; k < length; k++) {
      const octet = octets[i + k]
      if (octet === undefined) return i
      // The second octet's range excludes overlong forms, surrogates and what lies past U+10FFFF.
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
      if (octet < low || octet > high) return i
    }
    i += length
  }
  return i
}

const STRIDE = 512

/** Converts between UTF-16 offsets of a text and octet offsets of its UTF-8 form. */
export class Utf8Index {
  private readonly text: string
  private readonly ascii: boolean
  /** Octet offset at every multiple of STRIDE UTF-16 units; made when first asked for. */
  private checkpoints: Int32Array | null = null

  /** `octetLength` is the length of the text in UTF-8: equal lengths mean that offsets are equal too. */
  constructor(text: string, octetLength: number) {
    this.text = text
    this.ascii = text.length === octetLength
  }

  /** The octet at which the character at UTF-16 offset `offset` begins; of a low surrogate, that of its pair. */
  octetAt(offset: number): number {
    if (this.ascii) return offset
    const points = this.index()
    const block = Math.min(points.length - 1, Math.floor(offset / STRIDE))
    let octet = points[block]!
    for (let i = block * STRIDE; i < offset; i++) octet += this.width(i)
    return this.isLow(offset) ? octet - 2 : octet
  }

  /** The UTF-16 offset of the character that the octet at `octet` is part of. */
  offsetAt(octet: number): number {
    if (this.ascii) return octet
    const points = this.index()
    let low = 0
    let high = points.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (points[middle]! <= octet) low = middle
      else high = middle - 1
    }
    let i = low * STRIDE
    let at = points[low]!
    while (i < this.text.length && at + this.width(i) <= octet) at += this.width(i++)
    return this.isLow(i) ? i - 1 : i
  }

  /** Octets that the UTF-16 unit at `i` adds: each half of a pair adds two. */
  private width(i: number): number {
    const code = this.text.charCodeAt(i)
    return code < 0x80 ? 1 : code < 0x800 ? 2 : (code & 0xf800) === 0xd800 ? 2 : 3
  }

  private isLow(i: number): boolean {
    return i > 0 && (this.text.charCodeAt(i) & 0xfc00) === 0xdc00
  }

  private index(): Int32Array {
    if (this.checkpoints === null) {
      const points = new Int32Array(Math.floor(this.text.length / STRIDE) + 1)
      let octet = 0
      for (let i = 0; i < this.text.length; i++) {
        if (i % STRIDE === 0) points[i / STRIDE] = octet
        octet += this.width(i)
      }
      if (this.text.length % STRIDE === 0) points[this.text.length / STRIDE] = octet
      this.checkpoints = points
    }
    return this.checkpoints
  }
}
