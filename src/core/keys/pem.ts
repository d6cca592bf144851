import type { Fault, Result } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { type Base64Reading, isSpace, readBase64, spelledOut } from './base64.ts'
import type { KeyFault, KeyNotice } from './fault.ts'

const BEGIN = '-----BEGIN'
const END = '-----END'
const DASHES = '-----'

/** A PEM block (RFC 7468). */
export interface PemBlock {
  readonly label: string
  /** From the first dash to the last. */
  readonly span: Span
  /** The octets, or why they cannot be had. */
  readonly body: Result<Base64Reading, Fault<KeyFault>>
  /** It is encrypted as RFC 1421 has it: `Proc-Type: 4,ENCRYPTED`. */
  readonly encrypted: boolean
  readonly notices: readonly Fault<KeyNotice>[]
}

/**
 * The blocks of a text in order. Around them anything may stand, and in them line breaks of any kind, none, or ones that a
 * JSON string, an environment file or the source of a program made into something else. Linear in the text's length.
 */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = []
  for (let from = text.indexOf(BEGIN); from >= 0; ) {
    const block = readBlock(text, from)
    blocks.push(block)
    from = text.indexOf(BEGIN, Math.max(block.span.to, from + BEGIN.length))
  }
  return blocks
}

function readBlock(text: string, from: number): PemBlock {
  const labelEnd = text.indexOf(DASHES, from + BEGIN.length)
  const label = labelEnd < 0 ? '' : text.slice(from + BEGIN.length, labelEnd).trim()
  const broken = (label: string, to: number, reason: Result<never, Fault<KeyFault>>): PemBlock => {
    return { label, span: { from, to }, body: reason, encrypted: false, notices: [] }
  }
  if (label === '' || label.length > 100 || /[\r\n\\]/.test(label)) {
    const next = text.indexOf(BEGIN, from + BEGIN.length)
    const to = next < 0 ? text.length : next
    return broken('', to, fail('pem-begin-unfinished', { from, to }))
  }
  const bodyFrom = labelEnd + DASHES.length
  const opening = { from, to: bodyFrom }
  const bodyTo = text.indexOf(DASHES, bodyFrom)
  const labelTo = bodyTo < 0 ? -1 : text.indexOf(DASHES, bodyTo + END.length)
  if (labelTo < 0 || !text.startsWith(END, bodyTo)) {
    return broken(label, bodyFrom, fail('pem-end-missing', opening, { label }))
  }
  const to = labelTo + DASHES.length
  const closing = text.slice(bodyTo + END.length, labelTo)
  if (closing.trim() !== label) {
    const space = closing.length - closing.trimStart().length
    const at = { from: bodyTo + END.length + space, to: labelTo }
    return broken(label, to, fail('pem-end-label', at, { begin: label, end: closing.trim() }))
  }
  const inner = { from: bodyFrom, to: bodyTo }
  const headers = text.slice(bodyFrom, bodyTo)
  const encrypted = headers.includes('Proc-Type:') && headers.includes('ENCRYPTED')
  return { label, span: { from, to }, encrypted, ...readBody(text, inner, headers) }
}

/** What mail programs put before the lines of a quotation, and scripts before those of a comment. */
const quoted = /(?:^|[\r\n])[ \t]*[>#*|]+/g
const blank = (run: string) => ' '.repeat(run.length)

function readBody(text: string, inner: Span, content: string): Pick<PemBlock, 'body' | 'notices'> {
  const start = inner.from + headerEnd(content)
  const { plain, escaped } = unwrapBody(spelledOut(text.slice(start, inner.to)).replace(quoted, blank))
  const body = readBase64(plain, { from: 0, to: plain.length }, 'base64')
  if (!body.ok) return { body: { ok: false, fault: shifted(body.fault, start) }, notices: [] }
  const { octets, spareBits } = body.value
  if (octets.length === 0) return { body: fail('pem-body-empty', inner), notices: [] }
  const notices: Fault<KeyNotice>[] = []
  if (escaped) notices.push(fault('pem-escaped-line-breaks', inner))
  if (spareBits) notices.push(fault('base64-spare-bits', inner))
  const charactersOf = (at: Span) => shiftedSpan(body.value.charactersOf(at), start)
  return { body: ok({ ...body.value, charactersOf }), notices }
}

/** Past the header lines of RFC 1421, whose colons base64 does not have. */
function headerEnd(content: string): number {
  const colon = content.lastIndexOf(':')
  if (colon < 0) return 0
  const end = /[\r\n]|\\n/.exec(content.slice(colon))
  return end === null ? content.length : colon + end.index
}

/**
 * Puts spaces in the place of what strings make of line breaks: escapes (`\n`, `\/` for `/`), and the quotes, commas, dots
 * and plus signs of a text that is put together line by line. As many characters as before, so that offsets stay.
 */
function unwrapBody(text: string): { plain: string; escaped: boolean } {
  if (!/[\\"'`]/.test(text)) return { plain: text, escaped: false }
  const characters = [...Array(text.length).keys()].map((i) => text[i]!)
  let escaped = false
  let afterQuote = false
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    const quote = character === '"' || character === "'" || character === '`'
    if (character === '\\') {
      const next = characters[i + 1] ?? ''
      if (next === 'n' || next === 'r' || next === 't') {
        characters[i + 1] = ' '
        escaped = true
      } else if (!/[\\/"'`\r\n]/.test(next)) continue
      characters[i] = ' '
    } else if (quote || (afterQuote && (character === '+' || character === ',' || character === '.'))) {
      characters[i] = ' '
      afterQuote = quote
    } else if (!isSpace(character.charCodeAt(0))) afterQuote = false
  }
  return { plain: characters.join(''), escaped }
}

/** A fault in the octets of a block as one in the text; its values still count octets. */
export function inText(
  { charactersOf }: Base64Reading,
  { code, span, values }: Fault<KeyFault>,
): Fault<KeyFault> {
  return { code, span: charactersOf(span), values }
}

function shifted<Code extends string>(reason: Fault<Code>, by: number): Fault<Code> {
  return { ...reason, span: shiftedSpan(reason.span, by) }
}

function shiftedSpan({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by }
}
