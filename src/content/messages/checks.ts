import type { ExpectedName } from '../../core/validate/expected.ts'
import type { Objection } from '../../core/validate/library.ts'
import type { Demand, Level, Shape, Sign } from '../../core/validate/profile/rule.ts'
import { foreign } from './foreign.ts'

const shapes: Readonly<Record<Shape, string>> = {
  string: 'a string',
  'filled string': 'a string that is not empty',
  number: 'a number',
  'positive number': 'a number above 0',
  time: 'a number of seconds',
  future: 'a time that is still to come',
  past: 'a time that is past',
  object: 'an object',
  'filled object': 'an object that is not empty',
  array: 'an array',
  'filled array': 'an array that is not empty',
  strings: 'an array of strings',
  audience: 'a string or an array of strings',
  'string or URI': 'a string, and a URI if it has a colon',
  URI: 'a URI',
  'issuer URL': 'an https address without query and fragment',
  scope: 'names with single spaces between them',
  'short ASCII': 'at most 255 characters of ASCII',
  'hex identifier': '32 hexadecimal digits',
  signed: 'an algorithm that signs',
  asymmetric: 'an algorithm that signs with a private key',
  'public JWK': 'a JWK without private members',
  'known elsewhere': 'what the recipient knows',
}

/** What a demand asks, after “must be”. */
export function demandText(demand: Demand): string {
  if (typeof demand === 'string') return shapes[demand]
  if ('oneOf' in demand) return demand.oneOf.join(' or ')
  if ('mediaType' in demand) return demand.mediaType.map((type) => type.replace(/^\+/, '…+')).join(' or ')
  if ('begins' in demand) return `a string that begins with ${demand.begins}`
  if ('issuer' in demand) return `of the form ${demand.issuer.join(' or ')}`
  if ('ends' in demand) return `a string that ends with ${demand.ends}`
  if ('member' in demand) return `an object with the member ${demand.member}`
  if ('within' in demand) return `at most ${demand.within.toLocaleString('en')} seconds after ${demand.after}`
  if ('expected' in demand) return 'what you expect, to the character'
  return 'equals' in demand ? `the same as ${demand.equals}` : `another than ${demand.differs}`
}

export const levelWords: Readonly<Record<Level, string>> = {
  required: 'must be there',
  recommended: 'should be there',
  optional: 'may be there',
  conditional: 'depends on the case',
  'should-not': 'should not be there',
  'must-not': 'must not be there',
}

/** By what a kind was known. */
export function signText(sign: Sign): string {
  if ('typ' in sign) return `typ is ${sign.typ.join(' or ').replace(/^\+/, '…+')}`
  if ('alg' in sign) return `alg is ${sign.alg}`
  if ('issuer' in sign) return `iss is ${sign.issuer.join(' or ')}`
  if ('form' in sign) return 'a ~ stands behind it'
  if ('without' in sign) return `it has no ${sign.without}`
  if ('equal' in sign) return `${sign.equal[0]} equals ${sign.equal[1]}`
  if ('lifetime' in sign) return `a life of ${Math.round(sign.lifetime / 60)} minutes or less`
  if ('has' in sign) return `${sign.claim} has ${sign.has}`
  if (sign.is !== undefined) return `${sign.claim} is ${sign.is}`
  if (sign.begins !== undefined) return `${sign.claim} begins with ${sign.begins}`
  return sign.ends === undefined ? `it has ${sign.claim}` : `${sign.claim} ends with ${sign.ends}`
}

export const expectationNames: Readonly<
  Record<ExpectedName, { readonly label: string; readonly hint: string }>
> = {
  issuer: { label: 'Issuer', hint: 'https://issuer.example' },
  audience: { label: 'Audience', hint: 'what your service is called' },
  subject: { label: 'Subject', hint: 'a user id' },
  nonce: { label: 'Nonce', hint: 'as you sent it' },
  type: { label: 'Type', hint: 'at+jwt' },
  algorithms: { label: 'Algorithms', hint: 'ES256, RS256' },
}

/** Why an expectation is not met: what the claim is for, and what to do. */
const unmet: Readonly<Record<ExpectedName, string>> = {
  issuer:
    'A token of another issuer is not yours to accept, even with a good signature: issuers differ in whom they let in.',
  audience:
    'The token was made for somebody else. A service that accepts it lets any other recipient of such tokens in. Ask the issuer for a token for this audience.',
  subject: 'It speaks of another user or client.',
  nonce: 'It does not answer this request: it may be an older token played again.',
  type: 'A token of one kind must not pass for another.',
  algorithms: 'A verifier takes only the algorithms on its own list, whatever the header says.',
}

