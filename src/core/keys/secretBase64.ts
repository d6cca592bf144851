import { fault } from '../text/result.ts'
import { readBase64 } from './base64.ts'
import { single } from './gather.ts'
import type { KeyReader } from './material.ts'
import { keyInside, secret } from './secret.ts'

/** A secret in base64 (RFC 4648 section 4). Only on request: see {@link secretUtf8}. */
export const secretBase64 = encodedSecret('base64')

/** A secret in base64url (RFC 4648 section 5), padded or not. Only on request. */
export const secretBase64url = encodedSecret('base64url')

function encodedSecret(alphabet: 'base64' | 'base64url'): KeyReader {
  const format = `secret-${alphabet}` as const
  return {
    format,
    detects: () => false,
    read(text) {
      const whole = { from: 0, to: text.length }
      const reading = readBase64(text, whole, alphabet)
      if (!reading.ok) return reading
      const { octets, spaces, spareBits } = reading.value
      const notices = keyInside(octets, text)
      if (spaces > 0) notices.push(fault('secret-space-ignored', whole, { count: spaces }))
      if (spareBits) notices.push(fault('base64-spare-bits', whole))
      return single(secret(format, text, octets, notices))
    },
  }
}
