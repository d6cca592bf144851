import type { Words } from './words.ts'

const keyUrlWhy: Readonly<Record<string, string>> = {
  'no-address': ', and cannot even be read as one',
  'not-https': ', and not https',
  user: ', with a user name in it',
  ip: ', a bare IP address',
  loopback: ', on the machine that looks it up',
  host: ', on another host than the issuer’s',
}

const x5cWhy: Readonly<Record<string, string>> = {
  form: 'x5c must be an array of certificates in standard base64 (not base64url), each in DER.',
  key: 'The key in its first certificate is another than the one you gave.',
  expired: 'Its first certificate has expired, or is not valid yet.',
}

const kidWhy: Readonly<Record<string, string>> = {
  path: 'climbs through folders or names a system file',
  nul: 'has a NUL character',
  sql: 'reads like SQL',
  shell: 'has characters that mean something to a shell',
  url: 'is an address',
}

/** What the header says of keys, and copies of claims. */
export const headerWords = {
  'header-jwk': {
    title: 'The token brings its own key',
    text: () =>
      'The header has jwk. Whoever made the token chose that key, so it proves nothing (CVE-2018-0114); this page does not use it. Verify with a key that you got from the issuer.',
    spec: 'rfc7515-4.1.3',
  },
  'header-private-key': {
    title: 'A private key in the header',
    text: ({ members }) =>
      `The key in the header has ${members}. Everybody who saw the token can now sign as its owner: replace the key, and send only public members.`,
    spec: 'rfc7517-9.2',
  },
  'header-key-url': {
    title: 'The token says where its key is',
    text: ({ name, why }) =>
      `${name} is an address that the sender chose${keyUrlWhy[String(why)] ?? ''}. Following it lets an attacker supply the key and makes your server call where they like; this page never does. Take keys from an address of your own choice.`,
    spec: 'rfc8725-3.10',
  },
  'header-x5c': {
    title: 'The certificate in the header does not hold',
    text: ({ why }) =>
      `${x5cWhy[String(why)] ?? ''} A chain in the header counts only if it leads to an authority that you trust.`,
    spec: 'rfc7515-4.1.6',
  },
  'header-x5c-self-signed': {
    title: 'A certificate that vouches for itself',
    text: () =>
      'x5c holds one certificate, signed by its own key: anybody can make one. It may be what two parties agreed on; it proves nothing to others.',
    spec: 'rfc7515-4.1.6',
  },
  'header-x5t': {
    title: 'A weak or wrong thumbprint',
    text: ({ why }) =>
      why === 'sha1'
        ? 'x5t is a SHA-1 hash, for which collisions can be made; x5t#S256 is the one to use.'
        : 'The thumbprint in the header is not that of the certificate given: another certificate is meant.',
    spec: 'rfc7515-4.1.7',
  },
  'kid-injection': {
    title: 'A kid that looks like an attack',
    text: ({ why, characters }) =>
      `kid ${kidWhy[String(why)] ?? `is ${characters} characters long`}. The sender wrote it: put into a path, a query, a command or a request, it does what they want. It may be harmless; look kid up in a table, and nowhere else.`,
    spec: 'rfc8725-3.10',
  },
  'kid-not-string': {
    title: 'kid is no string',
    text: () =>
      'A kid must be a string, compared character for character. Libraries refuse the token or compare loosely.',
    spec: 'rfc7515-4.1.4',
  },
  'header-claim-mismatch': {
    title: 'Header and claims disagree',
    text: ({ name }) =>
      `${name} stands in the header too, and differs from the claim. A service that goes by the header decides by something else than what is checked later.`,
    spec: 'rfc7519-5.3',
  },
} as const satisfies Words
