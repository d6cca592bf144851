/** Tokens in the page's own address: taken in, and the address cleared at once. */
import type { LinkNotice } from './messages.ts'

/** Parameters that are taken in. */
const TOKENS = ['token', 'jwt', 'id_token', 'access_token', 'value', 'refresh_token', 'vp_token', 'response']
/** Parameters that carry a key in links of other inspectors: whoever made the link would choose what verifies. */
const KEYS = ['key', 'secret', 'publicKey', 'public_key', 'privateKey', 'jwk', 'jwks']

export interface LinkText {
  readonly text: string
  readonly notices: readonly LinkNotice[]
}

/**
 * The token text that is in the fragment or the query of an address, and the address without it; null where there is none.
 * One token comes alone; of several, or beside other parameters, all are kept as they stand, so that they can be named.
 */
export function takeLink({
  hash,
  search,
}: Pick<Location, 'hash' | 'search'>): (LinkText & { rest: string }) | null {
  // Older links put a path before the parameters: `#debugger-io?token=`. Some have the token alone.
  const fragment = hash
    .slice(1)
    .replace(/^[\w/-]{0,40}\?/, '')
    .replace(/^(?=ey[\w-]+\.)/, 'token=')
  const inFragment = paramsOf(fragment)
  const inQuery = paramsOf(search.slice(1))
  const notices: LinkNotice[] = []
  const isToken = ([name]: Param) => TOKENS.includes(name)
  const isKey = ([name]: Param) => KEYS.includes(name)
  const fromQuery = inQuery.some(isToken)
  if (!inFragment.some(isToken) && !fromQuery) {
    // A key that comes without a token is not kept in the address either.
    if (![...inFragment, ...inQuery].some(isKey)) return null
    return { text: '', notices: ['link-key'], rest: inQuery.some(isKey) ? '' : search }
  }
  const all = [...(fromQuery ? inQuery : []), ...(inFragment.some(isToken) ? inFragment : [])]
  const kept = all.filter((param) => !isKey(param))
  if (kept.length < all.length || [...inFragment, ...inQuery].some(isKey)) notices.push('link-key')
  notices.push(fromQuery ? 'link-query' : 'link-history')
  const [only] = kept
  const text = kept.length === 1 ? only![1] : kept.map(([name, , raw]) => `${name}=${raw}`).join('&')
  return { text, notices, rest: fromQuery || inQuery.some(isKey) ? '' : search }
}

/** Name, decoded value and the value as written. */
type Param = readonly [name: string, value: string, raw: string]

function paramsOf(text: string): Param[] {
  return text
    .split('&')
    .filter((part) => part.includes('='))
    .map((part) => {
      const at = part.indexOf('=')
      const raw = part.slice(at + 1)
      return [part.slice(0, at), decoded(raw), raw]
    })
}

/** A plus sign is no space here: it is a fault in a token, to be shown as such. */
function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
