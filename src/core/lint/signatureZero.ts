import { type Finding, found, type Subject } from './finding.ts'
import { signedWith } from './signature.ts'

/** Orders of the curves (SP 800-186 section 3.2.1, SEC 2 section 2.4.1), in hexadecimal. */
const orders: Readonly<Record<string, string>> = {
  'P-256': 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  secp256k1: 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141',
  'P-384': 'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  'P-521':
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
}

/** An ECDSA signature whose r or s is 0 or not below the curve's order: a broken verifier takes it for good (CVE-2022-21449). */
export function signatureZero({ token }: Subject): Finding[] {
  const signed = signedWith(token)
  const order = orders[signed?.algorithm.crv ?? '']
  if (signed === null || order === undefined) return []
  const { segment, algorithm } = signed
  if (segment.octets.length !== algorithm.signatureLength) return []
  const half = segment.octets.length / 2
  const odd = (['r', 's'] as const).filter((_, i) => {
    const hex = Array.from(segment.octets.subarray(i * half, (i + 1) * half), (octet) =>
      octet.toString(16).padStart(2, '0'),
    ).join('')
    // Both have the same number of digits, so text order is number order.
    return /^0*$/.test(hex) || hex >= order
  })
  return odd.length === 0
    ? []
    : [found('signature-zero', 'error', [segment.span], { which: odd.join(' and ') })]
}
