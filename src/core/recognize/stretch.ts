import type { Span } from '../text/span.ts'
import { escapeAt, isBase64url, isOfEither, isWholeLength, runEnd } from './characters.ts'
import { type Chunk, firstChunk, nextChunk } from './chunk.ts'
import { MOST, type TokenReading } from './found.ts'
import { Pieces } from './pieces.ts'
import { beginsHeader, headerText, nextStart } from './start.ts'
import type { NextLine, Width } from './wrap.ts'
import { inCommon, isRest, linePrefix, nextLine, nextLineFrom, nextString } from './wrap.ts'

/** Characters of the text that read as one token. */
export interface Stretch {
  readonly span: Span
  readonly reading: TokenReading | null
  readonly cut: Span | null
  /** Parts with a dot between each, of its first token where it has several. */
  readonly parts: number
  /** Its header names an algorithm, or claims follow: a web framework's session can begin with JSON, too. */
  readonly isSure: boolean
}

const DOT = 0x2e
const TILDE = 0x7e
const EQUALS = 0x3d
const SEMICOLON = 0x3b

/**
 * Every token in the text, but for those in the `objects`, which are a part of them; of what merely looks like one only
 * where there is none. Linear in the text.
 */
export function stretchesIn(text: string, objects: readonly { readonly span: Span }[] = []): Stretch[] {
  const found: Stretch[] = []
  let object = 0
  for (let at = nextStart(text, 0); at >= 0 && found.length < MOST; ) {
    while (object < objects.length && objects[object]!.span.to <= at) object++
    const around = objects[object]?.span
    if (around !== undefined && around.from <= at) {
      at = nextStart(text, around.to)
      continue
    }
    const read = readStretch(text, at)
    if (typeof read !== 'number') found.push(read)
    at = nextStart(text, typeof read === 'number' ? read : read.span.to)
  }
  const sure = found.filter(({ isSure }) => isSure)
  return sure.length > 0 ? sure : found
}

/**
 * Reads the token whose header begins at `start`, as far as it goes: a JWS, a JWE where the header has `enc`, an SD-JWT with
 * its disclosures (RFC 9901 section 4), or one that is cut short. Where it is none, the offset up to which no other can
 * begin. Each character is looked at a bounded number of times.
 */
function readStretch(text: string, start: number): Stretch | number {
  return new Reader(text, start).read()
}

class Reader {
  private readonly text: string
  private readonly start: number
  private at: number
  private readonly pieces: Pieces
  private dots = 0
  /** How long the token was right after its last dot. */
  private segmentFrom = 0
  private lineFrom = -1
  private prefix = ''
  /** How long the token was where that line begins. */
  private ownFrom = 0
  private width: Width | null = null
  private chunk: Chunk | 'none' | null = null
  private headerTo = 0
  private least: number | null = null

  constructor(text: string, start: number) {
    this.text = text
    this.start = start
    this.at = start
    this.pieces = new Pieces(text, start)
  }

  read(): Stretch | number {
    const cut = this.readParts(true)
    if (cut !== null) return this.finish(cut)
    if (this.dots === 0) return Math.max(this.at, this.start + 1)
    if (this.dots === 2 && !this.isEncrypted()) this.readDisclosures()
    const header = headerText(this.pieces.text(this.headerTo))
    if (header !== null) {
      return this.finish(null, /"alg"|\.e[yw]$/.test(header + this.pieces.text(this.headerTo + 3)))
    }
    return this.dots > 1 && this.pieces.lengthAt(this.at) >= SHORTEST ? this.finish(null) : this.at
  }

  /** Reads dots and what is between them; gives the ellipsis that ends it, if one does. */
  private readParts(mayBeCut: boolean): Span | null {
    const { text } = this
    for (;;) {
      this.at = runEnd(text, this.at)
      const code = text.charCodeAt(this.at)
      const ellipsis = mayBeCut ? ellipsisAt(text, this.at) : 0
      if (ellipsis > 0) return this.readCut(ellipsis)
      if (code === DOT) {
        if (!this.isDotDue()) return null
        this.takeDot(this.at + 1)
      } else if (!this.takeOther(code)) return null
    }
  }

  private takeDot(to: number): boolean {
    this.dots++
    this.at = to
    this.segmentFrom = this.pieces.lengthAt(to)
    this.headerTo ||= this.segmentFrom - 1
    return true
  }

  /** Whether a dot can stand here: a JWE has four, and right behind a `~` there is none. */
  private isDotDue(): boolean {
    if (this.dots < 2) return this.dots > 0 || this.segmentLength() > 0
    return this.dots < 4 && this.isEncrypted()
  }

  /** Goes past what is no character of base64url and yet inside of the token; false where the token ends. */
  private takeOther(code: number): boolean {
    if (code === 0x25 || code === 0x26 || code === 0x5c) {
      const escaped = escapeAt(this.text, this.at)
      if (escaped !== null) return this.takeEscape(escaped.character, escaped.to)
    }
    if (code === EQUALS) return this.takePadding()
    if (code === SEMICOLON) return this.takeChunk()
    if (code === 0x2b || code === 0x2f) return this.takeOtherAlphabet()
    if (code === 0x0a || code === 0x0d || code === 0x5c || code === 0x20 || code === 0x09)
      return this.takeLineEnd()
    if (code === 0x22 || code === 0x27 || code === 0x60) return this.take(nextString(this.text, this.at))
    return false
  }

  private takeEscape(character: string, to: number): boolean {
    if (character === '~' || (character === '.' && !this.isDotDue())) return false
    this.pieces.escape(this.at, to, character)
    return character === '.' ? this.takeDot(to) : this.goTo(to)
  }

