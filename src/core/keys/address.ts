/**
 * Addresses that keys may be fetched from. Such an address is all that is ever sent, so this is where it is cut down to
 * what a key server needs, and where what could be a secret in disguise is pointed out.
 */
import { type Fault, fail, ok, type Result } from '../text/result.ts'

export type AddressFault =
  | 'address-unreadable'
  /** `values.scheme` is neither https nor http. */
  | 'address-scheme'
  /** Plain http to another host than this machine. */
  | 'address-insecure'
  /** `values.limit` characters of host or path are exceeded. */
  | 'address-long'
  /** It has what looks like a token in it: `values.text`. */
  | 'address-token'

/** What of a text is never part of an address here. */
export type DroppedPart = 'userinfo' | 'query' | 'fragment'

export type AddressDoubt =
  /** Looks like random characters: an id of the server's, or a piece of a secret. */
  | 'random'
  /** A numeric host, which names nobody. */
  | 'numeric-host'
  /** A host in other than ASCII characters, which may look like another. */
  | 'punycode'
  /** Percent-encoded, and so not readable as it stands. */
  | 'encoded'

export interface Address {
  /** Scheme, host, port and path in the form that is sent. */
  readonly url: string
  /** Host and port. */
  readonly host: string
  readonly path: string
  readonly dropped: readonly DroppedPart[]
  /** What a person should look at before sending it, with the very characters. */
  readonly doubts: readonly { readonly code: AddressDoubt; readonly text: string }[]
}

const LONGEST_TEXT = 4096
const LONGEST_HOST = 128
const LONGEST_PATH = 256

/** Hosts that plain http may go to: this machine. */
const LOOPBACK = ['localhost', '127.0.0.1']

/**
 * Reads the address in `text`: https, or http to this machine, without user name, password, query and fragment, which
 * `dropped` names. What comes out, read again, is the same address.
 */
export function readAddress(text: string): Result<Address, Fault<AddressFault>> {
  const span = { from: 0, to: text.length }
  if (text.length > LONGEST_TEXT) return fail('address-long', span, { limit: LONGEST_TEXT })
  if (!URL.canParse(text)) return fail('address-unreadable', span)
  const { protocol, hostname, host, pathname, username, password, search, hash } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:')
    return fail('address-scheme', span, { scheme: protocol.slice(0, -1) })
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) return fail('address-insecure', span)
  // So that the address can stand between single quotes on a command line.
  const path = pathname.replaceAll("'", '%27')
  if (host.length > LONGEST_HOST) return fail('address-long', span, { limit: LONGEST_HOST })
  if (path.length > LONGEST_PATH) return fail('address-long', span, { limit: LONGEST_PATH })

  const runs = [...hostname.split('.'), ...wordsOf(path)]
  const token = runs.find((run) => /^eyJ[\w-]{5}/.test(run))
  if (token !== undefined) return fail('address-token', span, { text: token })

  const doubts: { code: AddressDoubt; text: string }[] = []
  if (/^[\d.]+$|^\[/.test(hostname) && !LOOPBACK.includes(hostname))
    doubts.push({ code: 'numeric-host', text: hostname })
  if (/(^|\.)xn--/.test(hostname)) doubts.push({ code: 'punycode', text: hostname })
  if (path.includes('%')) doubts.push({ code: 'encoded', text: path })
  for (const run of runs) if (looksRandom(run)) doubts.push({ code: 'random', text: run })

  const dropped: DroppedPart[] = []
  if (username !== '' || password !== '') dropped.push('userinfo')
  if (search !== '') dropped.push('query')
  if (hash !== '') dropped.push('fragment')
  return ok({ url: `${protocol}//${host}${path}`, host, path, dropped, doubts })
}

/** The runs of letters, digits, hyphens and underscores in a path, escapes undone where they stand for text. */
function wordsOf(path: string): string[] {
  let text = path
  try {
    text = decodeURIComponent(path)
  } catch {}
  return text.match(/[\w-]+/g) ?? []
}

const SHORTEST_RANDOM = 16
const MOST_CHANGES = 4

/** True where a run changes between digits, small and capital letters more often than words do. */
function looksRandom(run: string): boolean {
  if (run.length < SHORTEST_RANDOM) return false
  const kinds = run.replace(/[-_]/g, '').replace(/\d/g, '0').replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A')
  let changes = 0
  for (let i = 1; i < kinds.length; i++) if (kinds[i] !== kinds[i - 1]) changes++
  return changes > MOST_CHANGES || /^[\d-]+$/.test(run)
}
