import { algorithmOf } from '../../crypto/algorithms.ts'
import { pairsOf, servedBy, signatureLength } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'

const byLength: Readonly<Record<number, string>> = {
  32: 'HS256',
  48: 'HS384',
  64: 'HS512, ES256 or Ed25519',
  96: 'ES384',
  114: 'Ed448',
  132: 'ES512',
  2420: 'ML-DSA-44',
  3309: 'ML-DSA-65',
  4627: 'ML-DSA-87',
}

/** What the length of the signature tells, where the key's signatures have another. */
export const size: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest(evidence) {
    const { jws, keys, header } = evidence
    const [key] = keys?.keys ?? []
    if (jws === null || key === undefined || header.alg === null) return
    const [pair] = pairsOf(evidence)
    const found = jws.signature.length
    const expected =
      pair === undefined ? (algorithmOf(header.alg)?.signatureLength ?? 0) : signatureLength(pair)
    if (found === 0 || found === expected || expected === 0) return
    const needed = Math.ceil((expected * 8) / 6)
    const missing = needed - jws.signatureText.replaceAll(/[^\w-]/g, '').length
    const rsa =
      servedBy(key).some(({ kty }) => kty === 'RSA') && found >= 128 && found % 64 === 0 && found <= 1024
    const inDer = jws.signature[0] === 0x30 && jws.signature[1] === found - 2
    const as = inDer
      ? 'an ECDSA signature in DER'
      : rsa
        ? `RSA with ${8 * found} bits`
        : (byLength[found] ?? '')
    if (as === '' && missing > 0)
      yield {
        hint: diagnosis(
          'signature-cut',
          { count: missing, where: 'somewhere', expected, found },
          { at: jws.spans.signature },
        ),
      }
    else
      yield {
        hint: diagnosis(
          'signature-size',
          { found, expected, as, alg: header.alg, ...(rsa && { bits: key.bits }) },
          { at: jws.spans.signature },
        ),
      }
  },
}
