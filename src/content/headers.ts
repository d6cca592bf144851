import type { ValueType } from './claimsRow.ts'
import type { SpecId } from './spec.ts'

/** Which kind of object a header belongs to: the same name can mean different things in the two. */
export type HeaderForm = 'JWS' | 'JWE'

/** What is known of a parameter of the IANA registry “JSON Web Signature and Encryption Header Parameters”. */
export interface HeaderParameter {
  readonly name: string
  readonly fullName: string
  readonly valueType: ValueType
  readonly spec: SpecId
  /** What the parameter says, in a sentence or two. */
  readonly explanation: string
  /** What can go wrong for a recipient that trusts it; null where nothing in particular can. */
  readonly risk: string | null
  /** Defined in a draft and not registered yet. */
  readonly pending: boolean
}

/** A parameter as it stands in the tables. */
type Row<S> = readonly [fullName: string, valueType: ValueType, spec: S, explanation: string, risk?: string]
type Table<S> = Readonly<Record<string, Row<S>>>

const fetchOnlyKnown =
  'The sender chose the address. Following it lets an attacker supply the key, and makes your server call hosts of their choice; fetch from addresses fixed beforehand, or never.'
const compareAfterwards =
  'It was not secret and may differ: after decryption, check that it equals the claim inside.'

// biome-ignore format: a parameter is one line of facts and one for each text
const inBoth: Table<Readonly<Record<HeaderForm, SpecId>>> = {
  jku: ['JWK Set URL', 'uri', { JWS: 'rfc7515-4.1.2', JWE: 'rfc7516-4.1.4' },
    'Address of a key set in which the token’s key can be found.',
    fetchOnlyKnown],
  jwk: ['JSON Web Key', 'object', { JWS: 'rfc7515-4.1.3', JWE: 'rfc7516-4.1.5' },
    'The public key itself, carried along: the one that verifies the signature, or to which the token is encrypted.',
    'Whoever made the token chose this key, so it proves nothing about the issuer. Only some kinds of token, such as DPoP proofs, are meant to be checked with it.'],
  kid: ['Key ID', 'string', { JWS: 'rfc7515-4.1.4', JWE: 'rfc7516-4.1.6' },
    'The name of the token’s key, a hint for finding it among several: the key in the set has the same kid.',
    'The sender wrote it. Put into a file path, a database query or a command, it opens the door to injection.'],
  x5u: ['X.509 URL', 'uri', { JWS: 'rfc7515-4.1.5', JWE: 'rfc7516-4.1.7' },
    'Address of the certificate chain of the token’s key.',
    fetchOnlyKnown],
  x5c: ['X.509 Certificate Chain', 'array', { JWS: 'rfc7515-4.1.6', JWE: 'rfc7516-4.1.8' },
    'The certificate of the token’s key, followed by those that certify it. In ordinary base64, not base64url.',
    'Anybody can make a certificate. Check the chain up to a root that you trust.'],
  x5t: ['X.509 Certificate SHA-1 Thumbprint', 'base64url', { JWS: 'rfc7515-4.1.7', JWE: 'rfc7516-4.1.9' },
    'The fingerprint, by SHA-1, of the certificate of the token’s key.',
    'SHA-1 is broken: two certificates can be made to share a fingerprint. Use x5t#S256.'],
  'x5t#S256': ['X.509 Certificate SHA-256 Thumbprint', 'base64url', { JWS: 'rfc7515-4.1.8', JWE: 'rfc7516-4.1.10' },
    'The fingerprint, by SHA-256, of the certificate of the token’s key.'],
  typ: ['Type', 'string', { JWS: 'rfc7515-4.1.9', JWE: 'rfc7516-4.1.11' },
    'What kind of token this is. JWT says little; at+jwt, dpop+jwt and the like keep one kind from passing for another.',
    'Where the kind of token has a fixed typ, check it. Case does not count, and application/ in front may be left out.'],
  cty: ['Content Type', 'string', { JWS: 'rfc7515-4.1.10', JWE: 'rfc7516-4.1.12' },
    'The media type of the payload. JWT means that the payload is another token.'],
  crit: ['Critical', 'array', { JWS: 'rfc7515-4.1.11', JWE: 'rfc7516-4.1.13' },
    'Names extension parameters in this header that the recipient must understand, or else reject the token.',
    'Some libraries have ignored it, and so accepted tokens that they had to reject.'],
  url: ['URL', 'uri', { JWS: 'rfc8555-6.4.1', JWE: 'rfc8555-6.4.1' },
    'ACME: the address to which this request is sent.'],
  nonce: ['Nonce', 'string', { JWS: 'rfc8555-6.5.2', JWE: 'rfc8555-6.5.2' },
    'ACME: a value from the server, so that a request is accepted once only. Access tokens for Microsoft Graph have one too; nobody but Graph can verify those.'],
}

