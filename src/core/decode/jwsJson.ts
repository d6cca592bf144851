import { Kind, type NodeId } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { contentOf } from './content.ts'
import type { DecodeFault } from './fault.ts'
import { headerFaults } from './headerFaults.ts'
import { joseHeaderOf } from './joseHeader.ts'
import {
  firstItems,
  memberOf,
  repeatedMembers,
  sharedNames,
  spanOf,
  unprotectedHeader,
} from './jsonHeaders.ts'
import { absentSegment, type Placed, plainStringSegment, stringSegment } from './jsonString.ts'
import type { Content, Jws, JwsSignature, Segment, Serialization } from './token.ts'

/** The JWS that a JSON object with `signature` or `signatures` is (RFC 7515 sections 7.2.1 and 7.2.2). */
export function jwsOf(placed: Placed, span: Span): Jws {
  const { document } = placed
  const faults: Fault[] = repeatedMembers(placed)
  const list = memberOf(placed, 0, 'signatures', Kind.array, faults as Fault<DecodeFault>[])
  const general = memberValue(document, 0, 'signatures') !== null
  const serialization: Serialization = general ? 'general' : 'flattened'
  if (general) faults.push(...mixed(placed, ['protected', 'header', 'signature']))
  const signatures: JwsSignature[] = []
  for (const node of firstItems(placed, list, 'signatures', faults as Fault<DecodeFault>[])) {
    if (document.kind[node] === Kind.object) signatures.push(signatureOf(placed, node, span, faults))
    else faults.push(fault('member-type', spanOf(placed, node), { name: 'signatures', expected: 'object' }))
  }
  if (list !== null && signatures.length === 0 && document.end[list] === list + 1) {
    faults.push(fault('member-empty', spanOf(placed, list), { name: 'signatures' }))
  }
  if (signatures.length === 0) signatures.push(signatureOf(placed, general ? null : 0, span, faults))
  const first = signatures[0]!
  const { segment: payload, content } = payloadOf(placed, span, signatures, faults)
  return {
    kind: 'jws',
    span,
    serialization,
    segments: [first.protected, payload, first.signature],
    header: first.header,
    headerContent: first.protectedContent,
    payloadContent: content,
    detached: payload.span.from === payload.span.to,
    signatures,
    shown: 0,
    faults: faults.sort((a, b) => a.span.from - b.span.from),
  }
}

/** Null for `object` makes a signature of which nothing is there. */
function signatureOf(placed: Placed, object: NodeId | null, span: Span, faults: Fault[]): JwsSignature {
  const known = faults as Fault<DecodeFault>[]
  const segment = (name: 'protected' | 'signature'): Segment => {
    const node = object === null ? null : memberOf(placed, object, name, Kind.string, known)
    return node === null ? absentSegment(name, span) : stringSegment(placed, node, name)
  }
  const header = segment('protected')
  const signature = segment('signature')
  const protectedContent = contentOf(header.octets)
  const unprotected = object === null ? null : unprotectedHeader(placed, object, 'header', known)
  if (object !== null) {
    const at = spanOf(placed, object)
    const has = (name: string) => memberValue(placed.document, object, name) !== null
    if (!has('signature')) known.push(fault('member-missing', at, { name: 'signature' }))
    if (has('protected')) faults.push(...headerFaults(header, protectedContent))
    else if (!has('header')) known.push(fault('header-none', at))
    faults.push(...signature.faults)
    if (unprotected !== null) {
      const shown = { content: protectedContent, span: header.span }
      faults.push(...sharedNames([shown, unprotected]))
    }
  }
  const contents = unprotected === null ? [] : [unprotected.content]
  return {
    protected: header,
    protectedContent,
    unprotected,
    header: joseHeaderOf(protectedContent, ...contents),
    signature,
  }
}

/** `b64` must be the same for all signatures (RFC 7797 section 3). */
function payloadOf(
  placed: Placed,
  span: Span,
  signatures: readonly JwsSignature[],
  faults: Fault[],
): { readonly segment: Segment; readonly content: Content } {
  const node = memberOf(placed, 0, 'payload', Kind.string, faults as Fault<DecodeFault>[])
  const { b64 } = signatures[0]!.header
  const other = signatures.find(({ header }) => header.b64 !== b64)
  if (other !== undefined) faults.push(fault('header-differs', other.protected.span, { name: 'b64' }))
  const segment =
    node === null
      ? absentSegment('payload', span)
      : b64
        ? stringSegment(placed, node, 'payload')
        : plainStringSegment(placed, node)
  faults.push(...segment.faults)
  return { segment, content: contentOf(segment.octets) }
}

/** Members of the flattened form beside those of the general one (RFC 7515 section 7.2.2). */
function mixed(placed: Placed, names: readonly string[]): Fault<DecodeFault>[] {
  return names.flatMap((name) => {
    const node = memberValue(placed.document, 0, name)
    return node === null ? [] : [fault('member-mixed', spanOf(placed, node), { name })]
  })
}
