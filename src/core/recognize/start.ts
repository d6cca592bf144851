import { readBase64url } from '../text/base64url.ts'
import { isBase64url, runEnd } from './characters.ts'

/** What may stand right before a token although it belongs to base64url: the end of an escape or of a colour code. */
const ESCAPE_BEFORE = /(?:[%=](?:25)?[0-9a-fA-F]{2}|\\[nrt]|\\u00[0-9a-fA-F]{2}|\[[0-9;]{1,12}m)$/

/** Characters of a header that are looked at. */
const SEEN = 12

/** Characters, at least, of the piece of a header that one is told by. */
const SHORTEST = 8

/** `{"` and `{ ` begin with ey, `{` before a line break or a tab with ew. */
const BEGINNING = /e(?:y[ABI-L]|w[0kop])[\w-]{5}/g
const BEGINS = /e(?:y[ABI-L]|w[0kop])/y

/**
 * The first offset from `from` on at which a token's header can begin: base64url of `{`, white space perhaps, then a
 * quote (RFC 7515 section 4 has the header be a JSON object); -1 where there is none.
 */
export function nextStart(text: string, from: number): number {
  BEGINNING.lastIndex = from
  while (BEGINNING.test(text)) {
    const at = BEGINNING.lastIndex - SHORTEST
    if (isStart(text, at)) return at
    BEGINNING.lastIndex = at + 3
  }
  return -1
}

/** Whether a JOSE header can begin at `at`. */
export function beginsHeader(text: string, at: number): boolean {
  BEGINS.lastIndex = at
  return BEGINS.test(text) && isStart(text, at)
}

/** What else must hold where the first three characters do. The commonest, `eyJ`, is `{"` and a letter: it is seldom met by chance. */
function isStart(text: string, at: number): boolean {
  if (text.charCodeAt(at + 2) === 0x4a) return true
  if (at > 0 && isBase64url(text.charCodeAt(at - 1))) {
    if (!ESCAPE_BEFORE.test(text.slice(Math.max(0, at - 16), at))) return false
  }
  return /^\{\s*(?:["}]|$)/.test(startOf(text, at, SEEN))
}

/** What is known of a header that begins at `at` from its first characters, at most `seen`. */
function startOf(text: string, at: number, seen: number): string {
  const end = runEnd(text.slice(at, at + seen), 0)
  const { octets } = readBase64url(text, { from: at, to: at + end - (end % 4) })
  return String.fromCharCode(...octets)
}

/** Whether the header of a Key Binding JWT (RFC 9901 section 4.3) stands at `at`, or its beginning. */
export function beginsKeyBinding(text: string, at: number): boolean {
  return startOf(text, at, 256).includes('"kb+jwt"')
}

/** Whether the characters from `from` to `to` and the dot behind them are all of a JOSE header. */
export function isHeader(text: string, from: number, to: number): boolean {
  return text[to] === '.' && /"alg"/.test(headerText(text.slice(from, to)) ?? '')
}

/** Longest header that is read to tell what kind of token it begins. */
const LONGEST = 16_384

const decoder = new TextDecoder()
/** Headers repeat: of all tokens that one issuer signs with one key, it is the same. */
let last = { characters: '', text: null as string | null }

/** The text of the header whose characters are these; null where it cannot be all of one. */
export function headerText(characters: string): string | null {
  if (characters !== last.characters) last = { characters, text: readHeader(characters) }
  return last.text
}

function readHeader(characters: string): string | null {
  if (characters.length > LONGEST) return null
  const { octets, faults } = readBase64url(characters, { from: 0, to: characters.length })
  if (faults.some(({ code }) => code === 'base64url-character')) return null
  const header = decoder.decode(octets).trim()
  return header.startsWith('{') && header.endsWith('}') ? header : null
}
