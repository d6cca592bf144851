/** What was pasted beside a token, as far as a token can be held against it; null where it is not there. */
export interface Beside {
  readonly method: string | null
  /** The address of the request; it begins with `//` where the paste does not tell the scheme. */
  readonly uri: string | null
  /** As it was sent, whether it is a JWT or opaque. */
  readonly accessToken: string | null
  readonly code: string | null
  readonly state: string | null
  /** Of an authorization request. */
  readonly nonce: string | null
  /** Of the server's `DPoP-Nonce` (RFC 9449 section 8). */
  readonly dpopNonce: string | null
}

/** Nobody pastes more than this around a token to have it compared. */
const MOST = 1_000_000

/** Reads the surroundings of a token: a request, raw or as a command, a redirect, a token endpoint's answer. Linear. */
export function besideOf(whole: string): Beside {
  // A browser's command for Windows has a caret before each quotation mark.
  const text = whole.slice(0, MOST).replaceAll('^"', '"')
  const request = rawRequest(text) ?? command(text)
  return {
    method: request?.method ?? null,
    uri: request?.uri ?? null,
    accessToken:
      /\bauthorization["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?:dpop|bearer)[ \t]+([\w.~+/-]+=*)/i.exec(
        text,
      )?.[1] ?? named(text, 'access_token'),
    code: named(text, 'code'),
    state: named(text, 'state'),
    nonce: named(text, 'nonce'),
    dpopNonce: /\bdpop-nonce["']?[ \t]{0,8}[:=][ \t]{0,8}["']?([^\s"',]+)/i.exec(text)?.[1] ?? null,
  }
}

/** A parameter of a query, fragment or form, or a member of JSON. */
function named(text: string, name: string): string | null {
  const parameter = new RegExp(`(?:^|[?&#\\s"'])${name}=([^&\\s#"']+)`).exec(text)?.[1]
  if (parameter !== undefined) {
    try {
      return decodeURIComponent(parameter.replaceAll('+', ' '))
    } catch {
      return parameter
    }
  }
  return new RegExp(`"${name}"\\s{0,20}:\\s{0,20}"([^"\\\\]+)"`).exec(text)?.[1] ?? null
}

interface Request {
  readonly method: string
  readonly uri: string
}

/** `GET /path HTTP/1.1` with its `Host` (RFC 9112 section 3). */
function rawRequest(text: string): Request | null {
  const line = /^[ \t>]*([A-Z]{3,16}) (\S{1,8000}) HTTP\/\d/m.exec(text)
  if (line === null) return null
  const [, method = '', target = ''] = line
  if (/^https?:/i.test(target)) return { method, uri: target }
  const host = /^[ \t>]*host:[ \t]*(\S{1,300})/im.exec(text.slice(line.index))?.[1]
  return host === undefined ? null : { method, uri: `//${host}${target}` }
}

/** Options that take the word after them, so that this is not the address; of the short ones those of wget and HTTPie. */
const VALUED =
  /^(?:-[oeT]|--(?:header|data(?:-raw|-binary|-urlencode|-ascii)?|json|form|user-agent|referer|cookie|user|output|max-time|proxy|cert|upload-file|post-data|body-data))$/

/** Short options of curl in one word: switches, then perhaps one that takes the rest of the word, or else the next word. */
const CLUSTER = /^-([^-AbcCdDeEFHKmoPQrtTuUwxXyYz]*)([^-]?)(.*)$/s

/** A curl, wget or HTTPie command: its method and address. */
function command(text: string): Request | null {
  const start = /(?:^|[\s;&|`$(])(curl(?:\.exe)?|wget|https?|xh)\s/.exec(text)
  if (start === null) return null
  const tool = start[1]!
  const words = wordsOf(text, start.index + start[0].length)
  let method: string | null = null
  let implied = 'GET'
  let uri: string | null = null
  let get = false
  for (let i = 0; i < words.length; i++) {
    let word = words[i]!
    const [, switches = '', valued = '', value = ''] = (tool.startsWith('curl') && CLUSTER.exec(word)) || []
    if (switches.includes('I')) implied = 'HEAD'
    if (switches.includes('G')) get = true
    if (valued !== '') {
      word = `-${valued}`
      if (value !== '') words.splice(i + 1, 0, value)
    }
    const chosen = /^--(?:request|method)=(.+)$/.exec(word)?.[1]
    if (chosen !== undefined) method = chosen
    else if (word === '-X' || word === '--request' || word === '--method') method = words[++i] ?? null
    else if (word === '--url') uri = words[++i] ?? null
    else if (word === '--head') implied = 'HEAD'
    else if (word === '--get') get = true
    else {
      if (/^(?:-d|-F|--data|--json|--form|--post-)/.test(word)) implied = 'POST'
      if (/^(?:-T|--upload-file)/.test(word)) implied = 'PUT'
      if (valued !== '' || VALUED.test(word)) i++
      else if (uri === null && /^https?:\/\//i.test(word)) uri = word
      else if (tool.startsWith('http') || tool === 'xh') {
        if (/^[A-Z]{3,16}$/.test(word)) method = word
        else if (uri === null && /^[\w.-]+\.[a-z]+(?:[:/]|$)/i.test(word))
          uri = `${tool === 'https' ? 'https:' : ''}//${word}`
        else if (/^[\w-]+:?=/.test(word)) implied = 'POST'
      }
    }
  }
  if (uri === null) return null
  return { method: (method ?? (get && implied === 'POST' ? 'GET' : implied)).toUpperCase(), uri }
}

/** More words than any command has. */
const MAX_WORDS = 500

/** The words of a shell command, quotes undone, to the end of its last line. */
function wordsOf(text: string, from: number): string[] {
  const words: string[] = []
  let word = ''
  let begun = false
  let quote = ''
  const end = () => {
    if (begun) words.push(word)
    word = ''
    begun = false
  }
  for (let i = from; i < text.length && words.length < MAX_WORDS; i++) {
    const character = text[i]!
    if (quote !== '') {
      if (character === quote) quote = ''
      else if (character === '\\' && quote === '"') word += text[++i] ?? ''
      else word += character
    } else if (/["']/.test(character)) {
      quote = character
      begun = true
    } else if (/[\\^`]/.test(character)) {
      // At the end of a line each shell has its own sign for more to come.
      const next = /^\r?\n/.exec(text.slice(i + 1, i + 3))?.[0]
      if (next !== undefined) {
        end()
        i += next.length
      } else if (character === '\\') word += text[++i] ?? ''
      else word += character
    } else if (/[\n;|]/.test(character)) break
    else if (/\s/.test(character)) end()
    else {
      word += character
      begun = true
    }
  }
  end()
  return words
}
