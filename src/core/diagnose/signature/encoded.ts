import { hexInBase64url } from '../../keys/secretHex.ts'
import { readBase64url } from '../../text/base64url.ts'
import { pairsOf, signatureLength } from '../algorithms.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { withOctets } from './ecdsa.ts'

const decoder = new TextDecoder()

/** The signature was encoded twice, or in hexadecimal: functions that give text by default, and shell scripts. */
export const encoded: Hypothesis = {
  topic: 'signature encodings',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null || jws.signatureText.length > 20_000) return
    for (const pair of pairsOf(evidence)) {
      const length = signatureLength(pair)
      for (const text of [jws.signatureText, decoder.decode(jws.signature).trim()]) {
        for (const [encoding, octets] of [
          ['hex', fromBase64(hexInBase64url(text))],
          ['base64', fromBase64(text)],
        ] as const) {
          if (octets?.length !== length) continue
          if (text === jws.signatureText && encoding === 'base64') continue
          yield withOctets(evidence, jws, pair, octets, 'signature-encoded', { encoding })
        }
      }
    }
  },
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w+/=\s-]+$/.test(text)) return null
  return readBase64url(text, { from: 0, to: text.length }).octets
}
