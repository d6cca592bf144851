import { fail, fault } from '../text/result.ts'
import { characterAt, isSpace } from './base64.ts'
import { single } from './gather.ts'
import type { KeyReader } from './material.ts'
import { keyInside, secret } from './secret.ts'

/** A secret in hexadecimal (RFC 4648 section 8), either case, with white space or colons between. Only on request. */
export const secretHex: KeyReader = {
  format: 'secret-hex',
  detects: () => false,
  read(text) {
    const whole = { from: 0, to: text.length }
    const octets = new Uint8Array(text.length >> 1)
    let digits = 0
    let spaces = 0
    let colons = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const digit = digitOf(code)
      if (digit >= 0) {
        octets[digits >> 1] = (octets[digits >> 1]! << 4) | digit
        digits++
      } else if (isSpace(code)) {
        spaces++
      } else if (code === 0x3a) {
        colons++
      } else {
        return fail('secret-hex-character', ...characterAt(text, i))
      }
    }
    if (digits % 2 === 1) return fail('secret-hex-length', whole, { count: digits })
    const read = octets.subarray(0, digits >> 1)
    const notices = keyInside(read, text)
    if (spaces > 0) notices.push(fault('secret-space-ignored', whole, { count: spaces }))
    if (colons > 0) notices.push(fault('secret-colon-ignored', whole, { count: colons }))
    return single(secret('secret-hex', text, read, notices))
  },
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The octets of hexadecimal text in base64url; '' for any other text. */
export function hexInBase64url(text: string): string {
  const reading = secretHex.read(text)
  return reading instanceof Promise || !reading.ok ? '' : reading.value.keys[0]!.jwk.k!
}
