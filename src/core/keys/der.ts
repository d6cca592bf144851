import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { KeyFault } from './fault.ts'

/** Identifier octets of the types that keys are made of (X.690 section 8.1.2). */
export const Tag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
  /** [0], primitive: an IMPLICIT OCTET STRING. */
  context0Primitive: 0x80,
  /** [0], constructed. */
  context0: 0xa0,
  /** [1], constructed. */
  context1: 0xa1,
  /** [1], primitive: an IMPLICIT BIT STRING. */
  context1Primitive: 0x81,
  /** [2], constructed. */
  context2: 0xa2,
} as const

const names: Readonly<Record<number, string>> = {
  1: 'BOOLEAN',
  2: 'INTEGER',
  3: 'BIT STRING',
  4: 'OCTET STRING',
  5: 'NULL',
  6: 'OBJECT IDENTIFIER',
  12: 'UTF8String',
  23: 'UTCTime',
  24: 'GeneralizedTime',
  48: 'SEQUENCE',
  49: 'SET',
}

/** What a whole parse shares: the octets, and the first thing that was wrong with them. */
interface Parse {
  readonly octets: Uint8Array
  fault: Fault<KeyFault> | null
}

/**
 * A strict reader of DER (X.690): the contents of one element, read from the front. The first fault sticks: every later
 * read gives something empty, so that a structure is read straight through and `fault` looked at once, at the end.
 * Its span counts octets. Never throws, whatever the octets.
 */
export class Der {
  private readonly parse: Parse
  private at: number
  private readonly to: number

  private constructor(parse: Parse, at: number, to: number) {
    this.parse = parse
    this.at = at
    this.to = to
  }

  static of(octets: Uint8Array): Der {
    return new Der({ octets, fault: null }, 0, octets.length)
  }

  get fault(): Fault<KeyFault> | null {
    return this.parse.fault
  }

  /** Offset, in the octets of the whole parse, of the next element. */
  get offset(): number {
    return this.at
  }

  /** The octets that are not yet read. */
  get rest(): Uint8Array {
    return this.parse.octets.subarray(this.at, this.to)
  }

  /** True if an element with this tag comes next. */
  next(tag: number): boolean {
    return this.fault === null && this.at < this.to && this.parse.octets[this.at] === tag
  }

  /** The tag of the next element; -1 if none comes. */
  get tag(): number {
    return this.fault === null && this.at < this.to ? this.parse.octets[this.at]! : -1
  }

  /** A reader of the same octets with a fault of its own: what it meets does not stop this one. */
  fork(): Der {
    return new Der({ octets: this.parse.octets, fault: this.fault }, this.at, this.to)
  }

  /** The octets of the next element, identifier and length included. */
  whole(tag: number): Uint8Array {
    const from = this.at
    this.enter(tag)
    return this.parse.octets.subarray(from, this.fault === null ? this.at : from)
  }

  /** The contents of the next element, which has this tag. */
  enter(tag: number): Der {
    if (this.fault === null && this.at < this.to && this.parse.octets[this.at] !== tag) {
      const found = tagName(this.parse.octets[this.at]!)
      return this.nothing('der-tag', this.at, { expected: tagName(tag), found })
    }
    return this.element()
  }

  sequence(): Der {
    return this.enter(Tag.sequence)
  }

  /** Passes over the next element, whatever it is. */
  skip(): void {
    this.element()
  }

  /** A non-negative INTEGER's octets, without the leading zero octet that keeps it from being negative. */
  integer(): Uint8Array {
    const at = this.at
    const octets = this.enter(Tag.integer).rest
    if (this.fault !== null) return octets
    const padded = octets[0] === 0 && octets.length > 1 && octets[1]! < 0x80
    if (octets.length === 0 || padded || octets[0]! >= 0x80) this.refuse('der-integer', at)
    return octets[0] === 0 && octets.length > 1 ? octets.subarray(1) : octets
  }

  /** The octets of a BIT STRING that is whole octets. */
  bitString(tag: number = Tag.bitString): Der {
    const at = this.at
    const contents = this.enter(tag)
    if (this.fault === null && contents.parse.octets[contents.at] !== 0) this.refuse('der-bit-string', at)
    if (this.fault === null && contents.at === contents.to) this.refuse('der-bit-string', at)
    return this.fault === null ? new Der(this.parse, contents.at + 1, contents.to) : this.empty()
  }

  octetString(): Der {
    return this.enter(Tag.octetString)
  }

  /** An OBJECT IDENTIFIER in dotted form. */
  oid(): string {
    const at = this.at
    const octets = this.enter(Tag.oid).rest
    const arcs: number[] = []
    let arc = 0
    for (const [i, octet] of octets.entries()) {
      if ((arc === 0 && octet === 0x80) || arc > 0xffffffffff) break
      arc = arc * 128 + (octet & 0x7f)
      if (octet >= 0x80) continue
      if (arcs.length > 0) arcs.push(arc)
      else arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)))
      arc = 0
      if (i === octets.length - 1) return arcs.join('.')
    }
    this.refuse('der-object-identifier', at)
    return ''
  }

  /** Nothing may follow. */
  finish(): void {
    if (this.at < this.to) this.refuse('der-trailing', this.at, { count: this.to - this.at })
  }

  /** Makes something the first fault, unless there is one; its span is the octet at `at`. */
  refuse(code: KeyFault, at: number, values: Fault['values'] = {}): void {
    this.parse.fault ??= fault(code, { from: at, to: at + 1 }, { octet: at, ...values })
  }

  private element(): Der {
    if (this.fault !== null) return this.empty()
    const start = this.at
    const octets = this.parse.octets
    const first = octets[start + 1]
    if (first === undefined || start + 2 > this.to) return this.truncated(start, 2)
    let from = start + 2
    let length = first
    if (first === 0x80) return this.nothing('der-length-indefinite', start + 1)
    if (first > 0x80) {
      const count = first - 0x80
      if (count > 4) return this.nothing('der-length-form', start + 1)
      if (from + count > this.to) return this.truncated(start, 2 + count)
      length = 0
      for (let i = 0; i < count; i++) length = length * 256 + octets[from + i]!
      const minimal = length >= 0x80 && octets[from] !== 0
      if (!minimal) return this.nothing('der-length-form', start + 1)
      from += count
    }
    if (length > this.to - from) return this.truncated(start, from - start + length)
    this.at = from + length
    return new Der(this.parse, from, from + length)
  }

  private truncated(at: number, needed: number): Der {
    return this.nothing('der-truncated', at, { needed, left: Math.max(0, this.to - at) })
  }

  private nothing(code: KeyFault, at: number, values: Fault['values'] = {}): Der {
    this.refuse(code, at, values)
    return this.empty()
  }

  private empty(): Der {
    return new Der(this.parse, this.to, this.to)
  }
}

function tagName(tag: number): string {
  if ((tag & 0xc0) === 0x80 && (tag & 0x1f) < 0x1f) return `[${tag & 0x1f}]`
  return names[tag] ?? `tag 0x${tag.toString(16).padStart(2, '0')}`
}
