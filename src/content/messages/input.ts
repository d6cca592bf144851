import type { Inspection } from '../../core/inspect.ts'
import { foreign } from './foreign.ts'

const forms = {
  bare: '',
  quoted: ', in quotes',
  bearer: ', from an Authorization header',
} as const

/** One sentence on what was found in the box. */
export function recognizedText({ text, found: all, selected, token }: Inspection): string {
  const found = all[selected]
  if (found === undefined || token === null)
    return text === '' ? 'Paste a token, or take a sample.' : 'Only white space so far.'
  const around = text.length - (found.span.to - found.span.from)
  const ignored = around > 0 ? ` ${around} character${around === 1 ? '' : 's'} around it ignored.` : ''
  if (token.kind === 'jws') {
    const typ = token.header.typ === null ? '' : `, typ ${foreign(token.header.typ)}`
    return `A signed token (JWS)${forms[found.form]}${typ}.${ignored}`
  }
  if (token.kind === 'sd-jwt') {
    const typ = token.header.typ === null ? '' : `, typ ${foreign(token.header.typ)}`
    const kind = token.keyBinding === null ? 'An SD-JWT' : 'An SD-JWT with key binding (SD-JWT+KB)'
    return `${kind}${forms[found.form]}${typ}.${ignored}`
  }
  if (token.kind === 'jwe') return `An encrypted token (JWE)${forms[found.form]}.${ignored}`
  return `No token recognized.${nearMiss(text.slice(found.span.from, found.span.from + 40))}`
}

/** What other thing it looks like. */
function nearMiss(start: string): string {
  if (start.startsWith('-----BEGIN')) return ' This looks like a key: it belongs in the Key box.'
  if (start.startsWith('{')) return ' This looks like JSON; a compact token begins with ey.'
  return ''
}
