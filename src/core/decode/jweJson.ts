import { Kind, type NodeId } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { contentOf } from './content.ts'
import type { DecodeFault } from './fault.ts'
import { headerFaults } from './headerFaults.ts'
import { headerParameter, joseHeaderOf } from './joseHeader.ts'
import {
  firstItems,
  memberOf,
  repeatedMembers,
  sharedNames,
  spanOf,
  unprotectedHeader,
} from './jsonHeaders.ts'
import { absentSegment, type Placed, stringSegment } from './jsonString.ts'
import type { Content, Jwe, JweRecipient, Segment, SegmentName, UnprotectedHeader } from './token.ts'

/** The headers that all recipients share. */
interface Shared {
  readonly header: Segment
  readonly content: Content
  readonly unprotected: UnprotectedHeader | null
}

/** The JWE that a JSON object with `ciphertext` is (RFC 7516 sections 7.2.1 and 7.2.2). */
export function jweOf(placed: Placed, span: Span): Jwe {
  const { document } = placed
  const faults: Fault[] = repeatedMembers(placed)
  const known = faults as Fault<DecodeFault>[]
  const segment = (name: SegmentName): Segment => {
    const node = memberOf(placed, 0, name, Kind.string, known)
    const made = node === null ? absentSegment(name, span) : stringSegment(placed, node, name)
    if (name !== 'protected') faults.push(...made.faults)
    return made
  }
  const header = segment('protected')
  const content = contentOf(header.octets)
  if (memberValue(document, 0, 'protected') !== null) faults.push(...headerFaults(header, content))
  const unprotected = unprotectedHeader(placed, 0, 'unprotected', known)
  const shared = { header, content, unprotected }
  const general = memberValue(document, 0, 'recipients') !== null
  const recipients = general
    ? listed(placed, span, shared, known)
    : [recipientOf(placed, 0, span, shared, known)]
  if (memberValue(document, 0, 'ciphertext') === null) {
    known.push(fault('member-missing', span, { name: 'ciphertext' }))
  }
  for (const name of ['zip', 'crit']) {
    const open = [unprotected, ...recipients.map((recipient) => recipient.unprotected)].find(
      (other) => other !== null && headerParameter([other.content], name) !== undefined,
    )
    if (open != null) known.push(fault('header-not-protected', open.span, { name }))
  }
  const first = recipients[0]!
  const other = recipients.find((recipient) => recipient.header.enc !== first.header.enc)
  if (other !== undefined) {
    known.push(fault('header-differs', other.unprotected?.span ?? span, { name: 'enc' }))
  }
  const aad = memberValue(document, 0, 'aad') === null ? [] : [segment('aad')]
  const [iv, ciphertext, tag] = [segment('iv'), segment('ciphertext'), segment('tag')]
  return {
    kind: 'jwe',
    span,
    serialization: general ? 'general' : 'flattened',
    segments: [header, first.encryptedKey, iv, ciphertext, tag, ...aad],
    header: first.header,
    headerContent: content,
    payloadContent: null,
    unprotected,
    recipients,
    shown: 0,
    faults: faults.sort((a, b) => a.span.from - b.span.from),
  }
}

function listed(placed: Placed, span: Span, shared: Shared, faults: Fault<DecodeFault>[]): JweRecipient[] {
  const { document } = placed
  for (const name of ['header', 'encrypted_key']) {
    const node = memberValue(document, 0, name)
    if (node !== null) faults.push(fault('member-mixed', spanOf(placed, node), { name }))
  }
  const list = memberOf(placed, 0, 'recipients', Kind.array, faults)
  const recipients: JweRecipient[] = []
  for (const node of firstItems(placed, list, 'recipients', faults)) {
    if (document.kind[node] === Kind.object) recipients.push(recipientOf(placed, node, span, shared, faults))
    else faults.push(fault('member-type', spanOf(placed, node), { name: 'recipients', expected: 'object' }))
  }
  if (recipients.length > 0) return recipients
  if (list !== null && document.end[list] === list + 1) {
    faults.push(fault('member-empty', spanOf(placed, list), { name: 'recipients' }))
  }
  return [recipientOf(placed, null, span, shared, faults)]
}

/** Null for `object` makes a recipient of whom nothing is there. */
function recipientOf(
  placed: Placed,
  object: NodeId | null,
  span: Span,
  { header, content, unprotected: open }: Shared,
  faults: Fault<DecodeFault>[],
): JweRecipient {
  const node = object === null ? null : memberOf(placed, object, 'encrypted_key', Kind.string, faults)
  const encryptedKey =
    node === null ? absentSegment('encrypted_key', span) : stringSegment(placed, node, 'encrypted_key')
  faults.push(...(encryptedKey.faults as readonly Fault<DecodeFault>[]))
  const unprotected = object === null ? null : unprotectedHeader(placed, object, 'header', faults)
  const inTheOpen = [open, unprotected].filter((other) => other !== null)
  faults.push(...sharedNames([{ content, span: header.span }, ...inTheOpen]))
  if (content.kind === 'empty' && inTheOpen.length === 0) faults.push(fault('header-none', span))
  return {
    unprotected,
    header: joseHeaderOf(content, ...inTheOpen.map((other) => other.content)),
    encryptedKey,
  }
}
