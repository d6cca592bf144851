import type { Span } from '../text/span.ts'
import { escapeAt, isBase64url, isWholeLength, runEnd } from './characters.ts'
import { type Chunk, firstChunk, nextChunk } from './chunk.ts'
import type { TokenReading } from './found.ts'
import { Pieces } from './pieces.ts'
import { beginsHeader, headerText } from './start.ts'
import type { Width } from './wrap.ts'
import { inCommon, isRest, nextLine } from './wrap.ts'

/** Characters of the text that read as one token. */
export interface Stretch {
  readonly span: Span
  readonly reading: TokenReading | null
  readonly cut: Span | null
  /** Parts with a dot between each, of its first token where it has several. */
  readonly parts: number
}

const DOT = 0x2e
const TILDE = 0x7e
const EQUALS = 0x3d
const SEMICOLON = 0x3b

/**
 * Reads the token whose header begins at `start`, as far as it goes: a JWS, a JWE where the header has `enc`, an SD-JWT with
 * its disclosures (RFC 9901 section 4), or one that is cut short. Where it is none, the offset up to which no other can
 * begin. Each character is looked at a bounded number of times.
 */
export function readStretch(text: string, start: number): Stretch | number {
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
  private lineFrom: number
  /** Where the token's own characters begin on that line. */
  private ownFrom: number
  private width: Width | null = null
  private chunk: Chunk | 'none' | null = null
  private header: string | null | undefined

  constructor(text: string, start: number) {
    this.text = text
    this.start = start
    this.at = start
    this.pieces = new Pieces(text, start)
    this.lineFrom = -1
    this.ownFrom = start
  }

  read(): Stretch | number {
    const cut = this.readParts()
    if (cut !== null) return this.finish(cut)
    if (this.dots === 0) return Math.max(this.at, this.start + 1)
    if (this.dots === 2 && !this.isEncrypted()) this.readDisclosures()
    const sound = this.dots > 1 && this.pieces.lengthAt(this.at) >= SHORTEST
    return sound || this.headerText() !== null ? this.finish(null) : this.at
  }

  /** Reads dots and what is between them; gives the ellipsis that ends it, if one does. */
  private readParts(): Span | null {
    const { text } = this
    for (;;) {
      this.at = runEnd(text, this.at)
      const code = text.charCodeAt(this.at)
      const ellipsis = ellipsisAt(text, this.at)
      if (ellipsis > 0) return this.readCut(ellipsis)
      if (code === DOT) {
        if (!this.takeDot(this.at + 1)) return null
      } else if (!this.takeOther(code)) return null
    }
  }

  private takeDot(to: number): boolean {
    if (this.dots >= 2 && (this.dots === 4 || !this.isEncrypted())) return false
    // What is known of the header is needed before it is followed by anything.
    if (this.dots === 0) this.header = undefined
    this.dots++
    this.at = to
    this.segmentFrom = this.pieces.lengthAt(to)
    if (this.dots === 1) this.headerTo = this.segmentFrom - 1
    return true
  }

  private headerTo = 0

  /** Goes past what is no character of base64url and yet inside of the token; false where the token ends. */
  private takeOther(code: number): boolean {
    if (code === 0x25 || code === 0x5c) {
      const escaped = escapeAt(this.text, this.at)
      if (escaped !== null) return this.takeEscape(escaped.character, escaped.to)
    }
    if (code === EQUALS) return this.takePadding()
    if (code === SEMICOLON) return this.takeChunk()
    if (code === 0x2b || code === 0x2f) return this.takeOtherAlphabet()
    if (code === 0x0a || code === 0x0d || code === 0x5c) return this.takeLineEnd()
    return false
  }

  private takeEscape(character: string, to: number): boolean {
    if (character === '~') return false
    if (character === '.' && this.dots >= 2 && (this.dots === 4 || !this.isEncrypted())) return false
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
    const to = this.chunk === 'none' ? 0 : nextChunk(this.text, this.at, this.chunk)
    if (to === 0 || (this.mayEnd() && isWholeLength(this.segmentLength()))) return false
    this.pieces.bridge(this.at, to)
    return this.goTo(to)
  }

  private takeLineEnd(): boolean {
    const { text, at } = this
    const goesOn = nextLine(text, at)
    if (goesOn === null) return false
    if (this.lineFrom < 0) this.lineFrom = lineFromOf(text, this.start)
    if (this.dots === 0 && beginsHeader(text, goesOn.from)) return false
    const line = { whole: at - this.lineFrom, own: at - this.ownFrom }
    const mayEnd = this.mayEnd()
    const segment = this.segmentLength()
    const encrypted = mayEnd && this.dots === 4
    const known = { line, before: this.width, mayEnd, segment, encrypted }
    if (!isRest(text, goesOn, known)) return false
    this.pieces.skip(at, goesOn.from)
    this.width = inCommon(this.width, line)
    this.lineFrom = goesOn.lineFrom
    this.ownFrom = goesOn.from
    return this.goTo(goesOn.from)
  }

  /** Disclosures after a `~` each, and the Key Binding JWT after the last. */
  private readDisclosures(): void {
    const { text } = this
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
      while (this.takeMore()) if (this.dots === 2) this.at = runEnd(text, this.at)
      this.dots = 2
    }
  }

  private takeMore(): boolean {
    this.at = runEnd(this.text, this.at)
    const code = this.text.charCodeAt(this.at)
    if (code === DOT) {
      if (this.dots === 2 || this.segmentLength() === 0) return false
      this.dots++
      return this.goTo(this.at + 1)
    }
    const escaped = code === 0x25 ? escapeAt(this.text, this.at) : null
    if (escaped?.character === '.' && this.dots < 2) {
      this.pieces.escape(this.at, escaped.to, '.')
      this.dots++
      return this.goTo(escaped.to)
    }
    return code === 0x0a || code === 0x0d || code === 0x5c ? this.takeLineEnd() : false
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

  private finish(cut: Span | null): Stretch {
    const span = { from: this.start, to: this.at }
    return { span, reading: this.pieces.reading(this.at), cut, parts: this.dots + 1 }
  }

  private goTo(at: number): boolean {
    this.at = at
    return true
  }

  private segmentLength(): number {
    return this.pieces.lengthAt(this.at) - this.segmentFrom
  }

  private mayEnd(): boolean {
    return this.dots >= (this.dots >= 2 && this.isEncrypted() ? 4 : 2)
  }

  private headerText(): string | null {
    this.header ??= headerText(this.pieces.text(this.headerTo))
    return this.header
  }

  private isEncrypted(): boolean {
    return /"enc"\s*:/.test(this.headerText() ?? '')
  }
}

/** Shortest text that is taken for a token where its header cannot be read. */
const SHORTEST = 24

/** Longest line, in characters, that is taken to be broken because it is full. */
const WIDEST = 512

function lineFromOf(text: string, at: number): number {
  const from = Math.max(0, at - WIDEST)
  return from + text.slice(from, at).lastIndexOf('\n') + 1
}

function isOfEither(code: number): boolean {
  return isBase64url(code) || code === 0x2b || code === 0x2f
}

/** Offset after an ellipsis at `at`, one character or three dots and more; 0 where there is none. */
function ellipsisAt(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x2026) return at + 1
  if (!text.startsWith('...', at)) return 0
  let to = at + 3
  while (text.charCodeAt(to) === DOT) to++
  return to
}
