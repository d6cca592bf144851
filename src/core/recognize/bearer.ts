import { bare } from './bare.ts'
import type { Found } from './found.ts'

/** At most this many characters may stand before the token: the header's name, a colon, the scheme. */
const PREFIX = /^\s{0,16}(?:authorization\s{0,8}:\s{0,8})?bearer\s{1,8}/i

/** `Authorization: Bearer …` or `Bearer …` (RFC 6750 section 2.1), in any case. */
export function bearer(text: string): Found | null {
  const prefix = PREFIX.exec(text.slice(0, 80))
  if (prefix === null) return null
  const start = prefix[0].length
  const rest = bare(text.slice(start))
  return (
    rest && {
      form: 'bearer',
      span: { from: start + rest.span.from, to: start + rest.span.to },
      name: 'Authorization',
    }
  )
}
