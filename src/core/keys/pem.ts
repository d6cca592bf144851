import type { Fault, Result } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { type Base64Reading, readBase64 } from './base64.ts'
import type { Der } from './der.ts'
import type { KeyFault, KeyNotice } from './fault.ts'
import type { KeyFormat, KeyReading } from './material.ts'
import type { PublicKey } from './publicKey.ts'
import { unreadPem } from './unread.ts'

const BEGIN = '-----BEGIN '
const END = '-----END '
const DASHES = '-----'

type Failure = KeyReading & { readonly ok: false }

/** A PEM block (RFC 7468), whose octets are DER. */
export interface PemBlock {
  /** From the first dash to the last. */
  readonly span: Span
  readonly body: Base64Reading
  readonly notices: readonly Fault<KeyNotice>[]
}

/** The label of the first block in the text; null if there is none, or its line is not closed. */
export function pemLabel(text: string): string | null {
  const begin = text.indexOf(BEGIN)
  const end = begin < 0 ? -1 : text.indexOf(DASHES, begin + BEGIN.length)
  const label = end < 0 ? '' : text.slice(begin + BEGIN.length, end)
  return label === '' || /[\r\n]/.test(label) ? null : label
}

/**
 * Reads the first block with this label. Around it anything may stand, and in it line breaks of any kind, none, or ones
 * that a JSON string or an environment file made into `\n`.
 */
export function readPem(text: string, label: string): Result<PemBlock, Fault<KeyFault>> {
  const opening = `${BEGIN}${label}${DASHES}`
  const from = text.indexOf(opening)
  if (from < 0) return withoutBlock(text, label)
  const bodyFrom = from + opening.length
  const bodyTo = text.indexOf(DASHES, bodyFrom)
  const closing = `${END}${label}${DASHES}`
  if (bodyTo < 0 || !text.startsWith(END, bodyTo)) {
    return fail('pem-end-missing', { from, to: bodyFrom }, { label })
  }
  if (!text.startsWith(closing, bodyTo)) {
    const labelFrom = bodyTo + END.length
    const labelTo = text.indexOf(DASHES, labelFrom)
    if (labelTo < 0) return fail('pem-end-missing', { from, to: bodyFrom }, { label })
    return fail(
      'pem-end-label',
      { from: labelFrom, to: labelTo },
      { begin: label, end: text.slice(labelFrom, labelTo) },
    )
  }
  const notices: Fault<KeyNotice>[] = []
  const inner = { from: bodyFrom, to: bodyTo }
  const escaped = text.slice(bodyFrom, bodyTo).includes('\\')
  // As many characters as before, so that offsets stay what they are.
  const body = readBase64(escaped ? text.replaceAll(/\\[nr]/g, '  ') : text, inner, 'base64')
  if (!body.ok) return body
  if (body.value.octets.length === 0) return fail('pem-body-empty', inner)
  if (escaped) notices.push(fault('pem-escaped-line-breaks', inner))
  if (body.value.spareBits) notices.push(fault('base64-spare-bits', inner))
  const to = bodyTo + closing.length
  const others = text.split(BEGIN).length - 2
  if (others > 0) notices.push(fault('pem-more-blocks', { from, to }, { count: others }))
  return ok({ span: { from, to }, body: body.value, notices })
}

/** A fault in the octets of a block as one in the text; its values still count octets. */
function inText(block: PemBlock, { code, span, values }: Fault<KeyFault>): Fault<KeyFault> {
  return { code, span: block.body.charactersOf(span), values }
}

/** What a block's octets came to: the key, or the fault that the parse met. */
export function pemReading(
  format: KeyFormat,
  block: PemBlock,
  der: Der,
  key: PublicKey | null,
  fromPrivate = false,
): KeyReading {
  if (key === null || der.fault !== null) return { ok: false, fault: inText(block, der.fault!) }
  return ok({
    format,
    span: block.span,
    ...key,
    fromPrivate,
    privateJwk: null,
    algs: null,
    notices: block.notices,
    certificates: [],
  })
}

/** Says what a PEM block is that no reader takes, or where its BEGIN line breaks off; null if the text has none. */
export function unreadablePem(text: string): Failure | null {
  const begin = text.indexOf(BEGIN)
  if (begin < 0) return null
  const label = pemLabel(text)
  if (label === null) return fail('pem-begin-unfinished', { from: begin, to: text.length })
  const span = { from: begin, to: begin + BEGIN.length + label.length + DASHES.length }
  const block = readPem(text, label)
  const unread = unreadPem(label, block.ok ? block.value.body.octets : null)
  return unread === null
    ? fail('pem-label-unknown', span, { label })
    : fail('key-form-unread', span, { ...unread })
}

/** Why there is no block with the label that was asked for. */
function withoutBlock(text: string, expected: string): Failure {
  const other = pemLabel(text) === expected ? null : unreadablePem(text)
  if (other === null) return fail('pem-begin-missing', { from: 0, to: text.length })
  if (other.fault.code !== 'pem-label-unknown') return other
  return fail('pem-label', other.fault.span, { expected, found: pemLabel(text) ?? '' })
}
