import type { Fault, Result } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Certificate } from './certificate.ts'
import { chainsOf } from './chain.ts'
import { type DerForm, readDerForm } from './derForm.ts'
import { type DerKind, derKind, formOf } from './derKind.ts'
import { encryptedPem } from './encrypted.ts'
import type { KeyFault, KeyNotice } from './fault.ts'
import { gather } from './gather.ts'
import type { KeyFormat, KeyReader, KeyReading, KeysReading } from './material.ts'
import { type PemBlock, pemBlocks } from './pem.ts'
import { certificateOf, pemCertificate } from './pemCertificate.ts'
import { pemPkcs1Private } from './pemPkcs1Private.ts'
import { pemPkcs1Public } from './pemPkcs1Public.ts'
import { pemPkcs8 } from './pemPkcs8.ts'
import { pemSec1 } from './pemSec1.ts'
import { pemSpki } from './pemSpki.ts'
import { isOpenSshKey, readOpenSshKey, sshPrivate } from './sshPrivate.ts'
import { unreadPem } from './unread.ts'

/** The keys that DER is, one entry for each PEM label. */
export const derForms: readonly DerForm[] = [pemSpki, pemPkcs8, pemPkcs1Public, pemPkcs1Private, pemSec1]

/** Labels that stand beside a key and are none themselves. */
const companions = ['EC PARAMETERS', 'DSA PARAMETERS', 'DH PARAMETERS']

/** One reader for each PEM format: when chosen, it passes blocks of other labels over. */
export const pemReaders: readonly KeyReader[] = [
  ...derForms.map(({ format, label }) => reader(format, [label])),
  reader(pemCertificate.format, pemCertificate.labels),
  reader(sshPrivate.format, [sshPrivate.label]),
]

function reader(format: KeyFormat, labels: readonly string[]): KeyReader {
  return { format, detects: () => false, read: (text) => readPem(text, labels) }
}

/** Keys and certificates in PEM, whichever form they have. */
export const anyPem = {
  detects: (text: string) => text.includes('-----BEGIN'),
  read: (text: string) => readPem(text, null),
}

/** Reads all blocks of a text, or those with the labels asked for. */
async function readPem(text: string, labels: readonly string[] | null): Promise<KeysReading> {
  const blocks = pemBlocks(text)
  if (blocks.length === 0) return fail('pem-begin-missing', { from: 0, to: text.length })
  const wanted = blocks.filter(
    ({ label }) => labels === null || label === '' || labels.some((one) => same(one, label)),
  )
  if (wanted.length === 0) return other(blocks[0]!, labels![0]!)
  const keys = wanted.filter(({ label }) => !companions.includes(label))
  const certificates: Promise<Result<Certificate, Fault<KeyFault>>>[] = []
  const readings: Promise<KeyReading>[] = []
  const notices: Fault<KeyNotice>[] = []
  for (const one of keys.length > 0 ? keys : wanted) {
    const block = rightly(one)
    if (block !== one)
      notices.push(fault('pem-label-other', opening(one), { label: one.label, fits: block.label }))
    const { label, span, body } = block
    if (!body.ok || !pemCertificate.labels.some((one) => same(one, label))) readings.push(readBlock(block))
    else certificates.push(certificateOf(body.value, span, label.startsWith('TRUSTED')))
  }
  const read = await Promise.all(certificates)
  const named = readings.length === 0 ? nameCertificates(text, read) : null
  const set = named ?? gather(await Promise.all(readings), read)
  return set.ok && notices.length > 0
    ? ok({ ...set.value, notices: [...set.value.notices, ...notices] })
    : set
}

/** The block under the label of what it holds: people and tools put the wrong one over it. */
function rightly(block: PemBlock): PemBlock {
  const { label, body } = block
  if (!body.ok || block.encrypted || !/(?:KEY|CERTIFICATE)$/.test(label)) return block
  const { octets } = body.value
  const labels = isOpenSshKey(octets) ? [sshPrivate.label] : labelsOf(derKind(octets))
  return labels.length === 0 || labels.some((one) => same(one, label))
    ? block
    : { ...block, label: labels[0]! }
}

function labelsOf(kind: DerKind | null): readonly string[] {
  if (kind === 'certificate') return pemCertificate.labels
  if (kind === 'encrypted') return ['ENCRYPTED PRIVATE KEY']
  const form = kind && formOf(kind)
  return form === null ? [] : [form.label]
}

/** Labels count with or without the spaces that a form field or shell took out. */
function same(a: string, b: string): boolean {
  return a === b || a.replaceAll(' ', '') === b
}

async function readBlock(block: PemBlock): Promise<KeyReading> {
  const { label, span, body, notices } = block
  const encrypted = encryptedPem(block)
  if (encrypted !== null) return encrypted
  const form = derForms.find((candidate) => same(candidate.label, label))
  const ssh = same(sshPrivate.label, label)
  // A certificate comes here only where its body cannot be had.
  const known = form !== undefined || ssh || pemCertificate.labels.some((one) => same(one, label))
  if (!known && label !== '') return unknown(block)
  if (!body.ok) return body
  return ssh ? readOpenSshKey(body.value, span, notices) : readDerForm(form!, body.value, span, notices)
}

function opening({ label, span: { from } }: PemBlock) {
  return { from, to: from + '-----BEGIN '.length + label.length + '-----'.length }
}

/** DSA in its own form (not PKCS #8), which no JWS algorithm uses. */
const DSA = { oid: '1.2.840.10040.4.1', name: 'id-dsa' }

function unknown(block: PemBlock): KeyReading {
  if (block.label === 'DSA PRIVATE KEY') return fail('key-algorithm-unknown', opening(block), DSA)
  const unread = unreadPem(block.label)
  return unread === null
    ? fail('pem-label-unknown', opening(block), { label: block.label })
    : fail('key-form-unread', opening(block), { ...unread })
}

/** Why there is no block with the label that was asked for. */
function other(block: PemBlock, expected: string): KeysReading {
  const unread = unreadPem(block.label)
  if (unread !== null) return fail('key-form-unread', opening(block), { ...unread })
  return fail('pem-label', opening(block), { expected, found: block.label })
}

/** A JSON object of certificates by key ID, as some issuers publish: each is a key of its own, and its name is the `kid`. */
function nameCertificates(
  text: string,
  certificates: readonly Result<Certificate, Fault<KeyFault>>[],
): KeysReading | null {
  if (certificates.length < 2 || !/^[\s\uFEFF]*\{/.test(text)) return null
  const sound = certificates.flatMap((reading) => (reading.ok ? [reading.value] : []))
  if (chainsOf(sound).length < sound.length) return null
  const names = certificates.map((reading) => (reading.ok ? nameBefore(text, reading.value.span.from) : null))
  if (names.some((name) => name === null)) return null
  const sets = certificates.map((reading) => gather([], [reading]))
  const keys = sets.flatMap((set, i) =>
    set.ok ? set.value.keys.map((key) => ({ ...key, jwk: { ...key.jwk, kid: names[i]! } })) : [],
  )
  const unread = sets.flatMap((set) => (set.ok ? set.value.unread : [set.fault]))
  return keys.length === 0
    ? null
    : { ok: true, value: { format: 'pem-certificate', keys, unread, notices: [] } }
}

/** The member name of the JSON string that begins at `at`. */
function nameBefore(text: string, at: number): string | null {
  return (
    /"([^"\\]{1,120})"[ \t\r\n]{0,9}:[ \t\r\n]{0,9}"$/.exec(text.slice(Math.max(0, at - 160), at))?.[1] ??
    null
  )
}
