import { type JsonDocument, Kind, type NodeId } from '../json/document.ts'
import { stringValue } from '../json/read.ts'
import { writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fail, fault, ok } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { readBase64 } from './base64.ts'
import type { Certificate } from './certificate.ts'
import { chainsOf } from './chain.ts'
import { type CurveName, curves, isCurveName, isOnCurve } from './curves.ts'
import type { KeyFault } from './fault.ts'
import { certifiedKey, identity } from './gather.ts'
import { Members, readDescription, readPrivateMembers } from './jwkMembers.ts'
import { type AkpAlg, akpLengths, type OkpCurve, okpCurves } from './keyAlgorithm.ts'
import type { KeyMaterial, KeyReading } from './material.ts'
import { certificateOf } from './pemCertificate.ts'
import { akpKey, ecKey, okpKey, type PublicKey, rsaKey } from './publicKey.ts'

/** Certificates that are read of one `x5c`. */
const MOST_CERTIFICATES = 20

/**
 * A JSON Web Key (RFC 7517): what is kept of it is in {@link KeyMaterial}; unknown members are passed over. A key may be
 * in its certificate alone (`x5c`, section 4.7).
 */
export async function readJwk(
  document: JsonDocument,
  object: NodeId,
  spanIn: (at: Span) => Span,
): Promise<KeyReading> {
  const members = new Members(document, object, spanIn)
  const span = members.span(object)
  if (document.kind[object] !== Kind.object) return fail('jwk-not-object', span)
  const bare =
    members.find('x5c') !== null && ['n', 'x', 'pub', 'k'].every((name) => members.find(name) === null)
  const key = bare ? null : readKeyMembers(members)
  const description = readDescription(members)
  const privateMembers = key === null || key.jwk.kty === 'oct' ? null : readPrivateMembers(members)
  for (const repeated of document.duplicates) {
    if (document.parent[repeated] !== object) continue
    const name = stringValue(document, repeated)
    members.notices.push(fault('jwk-duplicate-member', members.span(repeated), { name }))
  }
  if ((key === null && !bare) || members.fault !== null) return { ok: false, fault: members.fault! }
  const certificates = await readChain(members, bare)
  if (bare) {
    const reading = members.fault === null ? certifiedKey('jwk', certificates) : null
    if (reading?.ok !== true) return reading ?? { ok: false, fault: members.fault! }
    const { jwk } = reading.value
    const kty = members.optional('kty')
    if (kty !== null && kty !== jwk.kty) {
      members.notices.push(fault('jwk-x5c-other', members.span(members.nodeOf('kty'))))
    }
    return ok({ ...reading.value, span, jwk: { ...description, ...jwk }, notices: members.notices })
  }
  const jwk = { ...description, ...key!.jwk }
  const certified = certificates[0]?.key ?? null
  if (certified !== null && identity(certified.jwk) !== identity(jwk)) {
    members.notices.push(fault('jwk-x5c-other', members.span(members.nodeOf('x5c'))))
  }
  return ok({
    format: 'jwk',
    span,
    jwk,
    privateJwk: privateMembers && { ...jwk, ...privateMembers },
    fromPrivate: privateMembers !== null,
    algs: null,
    bits: key!.bits,
    notices: members.notices,
    certificates,
  } satisfies KeyMaterial)
}

/** The certificates of `x5c`; what cannot be read is a fault where the key is in them, and else a notice. */
async function readChain(members: Members, needed: boolean): Promise<readonly Certificate[]> {
  const node = members.find('x5c')
  if (node === null) return []
  const { document } = members
  const strings = new Members(document, members.object, (at) => at).strings('x5c')
  const refuse = (reason: Fault<KeyFault>) => {
    if (needed) members.fault ??= reason
    else members.notices.push(fault('jwk-x5c-unread', reason.span))
    return []
  }
  if (strings === null || strings.length === 0) {
    const values = { member: 'x5c', expected: 'array of strings' }
    return refuse(fault('jwk-member-type', members.span(node), values))
  }
  const certificates: Certificate[] = []
  for (const item of strings.slice(0, MOST_CERTIFICATES)) {
    const text = stringValue(document, item)
    const body = readBase64(text, { from: 0, to: text.length }, 'base64')
    const reading = body.ok ? await certificateOf(body.value, members.span(item)) : body
    if (!reading.ok) return refuse({ ...reading.fault, span: members.span(item) })
    certificates.push(reading.value)
  }
  const [chain] = chainsOf(certificates)
  const inOrder = chain?.certificates[0] === certificates[0] && chain!.notices.length === 0
  if (!inOrder) members.notices.push(fault('certificate-order', members.span(node)))
  compareThumbprints(members, certificates[0]!)
  return certificates
}

/** `x5t` and `x5t#S256` are of the first certificate (RFC 7517 sections 4.8 and 4.9). */
function compareThumbprints(members: Members, { sha1, sha256 }: Certificate): void {
  for (const [name, actual] of [
    ['x5t', sha1],
    ['x5t#S256', sha256],
  ] as const) {
    const node = members.find(name)
    if (node === null || actual === null || members.document.kind[node] !== Kind.string) continue
    if (stringValue(members.document, node) === actual) continue
    members.notices.push(fault('jwk-x5t-other', members.span(node), { member: name }))
  }
}

/** The members that are the key (RFC 7518 section 6); null after a fault. */
function readKeyMembers(members: Members): PublicKey | null {
  const kty = members.optional('kty')
  switch (kty) {
    case 'oct': {
      const octets = members.octets('k', kty)
      return { jwk: { kty, k: writeBase64url(octets) }, bits: 8 * octets.length }
    }
    case 'RSA':
      return rsaKey(members.number('n', kty), members.number('e', kty))
    case 'EC': {
      const crv = members.required('crv', kty)
      if (!isCurveName(crv)) return members.refuse('jwk-crv-unknown', members.nodeOf('crv'), { kty, crv })
      return readCoordinates(members, crv)
    }
    case 'OKP': {
      const crv = members.required('crv', kty)
      if (!Object.hasOwn(okpCurves, crv)) {
        return members.refuse('jwk-crv-unknown', members.nodeOf('crv'), { kty, crv })
      }
      const name = crv as OkpCurve
      return okpKey(name, members.sized('x', kty, okpCurves[name].size))
    }
    case 'AKP': {
      const alg = members.required('alg', kty)
      if (!Object.hasOwn(akpLengths, alg))
        return members.refuse('jwk-akp-alg', members.nodeOf('alg'), { alg })
      return akpKey(alg as AkpAlg, members.sized('pub', kty, akpLengths[alg as AkpAlg]))
    }
    case null:
      return members.refuse('jwk-member-missing', members.object, { member: 'kty', kty: '' })
    default:
      return members.refuse('jwk-kty-unknown', members.nodeOf('kty'), { kty })
  }
}

function readCoordinates(members: Members, crv: CurveName): PublicKey | null {
  const { size } = curves[crv]
  const [x, y] = [members.sized('x', 'EC', size), members.sized('y', 'EC', size)]
  if (members.fault === null && !isOnCurve(crv, x, y)) {
    return members.refuse('key-point-off-curve', members.nodeOf('x'), { curve: crv })
  }
  return ecKey(crv, x, y)
}
