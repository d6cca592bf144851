import type { Fault, Result } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { type Base64Reading, readBase64, spelledOut } from './base64.ts'
import type { KeyFault, KeyNotice } from './fault.ts'
import { unwrapped, withoutMargin } from './pemBody.ts'

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
export function pemBlocks(pasted: string): readonly PemBlock[] {
  const text = spelledOut(pasted)
  const blocks: PemBlock[] = []
  for (let from = text.indexOf(BEGIN); from >= 0; ) {
    const block = readBlock(text, from)
    blocks.push(block)
    from = text.indexOf(BEGIN, Math.max(block.span.to, from + BEGIN.length))
  }
  return blocks
}

function readBlock(text: string, from: number): PemBlock {
  const labelFrom = from + BEGIN.length
  const labelEnd = text.indexOf(DASHES, labelFrom)
  const label = labelEnd < 0 ? '' : labelOf(text.slice(labelFrom, labelEnd))
  const broken = (label: string, to: number, reason: Result<never, Fault<KeyFault>>): PemBlock => {
    return { label, span: { from, to }, body: reason, encrypted: false, notices: [] }
  }
  if (label === '' || label.length > 100 || /[\r\n\\]/.test(text.slice(labelFrom, labelEnd).trim())) {
    const next = text.indexOf(BEGIN, labelFrom)
    const to = next < 0 ? text.length : next
    return broken('', to, fail('pem-begin-unfinished', { from, to }))
  }
  const bodyFrom = pastDashes(text, labelEnd)
  const opening = { from, to: bodyFrom }
  const dashes = text.indexOf(DASHES, bodyFrom)
  // Of more dashes than five, the last.
  const bodyTo = dashes < 0 ? -1 : pastDashes(text, dashes) - DASHES.length
  const labelTo = bodyTo < 0 ? -1 : text.indexOf(DASHES, bodyTo + END.length)
  if (labelTo < 0 || !text.startsWith(END, bodyTo)) {
    return broken(label, bodyFrom, fail('pem-end-missing', opening, { label }))
  }
  const to = labelTo + DASHES.length
  const closing = text.slice(bodyTo + END.length, labelTo)
  if (labelOf(closing) !== label) {
    const space = closing.length - closing.trimStart().length
    const at = { from: bodyTo + END.length + space, to: labelTo }
    return broken(label, to, fail('pem-end-label', at, { begin: label, end: labelOf(closing) }))
  }
  const headers = text.slice(bodyFrom, dashes)
  const encrypted = /Proc-Type\s*:/.test(headers) && headers.includes('ENCRYPTED')
  const before = text
    .slice(Math.max(0, from - MARGIN), from)
    .split(/[\r\n]/)
    .at(-1)!
  return { label, span: { from, to }, encrypted, ...readBody(text, { from: bodyFrom, to: dashes }, before) }
}

/** Longest text before BEGIN on its line, in characters, that may stand before the other lines too. */
const MARGIN = 99

/** A label as it is meant: a form field or a shell puts other white space into it, or a sign that stands for it. */
function labelOf(written: string): string {
  return written.replaceAll(/[\s+]+/g, ' ').trim()
}

function pastDashes(text: string, at: number): number {
  let to = at
  while (text[to] === '-') to++
  return to
}

function readBody(text: string, inner: Span, before: string): Pick<PemBlock, 'body' | 'notices'> {
  const content = withoutMargin(text.slice(inner.from, inner.to), before)
  const start = inner.from + headerEnd(content)
  const { plain, escaped } = unwrapped(content.slice(start - inner.from))
  const place = (at: Span) => ({ from: start + at.from, to: start + at.to })
  const body = readBase64(plain, { from: 0, to: plain.length }, 'base64')
  if (!body.ok) return { body: fail(body.fault.code, place(body.fault.span), body.fault.values), notices: [] }
  const { octets, spareBits } = body.value
  if (octets.length === 0) return { body: fail('pem-body-empty', inner), notices: [] }
  const notices: Fault<KeyNotice>[] = []
  if (escaped) notices.push(fault('pem-escaped-line-breaks', inner))
  if (spareBits) notices.push(fault('base64-spare-bits', inner))
  const charactersOf = (at: Span) => place(body.value.charactersOf(at))
  return { body: ok({ ...body.value, charactersOf }), notices }
}

/** Past the header lines of RFC 1421, whose colons base64 does not have. */
function headerEnd(content: string): number {
  const colon = content.lastIndexOf(':')
  if (colon < 0) return 0
  const end = /[\r\n]|\\n/.exec(content.slice(colon))
  return end === null ? content.length : colon + end.index
}

/** A fault in the octets of a block as one in the text; its values still count octets. */
export function inText(
  { charactersOf }: Base64Reading,
  { code, span, values }: Fault<KeyFault>,
): Fault<KeyFault> {
  return { code, span: charactersOf(span), values }
}
