import { readBase64url } from '../../text/base64url.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

/** Dots that were lost, or turned into something else. */
export const dots: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (evidence.jws !== null || text.length > LONGEST || !/^\s*["']?(?:ey|ew|e3)/.test(text)) return
    const separated = text.trim().replaceAll(/[^\w-]+/g, '.')
    const count = 3 - text.split('.').length
    yield* repaired(evidence, separated, { id: 'token-dots', values: { count }, offer: true })
    const parts = text.trim().split('.')
    if (parts.length > 2 || parts.includes('')) return
    const header = parts.length === 2 ? objectLength(parts[0]!) : objectLength(text)
    if (header === null) return
    const joined = parts.join('')
    const payload = objectLength(joined.slice(header))
    if (payload === null || joined.length === header + payload) return
    const token = [
      joined.slice(0, header),
      joined.slice(header, header + payload),
      joined.slice(header + payload),
    ].join('.')
    yield* repaired(evidence, token, { id: 'token-dots', values: { count }, offer: true })
  },
}

/** How many base64url characters encode the JSON object with which the text begins; null where it does not end. */
function objectLength(text: string): number | null {
  const { octets } = readBase64url(text, { from: 0, to: text.length })
  if (octets[0] !== 0x7b) return null
  let depth = 0
  let inString = false
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i]!
    if (inString) {
      if (octet === 0x5c) i++
      else if (octet === 0x22) inString = false
    } else if (octet === 0x22) inString = true
    else if (octet === 0x7b || octet === 0x5b) depth++
    else if (octet === 0x7d || octet === 0x5d) {
      if (--depth === 0) return Math.ceil(((i + 1) * 8) / 6)
    }
  }
  return null
}
