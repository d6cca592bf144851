import { foreign } from '../messages/foreign.ts'
import type { Words } from './words.ts'

/** The claims, and what came with them. */
export const claimsWords = {
  'exp-missing': {
    title: 'It never expires',
    text: () =>
      'There is no exp: a stolen token is good until its key is replaced. Some libraries refuse it. Unless something else ends it, the issuer should set one.',
    spec: 'rfc7519-4.1.4',
  },
  'lifetime-long': {
    title: 'A long life',
    text: ({ seconds }) =>
      `${Number(seconds) < 172_800 ? `${Math.round(Number(seconds) / 3600)} hours` : `${Math.round(Number(seconds) / 86_400).toLocaleString('en')} days`} from iat to exp. A stolen token is of use as long, and cannot be called back by itself. For a session minutes are usual; for some kinds of token this is as it should be.`,
    spec: 'rfc7519-4.1.4',
  },
  'time-unit': {
    title: 'A time that is no time',
    text: ({ name, why, value }) =>
      why === 'not-a-number' || why === 'none'
        ? `${name} is ${foreign(value)}, which is no ${why === 'none' ? 'time' : 'number'}. A NumericDate is a number of seconds since 1970.`
        : `${name} is ${foreign(value)}: that counts ${why}. JWT counts seconds, so verifiers take it for a moment ${why === 'microseconds' ? 'millions' : 'thousands'} of years off. Divide by ${why === 'microseconds' ? '1,000,000' : '1000'}.`,
    spec: 'rfc7519-2',
  },
  'time-order': {
    title: 'It ends before it begins',
    text: ({ name }) =>
      `exp is not after ${name}: there is no moment at which the token is good. Look at the issuer’s clock and units.`,
    spec: 'rfc7519-4.1.4',
  },
  'time-future': {
    title: 'A time ahead of the clock',
    text: ({ name, ahead }) =>
      `${name} lies ${Math.round(Number(ahead) / 60).toLocaleString('en')} minutes ahead. The issuer’s clock or yours is wrong, or the token is for later.`,
    spec: 'rfc7519-4.1.5',
  },
  'token-expired': {
    title: 'Expired',
    text: () => 'exp is past: a verifier refuses the token, however good its signature. Get a new one.',
    spec: 'rfc7519-4.1.4',
  },
  'token-not-yet-valid': {
    title: 'Not valid yet',
    text: () => 'nbf is still to come: a verifier refuses the token until then.',
    spec: 'rfc7519-4.1.5',
  },
  'aud-missing': {
    title: 'Not said for whom',
    text: ({ why }) =>
      `${{ none: 'There is no aud', any: 'aud is *, anybody' }[String(why)] ?? 'aud names several, and azp does not say for whom it was made'}: a service cannot tell whether the token was meant for it, and one that accepts it may accept another service’s tokens too.`,
    spec: 'rfc7519-4.1.3',
  },
  'iss-missing': {
    title: 'Not said by whom',
    text: ({ why, issuer }) =>
      why === 'other'
        ? `The keys were fetched from ${foreign(issuer)}, and iss is not that, to the character: they may be another issuer’s.`
        : why === 'http'
          ? 'iss is an http address: whoever sits on the way can answer for it. It should be https.'
          : 'There is no iss: with keys of several issuers, nothing ties the token to one of them.',
    spec: 'rfc7519-4.1.1',
  },
  'typ-generic': {
    title: 'Not said what kind of token',
    text: ({ why }) =>
      why === 'no string'
        ? 'typ is no string: some libraries refuse the token, others ignore it. It should be a type such as at+jwt.'
        : `${{ none: 'There is no typ', empty: 'typ is empty' }[String(why)] ?? 'typ is just JWT'}, and the claims do not tell either. Where one issuer makes tokens of several kinds, one may pass for another; a type such as at+jwt prevents it.`,
    spec: 'rfc8725-3.11',
  },
  'typ-contradiction': {
    title: 'typ promises what is not there',
    text: ({ typ, why, names }) =>
      why === 'has'
        ? `A token of type ${foreign(typ)} must not have ${names}: it could pass for another kind.`
        : `A token of type ${foreign(typ)} needs ${names}. Recipients that follow the type refuse it.`,
    spec: 'rfc7515-4.1.9',
  },
  'id-token-as-access': {
    title: 'This looks like an ID token',
    text: ({ name }) =>
      `It has ${name}. An ID token tells the client who signed in; an API must not accept it. If an API answers 401, send it the access token.`,
    spec: 'oidc-2',
  },
  'sub-is-client': {
    title: 'The subject is the client',
    text: () =>
      'sub equals client_id: the client acts for itself. If users may choose their names, one named like a client could pass for it.',
    spec: 'rfc9068-5',
  },
  'secret-in-claims': {
    title: 'A secret for all to read',
    text: ({ why }) =>
      `A claim seems to hold ${{ pem: 'a private key', cloud: 'an access key of a cloud service', card: 'a card number' }[String(why)] ?? 'a password or key'}. Claims are encoded, not hidden: everybody who sees the token reads them. Leave it out, and replace what was sent.`,
    spec: 'rfc7519-12',
  },
  'hash-mismatch': {
    title: 'A hash does not fit',
    text: ({ name }) =>
      `${foreign(name)} is not the hash of what stands beside it in the input: the two do not belong together.`,
    spec: 'oidc-3.3.2.11',
  },
  'claim-is-jwt': {
    title: 'A token in a claim',
    text: ({ count }) =>
      `${count === 1 ? 'A claim is' : `${count} claims are`} itself a token. Copy it from Claims and paste it to look inside.`,
    spec: 'oidc-5.6.2',
  },
  'disclosure-unreferenced': {
    title: 'A disclosure that nobody issued',
    text: () =>
      'Its digest stands nowhere in the issuer’s token, or more than once. A verifier must refuse the whole.',
    spec: 'rfc9901-7.1',
  },
} as const satisfies Words
