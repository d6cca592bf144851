import type { Inspection } from '../../core/inspect.ts'
import type { FormId, Found } from '../../core/recognize/found.ts'
import { foreign } from './foreign.ts'

/** Where a token was found, after “a token”. */
const forms: Readonly<Record<FormId, string>> = {
  bare: '',
  quoted: ', in quotes',
  serialization: ', in JSON serialization',
  authorization: ', from an Authorization header',
  har: ', from a HAR file',
  command: ', from a command line',
  http: ', from an HTTP message',
  cookie: ', from a cookie',
  'token-response': ', from the answer of a token endpoint',
  'json-log': ', from a JSON log',
  json: ', from JSON',
  url: ', from an address',
  parameter: ', from the parameters of an address or a form',
  assignment: ', from an assignment',
  text: ', from other text',
}

/** Kinds of token in a list. */
export const kindNames = { jws: 'JWS', jwe: 'JWE', 'sd-jwt': 'SD-JWT', undecodable: 'broken' } as const

/** More names are not told in a sentence. */
const NAMED = 8

/** One sentence on what was found in the box, and others on how it was read and what was left out. */
export function recognizedText(inspection: Inspection): string {
  const { text, found, selected, token } = inspection
  const chosen = found[selected]
  if (chosen === undefined || token === null) {
    if (text === '') return 'Paste a token, or take a sample.'
    return /\S/.test(text)
      ? `No token in these ${number(text.length)} characters.`
      : 'Only white space so far.'
  }
  if (found.length > 1) {
    const more = !inspection.isFull ? '' : ' More may follow: this is the most that is looked for.'
    return `${number(found.length)} tokens${alike(found)}.${more}${ignoredText(inspection)}${readingText(chosen)}`
  }
  const typ = token.header.typ === null ? '' : `, typ ${foreign(token.header.typ)}`
  const named = chosen.name === null || chosen.form === 'authorization' ? '' : ` (${foreign(chosen.name)})`
  const where = `${forms[chosen.form]}${named}`
  const rest = `${ignoredText(inspection)}${readingText(chosen)}`
  if (token.kind === 'jws') return `A signed token (JWS)${where}${typ}.${rest}`
  if (token.kind === 'sd-jwt') {
    const kind = token.keyBinding === null ? 'An SD-JWT' : 'An SD-JWT with key binding (SD-JWT+KB)'
    return `${kind}${where}${typ}.${rest}`
  }
  if (token.kind === 'jwe') return `An encrypted token (JWE)${where}.${rest}`
  if (chosen.cut !== null) return `A token that is cut short${where}.${rest}`
  if (token.header.alg !== null) return `A damaged token${where}.${rest}`
  return `No token recognized.${nearMiss(text.slice(chosen.span.from, chosen.span.from + 40))}`
}

/** How a token is named in a list: by its place, else by its line. */
export function foundName(found: Found): string {
  return found.name === null ? `line ${number(found.line)}` : foreign(found.name)
}

/** Where it stands: the request that it belongs to, and its line. */
export function foundPlace({ request, line }: Found): string {
  return `${request === null ? '' : `${foreign(request)}, `}line ${number(line)}`
}

/** The form, where all have the same; only the first are looked at. */
function alike(found: readonly Found[]): string {
  const first = found[0]!.form
  return first !== 'text' && found.slice(0, 100).every(({ form }) => form === first) ? forms[first] : ''
}

function ignoredText({ text, found, ignored }: Inspection): string {
  let around = text.length
  for (const { span } of found) around -= span.to - span.from
  if (around <= 0) return ''
  const them = found.length > 1 ? 'them' : 'it'
  if (ignored.length > 0) {
    const more = ignored.length > NAMED ? ' and more' : ''
    const opaque = ignored.filter((name) => /token$|assertion$|^access$|^refresh$/.test(name))
    const note = opaque.length === 0 ? '' : ` ${list(opaque)}: no JWT.`
    return ` Ignored beside ${them}: ${list(ignored.slice(0, NAMED))}${more}.${note}`
  }
  return ` ${number(around)} character${around === 1 ? '' : 's'} around ${them} ignored.`
}

const aparts = {
  encoded: ' It stands in base64 once more, which was decoded.',
  chunked: ' It is put together of several cookies.',
  joined: ' It is put together of several strings.',
}

function readingText({ reading }: Found): string {
  if (reading === null) return ''
  const apart = reading.apart === undefined ? '' : aparts[reading.apart]
  const breaks = reading.wrapped ? ' Its line breaks are left out.' : ''
  const escapes = reading.escaped ? ' Its escaped characters are read as what they stand for.' : ''
  return apart + breaks + escapes
}

function list(names: readonly string[]): string {
  return names.map(foreign).join(', ')
}

function number(count: number): string {
  return count.toLocaleString('en')
}

/** What other thing it looks like. */
function nearMiss(start: string): string {
  if (start.startsWith('-----BEGIN')) return ' This looks like a key: it belongs in the Key box.'
  if (start.startsWith('{')) return ' This looks like JSON; a compact token begins with ey.'
  return ''
}
