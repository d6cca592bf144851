import { curves, isCurveName, isOnCurve } from '../keys/curves.ts'
import { readBase64url } from '../text/base64url.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** Octets of the keys that ECDH-ES knows beside those on NIST curves (RFC 8037 section 3.2). */
const montgomery: Readonly<Record<string, number>> = { X25519: 32, X448: 56 }

/** An ephemeral key that is no point of its curve, by which a private key can be learnt bit by bit (RFC 8725 section 3.4). */
export function epkInvalid({ token, key }: Subject): Finding[] {
  const header = headerOf({ token })
  const epk = header.node('epk')
  if (epk === null) return []
  const at = header.at(epk)
  const member = (name: string) => {
    const node = header.memberOf(epk, name)
    return node === null ? null : header.textAt(node)
  }
  const octets = (name: string) => {
    const text = member(name) ?? ''
    const reading = readBase64url(text, { from: 0, to: text.length })
    return reading.faults.length > 0 ? new Uint8Array(0) : reading.octets
  }
  const crv = member('crv') ?? ''
  const wanted = key?.jwk.crv
  if (typeof wanted === 'string' && wanted !== crv)
    return [found('epk-invalid', 'error', at, { why: 'curve', crv, wanted })]
  if (Object.hasOwn(montgomery, crv)) {
    return octets('x').length === montgomery[crv]
      ? []
      : [found('epk-invalid', 'error', at, { why: 'point', crv })]
  }
  if (!isCurveName(crv)) return [found('epk-invalid', 'error', at, { why: 'unknown', crv })]
  const [x, y] = [octets('x'), octets('y')]
  const { size } = curves[crv]
  return x.length === size && y.length === size && isOnCurve(crv, x, y)
    ? []
    : [found('epk-invalid', 'error', at, { why: 'point', crv })]
}