  private takePadding(): boolean {
    const { text, at } = this
    if (text[at + 1] === '\n' || text[at + 1] === '\r') return this.takeLineEnd()
    const to = text.charCodeAt(at + 1) === EQUALS ? at + 2 : at + 1
    const after = text.charCodeAt(to)
    if (after === DOT || (after === 0x25 && escapeAt(text, to)?.character === '.')) return this.goTo(to)
    const ends = this.dots > 1 && !isBase64url(after) && after !== EQUALS
    return ends && (this.segmentLength() + to - at) % 4 === 0 ? this.goTo(to) : false
  }

  /** `+` and `/` of the standard alphabet, in a token of an issuer with the wrong encoder. */
  private takeOtherAlphabet(): boolean {
    const { text, at } = this
    if (!this.mayEnd()) return isOfEither(text.charCodeAt(at + 1)) ? this.goTo(at + 1) : false
    let to = at
    while (isOfEither(text.charCodeAt(to))) to++
    const length = this.segmentLength()
    return !isWholeLength(length) && isWholeLength(length + to - at) ? this.goTo(to) : false
  }

  private takeChunk(): boolean {
    this.chunk ??= firstChunk(this.text, this.start)
    const to = nextChunk(this.text, this.at, this.chunk)
    if (to === 0 || (this.mayEnd() && isWholeLength(this.segmentLength()))) return false
    this.pieces.bridge(this.at, to, 'chunked')
    return this.goTo(to)
  }

  private takeLineEnd(): boolean {
    const { text, at, start } = this
    const lineFrom = nextLineFrom(text, at)
    if (lineFrom === 0) return false
    if (this.lineFrom < 0) {
      this.lineFrom = lineFromOf(text, start)
      this.prefix = linePrefix(text, this.lineFrom, start)
    }
    return this.take(nextLine(text, at, lineFrom, this.prefix))
  }

  /** Goes on with the next line or string, if it is the rest of the token. */
  private take(goesOn: NextLine | null): boolean {
    const { text, at } = this
    if (goesOn === null || (this.headerTo === 0 && beginsHeader(text, goesOn.from))) return false
    const length = this.pieces.lengthAt(at)
    const line = { whole: at + Number(goesOn.marked) - this.lineFrom, own: length - this.ownFrom }
    const mayEnd = this.mayEnd()
    const segment = this.segmentLength()
    const inDisclosures = this.dots === 0 && this.headerTo > 0
    const least = mayEnd ? this.leastSignature() : 0
    const known = { line, before: this.width, mayEnd, segment, least, inDisclosures }
    if (!isRest(text, goesOn, known)) return false
    if (goesOn.isString) this.pieces.bridge(at, goesOn.from, 'joined')
    else this.pieces.skip(at, goesOn.from)
    this.width = inCommon(this.width, line)
    this.lineFrom = goesOn.lineFrom
    this.ownFrom = length
    return this.goTo(goesOn.from)
  }

  /** Disclosures after a `~` each, and the Key Binding JWT after the last. */
  private readDisclosures(): void {
    const { text } = this
    // The holder's key is another, hardly ever one of RSA.
    this.least &&= 86
    for (;;) {
      const escaped = escapeAt(text, this.at)
      if (text.charCodeAt(this.at) === TILDE) this.at++
      else if (escaped?.character === '~') {
        this.pieces.escape(this.at, escaped.to, '~')
        this.at = escaped.to
      } else return
      this.segmentFrom = this.pieces.lengthAt(this.at)
      this.dots = 0
      // What follows is a disclosure, or the dots of the last token: two of them.
      this.readParts(false)
      this.dots = 2
    }
  }

  /** Takes what stands right behind an ellipsis, which is the token's end. */
  private readCut(to: number): Span {
    const cut = { from: this.at, to }
    this.at = to
    for (let dots = this.dots; ; dots++) {
      this.at = runEnd(this.text, this.at)
      if (
        dots >= 2 ||
        this.text.charCodeAt(this.at) !== DOT ||
        !isBase64url(this.text.charCodeAt(this.at + 1))
      )
        break
      this.at++
    }
    return cut
  }

  private finish(cut: Span | null, isSure = true): Stretch {
    const span = { from: this.start, to: this.at }
    return { span, reading: this.pieces.reading(this.at), cut, parts: this.dots + 1, isSure }
  }

  private goTo(at: number): boolean {
    this.at = at
    return true
  }

  private segmentLength(): number {
    return this.pieces.lengthAt(this.at) - this.segmentFrom
  }

  private mayEnd(): boolean {
    if (this.dots === 0) return this.segmentLength() === 0
    return this.dots >= (this.dots >= 2 && this.isEncrypted() ? 4 : 2)
  }

  private isEncrypted(): boolean {
    return this.leastSignature() < 0
  }

  private leastSignature(): number {
    this.least ??= leastIn(headerText(this.pieces.text(this.headerTo)) ?? '')
    return this.least
  }
}

/** Characters that a signature of the header's algorithm has at least; below 0 for an encrypted token. */
function leastIn(header: string): number {
  if (/"enc"\s*:/.test(header)) return -1
  return /"[RP]S\d/.test(header) ? 171 : /"(?:E[Sd]|ML)/.test(header) ? 86 : 0
}

/** Shortest text that is taken for a token where its header cannot be read. */
const SHORTEST = 24

/** Longest line, in characters, that is taken to be broken because it is full. */
const WIDEST = 512

function lineFromOf(text: string, at: number): number {
  let from = at
  while (from > 0 && at - from < WIDEST && !'\r\n'.includes(text[from - 1]!)) from--
  return from
}

/** Offset after an ellipsis at `at`, one character or three dots and more; 0 where there is none. */
function ellipsisAt(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x2026) return at + 1
  if (!text.startsWith('...', at)) return 0
  let to = at + 3
  while (text.charCodeAt(to) === DOT) to++
  return to
}