// biome-ignore format: as above
const inJws: Table<SpecId> = {
  alg: ['Algorithm', 'string', 'rfc7515-4.1.1',
    'The algorithm that made the signature or MAC. It is the one parameter that every header must have.',
    'The sender wrote it. A verifier must know beforehand which algorithms it accepts, and never let the token decide (RFC 8725 §3.1).'],
  b64: ['Base64url-Encode Payload', 'boolean', 'rfc7797-3',
    'If false, the payload was signed as it is, without base64url, and crit must name b64.',
    'A JWT must not have it false (RFC 7797 §7): software that does not know b64 takes another payload for the signed one.'],
  ppt: ['PASSporT Extension', 'string', 'rfc8225-8.1',
    'Which extension a token about a telephone call follows, such as shaken, rcd or div.'],
  svt: ['Signature Validation Tokens', 'array', 'rfc9321',
    'Tokens that confirm an earlier check of this signature.'],
  iheSSId: ['IHE Submission Set ID', 'string', 'ihe-dsgj',
    'Signing of medical documents: the set of documents that was submitted together.'],
  jwt: ['Embedded JWT', 'string', 'openid4vp',
    'Another token carried along, such as one in which somebody vouches for the verifier.'],
  client_id: ['Client Identifier', 'string', 'rfc6749-2.2',
    'The OAuth client that made this object, to be read before the payload is.'],
  trust_chain: ['Trust Chain', 'array', 'federation-4.3',
    'Statements, one above the other, that lead from the signer to a trust anchor.'],
  peer_trust_chain: ['Peer Trust Chain', 'array', 'federation-4.4',
    'Statements, one above the other, that lead from the other party to the same trust anchor.'],
}

// biome-ignore format: as above
const inJwe: Table<SpecId> = {
  alg: ['Algorithm', 'string', 'rfc7516-4.1.1',
    'How the recipient gets the key that encrypts the content: sent encrypted, agreed upon, or shared beforehand.',
    'The sender wrote it. A recipient must know beforehand which algorithms it accepts, and never let the token decide (RFC 8725 §3.1).'],
  enc: ['Encryption Algorithm', 'string', 'rfc7516-4.1.2',
    'The algorithm that encrypts the content. It is what tells the header of an encrypted token from that of a signed one.'],
  zip: ['Compression Algorithm', 'string', 'rfc7516-4.1.3',
    'How the content was compressed before it was encrypted; DEF (deflate) is the only registered value.',
    'A small token can unpack into gigabytes, and its length can betray what is in it. Limit the output, or refuse compression.'],
  epk: ['Ephemeral Public Key', 'object', 'rfc7518-4.6.1.1',
    'The public key that the sender made for this one token (ECDH-ES).',
    'A point that is not on the curve can reveal the recipient’s private key; the library must check it.'],
  apu: ['Agreement PartyUInfo', 'base64url', 'rfc7518-4.6.1.2', 'Who the sender is: data mixed into the key that both derive.'],
  apv: ['Agreement PartyVInfo', 'base64url', 'rfc7518-4.6.1.3', 'Who the recipient is: data mixed into the key that both derive.'],
  iv: ['Initialization Vector', 'base64url', 'rfc7518-4.7.1.1', 'The initialization vector for the encrypted key (AES-GCM), not the one for the content.'],
  tag: ['Authentication Tag', 'base64url', 'rfc7518-4.7.1.2', 'The authentication tag of the encrypted key (AES-GCM), not that of the content.'],
  p2s: ['PBES2 Salt Input', 'base64url', 'rfc7518-4.8.1.1', 'The salt with which a password is turned into a key.'],
  p2c: ['PBES2 Count', 'number', 'rfc7518-4.8.1.2',
    'How many rounds it takes to turn a password into a key; more rounds make guessing slower.',
    'The sender chose it: a huge count keeps the recipient busy for minutes. Set an upper limit.'],
  iss: ['Issuer', 'stringOrUri', 'rfc7519-5.3', 'A copy of the claim iss, which can be read without decrypting the token.', compareAfterwards],
  sub: ['Subject', 'stringOrUri', 'rfc7519-5.3', 'A copy of the claim sub, which can be read without decrypting the token.', compareAfterwards],
  aud: ['Audience', 'stringOrArray', 'rfc7519-5.3', 'A copy of the claim aud, which can be read without decrypting the token.', compareAfterwards],
}

/** Parameters that drafts define and that are not registered yet. */
// biome-ignore format: as above
const pendingInJwe: Table<SpecId> = {
  ek: ['Encapsulated Key', 'base64url', 'jose-hpke', 'What the recipient needs to derive the key, where the algorithm is one of HPKE.'],
}

function parametersOf<S>(
  table: Table<S>,
  specOf: (spec: S) => SpecId,
  pending = false,
): [string, HeaderParameter][] {
  return Object.entries(table).map(([name, [fullName, valueType, spec, explanation, risk]]) => [
    name,
    { name, fullName, valueType, spec: specOf(spec), explanation, risk: risk ?? null, pending },
  ])
}

const itself = (spec: SpecId): SpecId => spec

/** Every header parameter, by form and name. */
export const headers: Readonly<Record<HeaderForm, ReadonlyMap<string, HeaderParameter>>> = {
  JWS: new Map([...parametersOf(inJws, itself), ...parametersOf(inBoth, ({ JWS }) => JWS)]),
  JWE: new Map([
    ...parametersOf(inJwe, itself),
    ...parametersOf(inBoth, ({ JWE }) => JWE),
    ...parametersOf(pendingInJwe, itself, true),
  ]),
}

/** The header parameter of that exact name (case counts) in that form, or undefined where it has no such parameter. */
export function headerOf(name: string, form: HeaderForm): HeaderParameter | undefined {
  return headers[form].get(name)
}