export function unmetText(name: ExpectedName, wanted: string, found: string | null): string {
  if (found === null)
    return `There is none, and you expect ${foreign(wanted)}. A service that insists on it refuses the token.`
  return `It is ${foreign(found)}; you expect ${foreign(wanted)}. ${unmet[name]}`
}

export const libraryNames: Readonly<Record<string, string>> = {
  jose: 'jose (JavaScript)',
  pyjwt: 'PyJWT',
  simplejwt: 'SimpleJWT (Django)',
  'golang-jwt': 'golang-jwt',
  dotnet: '.NET IdentityModel',
  spring: 'Spring Security',
}

/** What the libraries themselves say, by claim and reason: what stands in a log. */
const logged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jose: {
    'exp expired': '"exp" claim timestamp check failed',
    'nbf not yet valid': '"nbf" claim timestamp check failed',
    'aud other': 'unexpected "aud" claim value',
    'iss other': 'unexpected "iss" claim value',
    'aud missing': 'missing required "aud" claim',
    'sub other': 'unexpected "sub" claim value',
    'sub missing': 'missing required "sub" claim',
    'typ other': 'unexpected "typ" JWT header value',
    'typ missing': 'unexpected "typ" JWT header value',
    'alg other': '"alg" (Algorithm) Header Parameter value not allowed',
    'iss missing': 'missing required "iss" claim',
  },
  pyjwt: {
    'exp expired': 'Signature has expired',
    'nbf not yet valid': 'The token is not yet valid (nbf)',
    'iat issued in the future': 'The token is not yet valid (iat)',
    'aud unexpected': 'Invalid audience',
    'aud other': "Audience doesn't match",
    'aud missing': 'Token is missing the "aud" claim',
    'aud not strings': 'Invalid claim format in token',
    'iss missing': 'Token is missing the "iss" claim',
    'iss other': 'Invalid issuer',
    'sub not a string': 'Subject must be a string',
    'sub other': 'Invalid subject',
    'jti not a string': 'JWT ID must be a string',
    'alg other': 'The specified alg value is not allowed',
  },
  simplejwt: {
    'exp expired': 'Token is expired',
    'exp beyond the calendar': 'year … is out of range',
    'alg other': 'Invalid algorithm specified',
    'exp missing': "Token has no 'exp' claim",
    'jti missing': 'Token has no id',
    'token_type missing': 'Token has no type',
    'token_type other': 'Token has wrong type',
    'user_id missing': 'Token contained no recognizable user identification',
  },
  'golang-jwt': {
    'exp expired': 'token is expired',
    'nbf not yet valid': 'token is not valid yet',
    'aud other': 'token has invalid audience',
    'iss other': 'token has invalid issuer',
  },
  dotnet: {
    'exp expired': 'IDX10223',
    'exp missing': 'IDX10225',
    'nbf not yet valid': 'IDX10222',
    'aud other': 'IDX10214',
    'iss other': 'IDX10205',
    'aud missing': 'IDX10206',
    'iss missing': 'IDX10211',
    'aud not configured': 'IDX10208',
    'iss not configured': 'IDX10204',
    'nbf out of order': 'IDX10224',
    'typ other': 'IDX10257',
    'typ missing': 'IDX10256',
  },
  spring: {
    'exp expired': 'Jwt expired at …',
    'nbf not yet valid': 'Jwt used before …',
    'iss other': 'The iss claim is not valid',
    'aud other': 'The aud claim is not valid',
    'typ other': 'JOSE header typ (type) … not allowed',
    'iss missing': 'The iss claim is not valid',
    'aud missing': 'The aud claim is not valid',
    'exp out of order': 'expiresAt must be after issuedAt',
  },
}

const reasons: Readonly<Record<Objection['why'], (claim: string) => string>> = {
  missing: (claim) => `${claim} is missing${claim === 'aud' ? ' or empty' : ''}`,
  'not a number': (claim) => `${claim} is not a number`,
  'not a string': (claim) => `${claim} is not a string`,
  'not strings': (claim) => `${claim} is not a string or an array of strings`,
  'beyond the calendar': (claim) =>
    `${claim} lies beyond the year 9999, and nothing catches that: a server error`,
  'out of order': (claim) => (claim === 'exp' ? 'exp is no later than iat' : 'nbf is later than exp'),
  expired: () => 'expired',
  'not yet valid': () => 'not valid yet',
  'issued in the future': () => 'iat lies in the future',
  other: (claim) => `${claim} is another than expected`,
  unexpected: (claim) => `${claim} is there and no audience is configured`,
  'not configured': (claim) => `nothing to compare ${claim} with: it must be configured`,
}

export function objectionText(library: string, { claim, why }: Objection): string {
  const says = logged[library]?.[`${claim} ${why}`]
  return `${reasons[why](claim)}${says === undefined ? '' : ` (“${says}”)`}`
}
