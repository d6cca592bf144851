/** Words around fetching keys: what is asked for, why it is suggested, and where keys in the box came from. */
import type { AddressForm, Suggestion } from '../../core/keys/discovery.ts'
import { foreign } from './foreign.ts'

export const addressFormNames: Readonly<Record<AddressForm, string>> = {
  openid: 'OpenID issuer',
  oauth: 'OAuth issuer',
  keys: 'Key set',
}

export const addressLabels: Readonly<Record<AddressForm, string>> = {
  openid: 'Address of the issuer (OpenID Connect)',
  oauth: 'Address of the issuer (RFC 8414)',
  keys: 'Address of the key set (JWKS)',
}

export const suggestionWords: Readonly<Record<Suggestion['from'], string>> = {
  iss: 'From the token’s “iss” claim. Whoever made the token chose it.',
  jku: 'From the token’s “jku” header. Whoever made the token chose it: keys from there prove nothing unless you trust the host.',
  x5u: 'From the token’s “x5u” header. Whoever made the token chose it: a certificate from there proves nothing unless you trust the host.',
}

export const hostsDiffer = (asked: string, issuer: string): string =>
  `${foreign(asked)} is not the host of the token’s issuer, ${foreign(issuer)}.`

export const withoutDoor = {
  file: 'A page opened from a file cannot fetch, nor one in development. Do it in a terminal, and paste what comes into the Key box:',
  offline: 'You are offline. With a connection, this asks:',
} as const

export const twoSteps =
  'First the issuer’s metadata, then the keys that it names. Each address is shown and waits for a click of its own.'
export const oneStep = 'The address is shown once more and waits for your click. Nothing but it is sent.'

export const fetchedWords = (address: string): string => `Fetched from ${address}`

/** How the issuer that metadata names goes with the token's. */
export const agreementWords: Readonly<
  Record<'same' | 'but-slash' | 'different' | 'unknown', (metadata: string, token: string) => string>
> = {
  same: () => 'Its metadata names the same issuer as the token.',
  'but-slash': (metadata, token) =>
    `Its metadata names “${foreign(metadata)}”, the token “${foreign(token)}”: the slash at the end is a difference to strict libraries.`,
  different: (metadata, token) =>
    `Its metadata names the issuer “${foreign(metadata)}”, the token “${foreign(token)}”: these are keys of another issuer.`,
  unknown: () => '',
}
