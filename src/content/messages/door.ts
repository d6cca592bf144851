/** Words of the network door: before a request, and for each way in which one can fail. */
import type { AddressDoubt, AddressFault, DroppedPart } from '../../core/keys/address.ts'
import type { Fault } from '../../core/text/result.ts'
import { foreign } from './foreign.ts'

export const addressFaultWords: Readonly<Record<AddressFault, (values: Fault['values']) => string>> = {
  'address-unreadable': () => 'No address: it begins with https:// and a host name.',
  'address-scheme': ({ scheme }) => `Keys are fetched by https, not by “${foreign(scheme)}”.`,
  'address-insecure': () =>
    'Plain http is only for this machine (localhost, 127.0.0.1): on the way, anybody could put other keys in. Use https.',
  'address-long': ({ limit }) => `Too long: host or path has more than ${limit} characters.`,
  'address-token': ({ text }) =>
    `“${foreign(text)}” looks like a token. It is not sent anywhere; take it out of the address.`,
}

export const addressDoubtWords: Readonly<Record<AddressDoubt, (text: string) => string>> = {
  random: (text) =>
    `“${text}” looks random: an id of the server’s, or a piece of a secret? Send it only if you know it.`,
  'numeric-host': (text) => `${text} is a number, not a name: it does not say whose server it is.`,
  punycode: (text) => `${text} stands for a name in other letters, which may look like one that you know.`,
  encoded: () => 'The path has encoded characters, which cannot be read as they stand.',
}

const droppedWords: Readonly<Record<DroppedPart, string>> = {
  userinfo: 'user name and password',
  query: 'the query (from “?” on)',
  fragment: 'the fragment (from “#” on)',
}

export const droppedText = (parts: readonly DroppedPart[]): string =>
  `Left out, and not sent: ${parts.map((part) => droppedWords[part]).join(', ')}.`

export const firstLead =
  'Nothing has been sent yet. One click asks this address, and sends nothing else: no token, no key, no cookie.'

export const askedLead = 'This address has been asked. Nothing else was sent.'

/** A command that fetches the same, for a terminal. */
export function curlLine(address: string): string {
  return `curl -sS --max-time 10 '${address}'`
}

export const failureWords = {
  offline: 'You are offline.',
  unreadable:
    'No answer that a page may read. Either the server answers but does not allow other pages to read it (CORS), or it cannot be reached, refuses, or has no valid certificate. A browser tells neither from the other.',
  cors: 'The server answers, but does not allow other pages to read it (CORS refused, or a redirect that does not). Nothing is wrong with the address.',
  unreachable:
    'The server cannot be reached: no such host, nothing listens there, or its certificate is not valid (TLS).',
  redirect:
    'The server redirects to another address, which is not followed: it would be one that you have not seen. Find out where it leads, and give that address.',
  timeout: 'No answer within 10 seconds.',
  'too-large': 'The answer is larger than 1 MB: no key set is.',
  'not-utf8': 'The answer is no text.',
  'not-json': 'The answer is not JSON.',
  html: 'The answer is a web page (HTML), not JSON. The address may be one for people.',
  'not-keys': 'The answer is JSON, but no key set: it has no “keys”, and no “jwks_uri” that leads to them.',
  'metadata-address': 'The metadata names an address for its keys that is not asked.',
  'no-worker': 'This page cannot fetch here: the part of it that may connect (door.js) did not load.',
} as const

export const statusWords = (status: number): string =>
  `The server answers with HTTP status ${status}${status === 404 ? ' (not found)' : status >= 500 ? ' (it has a fault)' : status === 401 || status === 403 ? ' (it wants a login)' : ''}.`
