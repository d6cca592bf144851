/** Where an issuer publishes its keys, and what a token says of that. What a token says is a suggestion, no more. */
import { isObject } from '../decode/content.ts'
import type { Content, Token } from '../decode/token.ts'
import { Kind } from '../json/document.ts'
import { memberValue, stringValue } from '../json/read.ts'

/** What an address is: an issuer by OpenID Connect Discovery or by RFC 8414, or the keys themselves. */
export const addressForms = ['openid', 'oauth', 'keys'] as const
export type AddressForm = (typeof addressForms)[number]

const OPENID = '/.well-known/openid-configuration'
const OAUTH = '/.well-known/oauth-authorization-server'

/**
 * The address to ask first. For an issuer that is its metadata: OpenID Connect Discovery 1.0 section 4 puts the
 * well-known name after the issuer's path, RFC 8414 section 3.1 before it. An address that has one is left as it is.
 */
export function firstAddress(form: AddressForm, text: string): string {
  const trimmed = text.trim()
  if (form === 'keys' || trimmed.includes('/.well-known/') || !URL.canParse(trimmed)) return trimmed
  const url = new URL(trimmed)
  const path = url.pathname.replace(/\/$/, '')
  url.pathname = form === 'openid' ? `${path}${OPENID}` : `${OAUTH}${path}`
  return url.href
}

/** The issuer whose metadata stands at this address, null where it is no address of metadata. */
export function issuerOfMetadata(address: string): string | null {
  if (address.endsWith(OPENID)) return address.slice(0, -OPENID.length)
  return address.includes(OAUTH) ? address.replace(OAUTH, '') : null
}

/** Whether two issuers are the same but for a slash at the end. Strictly they must be the same to the character. */
export function sameIssuer(a: string, b: string): 'same' | 'but-slash' | 'different' {
  if (a === b) return 'same'
  return a.replace(/\/$/, '') === b.replace(/\/$/, '') ? 'but-slash' : 'different'
}

/** Something in a token that names a place where keys could be. */
export interface Suggestion {
  readonly form: AddressForm
  readonly text: string
  readonly from: 'jku' | 'x5u' | 'iss'
}

/** What the token names: its issuer first, whose keys are the ones to trust or not. None of it can be trusted: whoever made the token chose it. */
export function suggestionsOf(token: Token): Suggestion[] {
  const { headerContent } = token
  const issuer = issuerOf(token)
  const from = (['jku', 'x5u'] as const).flatMap((name): Suggestion[] => {
    const text = textMember(headerContent, name)
    return text === null ? [] : [{ form: 'keys', text, from: name }]
  })
  // Some issuers leave out the scheme.
  const written = issuer !== null && /^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(issuer) ? `https://${issuer}` : issuer
  return written !== null && /^https?:\/\//i.test(written)
    ? [{ form: 'openid', text: written, from: 'iss' }, ...from]
    : from
}

/** The `iss` claim, null where there is none or it is no string. */
export function issuerOf(token: Token): string | null {
  return 'payloadContent' in token && token.payloadContent !== null
    ? textMember(token.payloadContent, 'iss')
    : null
}

function textMember(content: Content, name: string): string | null {
  if (!isObject(content)) return null
  const node = memberValue(content.document, 0, name)
  return node !== null && content.document.kind[node] === Kind.string
    ? stringValue(content.document, node)
    : null
}
