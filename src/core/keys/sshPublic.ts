import type { Fault } from '../text/result.ts'
import { fail } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { readBase64, spelledOut, withoutEscapes } from './base64.ts'
import { materialOf } from './derForm.ts'
import type { KeyFault } from './fault.ts'
import { gather } from './gather.ts'
import type { KeyFormat, KeyReader, KeyReading } from './material.ts'
import { readSshPublicKey, SshWire, sshTypes } from './sshWire.ts'

/**
 * A type that OpenSSH knows, and the blob after it, which begins with the type's length: three zero octets. Or the blob
 * alone, in which `ssh-` or `ecdsa-` stands.
 */
const line =
  /(?:\b(?:ssh|ecdsa|sk)-[a-z0-9@.-]{2,60}(?:[ \t]|\\t){1,9}|(?<![\w+/])(?=AAAA(?:[BC]3NzaC1|E2VjZHNhL)))(AAAA[A-Za-z0-9+/=]*)/g

/** `ssh-rsa AAAA… comment`: public keys as authorized_keys and known_hosts have them, one a line, or without their type (RFC 4253 section 6.6). */
export const sshPublic: KeyReader = {
  format: 'ssh-public',
  detects: (text) => spelledOut(text).search(line) >= 0,
  async read(pasted) {
    const text = spelledOut(pasted)
    const lines = [...text.matchAll(line)]
    if (lines.length === 0) return fail('ssh-missing', { from: 0, to: text.length })
    const readings = lines.map((match, i) => {
      const from = match.index
      const blobFrom = from + match[0].length - match[1]!.length
      // No key reaches into the next.
      const own = text.slice(0, lines[i + 1]?.index)
      return readBlob('ssh-public', own, { from: blobFrom, to: from + match[0].length }, from)
    })
    return gather(await Promise.all(readings), [])
  },
}

/**
 * Reads the blob at `span`, in base64. If it is cut there by line breaks, what stands after them too, unless a line of its
 * own has `closed` it.
 */
export async function readBlob(
  format: KeyFormat,
  text: string,
  span: Span,
  from: number,
  closed = false,
): Promise<KeyReading> {
  const strict = attempt(text, span, true)
  const wide =
    'fault' in strict && !closed
      ? attempt(text, { from: span.from, to: spacedEnd(text, span.to) }, false)
      : strict
  const read = 'fault' in wide ? strict : wide
  if ('fault' in read) {
    const { fault } = read
    return fault.code === 'ssh-type' ? unknownType(fault) : { ok: false, fault }
  }
  return materialOf(format, { from, to: Math.max(span.to, read.to) }, read.key, [])
}

function attempt(text: string, span: Span, whole: boolean) {
  const body = text.slice(span.from, span.to)
  const plain = withoutEscapes(body)
  const reading = readBase64(
    plain,
    { from: 0, to: whole ? plain.length : plain.length - base64Rest(plain) },
    'base64',
  )
  const place = ({ code, span: at, values }: Fault<KeyFault>): Fault<KeyFault> => {
    return { code, span: { from: span.from + at.from, to: span.from + at.to }, values }
  }
  if (!reading.ok) return { fault: place(reading.fault) }
  const wire = new SshWire(reading.value.octets)
  const read = readSshPublicKey(wire)
  if (whole) wire.finish()
  if (read === null || wire.fault !== null) {
    const { code, span: at, values } = wire.fault!
    return { fault: place({ code, span: reading.value.charactersOf(at), values }) }
  }
  const end = reading.value.charactersOf({ from: 0, to: wire.offset }).to
  return { key: read.key, to: span.from + end }
}

/** Longest key in base64, in characters: RSA of 16,384 bits, with room for line breaks. */
const LONGEST = 4000

/** Past the base64 characters and spaces, line breaks written out among them, from `at` on. */
function spacedEnd(text: string, at: number): number {
  const piece = text.slice(at, at + LONGEST)
  const end = /=(?:\s*=)?|[^A-Za-z0-9+/\s\\]/.exec(piece)
  return at + (end === null ? piece.length : end.index + (end[0][0] === '=' ? end[0].length : 0))
}

/** Characters at the end that make no whole group of four, so that words after the key do no harm. */
function base64Rest(text: string): number {
  if (text.endsWith('=')) return 0
  let carriers = 0
  for (const character of text) if (/[A-Za-z0-9+/]/.test(character)) carriers++
  let cut = 0
  let rest = carriers % 4
  for (let i = text.length - 1; rest > 0 && i >= 0; i--, cut++) if (/[A-Za-z0-9+/]/.test(text[i]!)) rest--
  return cut
}

function unknownType(fault: Fault<KeyFault>): KeyReading {
  const type = String(fault.values.type)
  return fail('ssh-type', fault.span, { ...fault.values, type, known: sshTypes.join(', ') })
}
