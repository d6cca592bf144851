import type { DecodeFault } from '../core/decode/fault.ts'
import type { Finding, Rule } from '../core/lint/finding.ts'
import { decodeWords, hex } from './messages/decode.ts'
import { foreign } from './messages/foreign.ts'
import type { SpecId } from './spec.ts'

type Values = Finding['values']

export interface RuleWords {
  readonly title: string
  /** What was found, why it matters, what to do. */
  text(values: Values): string
  readonly spec: SpecId
}

const fromDecoder = (values: Values) => decodeWords[values.code as DecodeFault](values)

/** The words of every rule; the compiler asks for an entry for each. */
export const findingWords: Readonly<Record<Rule, RuleWords>> = {
  'structure-segments': { title: 'Not the shape of a token', text: fromDecoder, spec: 'rfc7515-7.1' },
  'base64url-alphabet': { title: 'Not strict base64url', text: fromDecoder, spec: 'rfc7515-2' },
  'base64url-canonical': {
    title: 'Spare bits set',
    text: (values) => `${fromDecoder(values)} Two texts for the same octets let one token pass as two.`,
    spec: 'rfc4648-3.5',
  },
  'text-encoding': {
    title: 'Not plain UTF-8',
    text: ({ why, part, octet, offset }) =>
      why === 'bom'
        ? `The ${partName(part)} begins with a byte order mark (U+FEFF). Many JSON readers stop at it; the writer must leave it out.`
        : `The ${partName(part)} is not UTF-8: octet ${hex(octet)} at offset ${offset} cannot stand there.`,
    spec: 'rfc7515-5.2',
  },
  'text-deceptive': {
    title: 'Characters that deceive the eye',
    text: ({ part, codePoint }) =>
      `A name or identifier in the ${partName(part)} holds ${codePoint}, which shows nothing or turns the order of text about. It is written as an escape here. Compare such values octet by octet.`,
    spec: 'rfc7519-7.3',
  },
  'json-syntax': {
    title: 'Broken JSON',
    text: (values) =>
      `${partName(values.part, true)}, line ${values.line}, column ${values.column}: ${fromDecoder(values)}`,
    spec: 'rfc8259',
  },
  'json-duplicate-member': {
    title: 'A name stands twice',
    text: ({ part, names, count }) =>
      `In the ${partName(part)}: ${foreign(names)}${Number(count) > 1 ? ` (${count} repeats)` : ''}. Readers differ in which one they take, so two services can see two different tokens. The issuer must write each name once.`,
    spec: 'rfc7519-4',
  },
  'json-number-precision': {
    title: 'A number that most libraries alter',
    text: ({ part, number, becomes, count }) =>
      `${foreign(number)} in the ${partName(part)} becomes ${foreign(becomes)} in JavaScript and wherever numbers are doubles${Number(count) > 1 ? ` (${count} such numbers)` : ''}. Shown here is what the token says. Large identifiers belong in strings.`,
    spec: 'rfc8259-6',
  },
  'json-prototype-name': {
    title: 'A name with a meaning to JavaScript',
    text: ({ part, name }) =>
      `The ${partName(part)} has a member “${foreign(name)}”. Code that merges claims into objects without care can be taken over by it. Here it is a name like any other.`,
    spec: 'rfc8259-4',
  },
  'size-or-depth': {
    title: 'Larger than many systems take',
    text: ({ why, characters, part, depth }) =>
      why === 'size'
        ? `${Number(characters).toLocaleString('en')} characters: servers commonly refuse header fields over 8 kB (with 431 or 400), so this token fails in an Authorization header.`
        : `The ${partName(part)} is nested ${Number(depth).toLocaleString('en')} levels deep; many parsers refuse it or run out of stack. Indentation here stops at 40 levels.`,
    spec: 'rfc8259-9',
  },
  'payload-not-object': {
    title: 'No claims set',
    text: ({ kind }) =>
      `The payload is ${{ empty: 'empty', text: 'plain text', octets: 'binary' }[String(kind)] ?? 'JSON, but no object'}. That is a fine JWS, but no JWT: a JWT’s payload is a JSON object.`,
    spec: 'rfc7519-7.2',
  },
  'header-invalid': { title: 'Not a JOSE header', text: fromDecoder, spec: 'rfc7515-4' },
  encrypted: {
    title: 'Encrypted',
    text: () =>
      'Only a holder of the key can read the content. Encryption alone does not tell who made the token: only a signature inside does.',
    spec: 'rfc7516-7.1',
  },
  'alg-missing': {
    title: 'No algorithm',
    text: () => 'The header has no alg, or it is no string. Without it no verifier can proceed.',
    spec: 'rfc7515-4.1.1',
  },
  'alg-none': {
    title: 'Nothing protects this token',
    text: () => 'alg is none: anybody can have written it. A service that accepts it accepts anything.',
    spec: 'rfc8725-3.2',
  },
  'crit-malformed': {
    title: 'crit is malformed',
    text: () =>
      'crit must be a list, not empty and without repeats, of parameters that stand in the header. A verifier must refuse this token.',
    spec: 'rfc7515-4.1.11',
  },
  'crit-unknown': {
    title: 'crit demands an extension',
    text: ({ names }) => `A verifier that does not know ${foreign(names)} must refuse this token.`,
    spec: 'rfc7515-4.1.11',
  },
  'alg-case': {
    title: 'The name of an algorithm in other letters',
    text: ({ alg, meant }) =>
      `“${foreign(alg)}” is not “${meant}”: case counts. A filter that forbids one and a verifier that takes the other have been played against each other. Refuse the token.`,
    spec: 'rfc7515-4.1.1',
  },
  'alg-unregistered': {
    title: 'An algorithm that nobody registered',
    text: ({ name, value }) =>
      `${name} is “${foreign(value)}”, which is in no registry. Verifiers refuse it; the issuer must name a registered one.`,
    spec: 'rfc7515-4.1.1',
  },
  'signature-empty': {
    title: 'The signature is missing',
    text: ({ alg }) =>
      `The header says ${alg}, and nothing is signed. Verifiers that let this pass accept whatever anybody writes (CVE-2020-28042).`,
    spec: 'rfc7515-5.2',
  },
  'signature-length': {
    title: 'No signature has this length',
    text: ({ alg, octets, expected }) =>
      `It has ${octets} octets, and ${alg} makes ${expected}. It was cut, padded, or made under another algorithm or key.`,
    spec: 'rfc7518-3.4',
  },
  'signature-der': {
    title: 'The signature is in DER',
    text: ({ alg }) =>
      `${alg} puts r and s side by side; this is the DER form of OpenSSL and of most other protocols. Whoever signs must convert it.`,
    spec: 'rfc7518-3.4',
  },
  'signature-zero': {
    title: 'A signature that is none',
    text: ({ which }) =>
      `${which} is 0 or not below the curve’s order. A verifier that does not look takes such a signature for good under every key (CVE-2022-21449).`,
    spec: 'rfc7518-3.4',
  },
  'alg-eddsa-deprecated': {
    title: 'EdDSA names no curve',
    text: () =>
      'The name is deprecated: Ed25519 or Ed448 says which is meant. Tokens that have it are still good.',
    spec: 'rfc9864-2.2',
  },
  'jwe-rsa1-5': {
    title: 'RSA1_5 gives away what it hides',
    text: () =>
      'A recipient that answers differently to bad padding lets anybody decrypt tokens with its help. The sender should use RSA-OAEP-256 or ECDH-ES.',
    spec: 'rfc8725-3.2',
  },
  'ecdsa-nonce-reuse': {
    title: 'Two signatures share their r',
    text: () =>
      'Another token in the input has the same r under the same key. From the two anybody can compute the private key: replace it at once, and the signer’s source of random numbers.',
    spec: 'rfc7518-3.4',
  },
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
  'b64-in-jwt': {
    title: 'An unencoded payload',
    text: ({ why }) =>
      why === 'jwt'
        ? 'b64 is false, which a JWT must not have: its payload is always base64url. Libraries for JWT refuse it.'
        : 'b64 is false and not named in crit: a verifier that does not know b64 takes another payload for the signed one.',
    spec: 'rfc7797-6',
  },
  'jwe-zip': {
    title: 'Compressed before it was encrypted',
    text: () =>
      'The length of the token can betray what is in it, and a small token may unpack into much: limit the output. The sender should leave zip out.',
    spec: 'rfc7516-4.1.3',
  },
  'pbes2-count': {
    title: 'A password that is turned into a key the wrong way',
    text: ({ why, rounds, octets }) =>
      why === 'salt'
        ? `The salt has ${octets} octets; 8 are the least. Tables made beforehand then find the password.`
        : why === 'few'
          ? `${rounds} rounds: 1,000 are the least that the RFC recommends, and hundreds of thousands are usual. The password is guessed quickly.`
          : `${Number(rounds).toLocaleString('en')} rounds keep the recipient busy: an attacker needs few such tokens to stop a server. Set an upper limit.`,
    spec: 'rfc7518-4.8.1.2',
  },
  'epk-invalid': {
    title: 'The ephemeral key is none',
    text: ({ why, crv, wanted }) =>
      why === 'curve'
        ? `epk is on ${foreign(crv)} and the recipient’s key on ${foreign(wanted)}. They cannot agree on anything.`
        : `epk is no public key on “${foreign(crv)}”. A recipient that does not check learns nothing and may give its private key away; refuse the token.`,
    spec: 'rfc7518-4.6.1.1',
  },
  'gcm-sizes': {
    title: 'A part of a length that AES-GCM does not have',
    text: ({ name, octets, expected }) =>
      `${name} has ${octets} octets where ${expected} belong. Short tags can be forged; libraries refuse the token.`,
    spec: 'rfc7518-5.3',
  },
  'jwe-iv-reuse': {
    title: 'Two tokens share their IV',
    text: () =>
      'Another token in the input was encrypted with the same key and IV. AES-GCM then neither hides nor protects either: replace the key.',
    spec: 'rfc7518-5.3',
  },
  'jwe-encrypted-key-length': {
    title: 'An encrypted key of the wrong length',
    text: ({ alg, octets, expected }) =>
      `${alg} makes ${expected} octets here, and there are ${octets}. The token was cut or put together from two.`,
    spec: 'rfc7516-5.2',
  },
  'jwe-not-authenticated': {
    title: 'Nobody vouches for the content',
    text: ({ alg }) =>
      `${alg} needs only the recipient’s public key: anybody can have made this token. The content should be a signed token.`,
    spec: 'rfc8725-3.3',
  },
  'nested-cty': {
    title: 'A token in a token',
    text: ({ why }) =>
      why === 'none'
        ? 'The token inside has alg none: encryption hides it, and nothing proves who wrote it.'
        : 'cty must be JWT where the content is itself a token, so that the recipient goes on and checks it.',
    spec: 'rfc7519-5.2',
  },
  'header-claim-mismatch': {
    title: 'Header and claims disagree',
    text: ({ name }) =>
      `${name} stands in the header too, and differs from the claim. A service that goes by the header decides by something else than what is checked later.`,
    spec: 'rfc7519-5.3',
  },
  'hmac-key-short': {
    title: 'The secret is too short',
    text: ({ bits, least }) =>
      `${bits} bits, where ${least} are required. Whoever has one token can try secrets at home, millions a second. Make one at random: openssl rand -base64 ${Math.ceil(Number(least) / 8)}.`,
    spec: 'rfc7518-3.2',
  },
  'hmac-key-known': {
    title: 'The secret is one that everybody knows',
    text: ({ secret, by }) =>
      secret === ''
        ? 'The secret is empty: anybody can sign such tokens.'
        : `${by === 'tried' ? 'The token verifies with' : 'You gave'} “${foreign(secret)}”, which stands in examples and templates. Anybody can sign such tokens: replace it by a random one.`,
    spec: 'rfc8725-3.5',
  },
  'hmac-key-django-insecure': {
    title: 'Django’s insecure secret signs tokens',
    text: () =>
      'The secret begins with django-insecure-: startproject wrote it, and often it was committed. Set SECRET_KEY from the environment, and SIGNING_KEY of SIMPLE_JWT to a random value of its own.',
    spec: 'rfc8725-3.5',
  },
  'hmac-key-guessable': {
    title: 'A secret that could be guessed',
    text: ({ why }) =>
      `${why === 'short' ? 'Letters and digits alone, and under 32 of them' : 'Few different characters'}: it looks made up rather than random. If a machine made it, it may be fine; else replace it.`,
    spec: 'rfc8725-3.5',
  },
  'key-confusion': {
    title: 'Forged with the public key as secret',
    text: ({ alg }) =>
      `The ${alg} signature matches with the text of the public key you gave as secret. Whoever has that key, and it is public, can make such tokens. A verifier must fix the algorithm to the key (CVE-2015-9235).`,
    spec: 'rfc8725-3.1',
  },
  'hmac-with-public-key': {
    title: 'A public key for an HMAC token',
    text: () =>
      'HS algorithms need a secret. A verifier that takes the public key’s text for one accepts tokens of anybody (CVE-2022-29217); give it the algorithms that you expect.',
    spec: 'rfc8725-3.1',
  },
  'rsa-short': {
    title: 'A short RSA key',
    text: ({ bits }) =>
      `${bits} bits, where 2048 are required. ${Number(bits) < 1024 ? 'One computer factors it.' : 'It can be factored with much effort.'} Libraries refuse it: make a new key.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-exponent': {
    title: 'An unusual RSA exponent',
    text: ({ why, e }) =>
      why === 'none'
        ? 'e is 1 or even: there is nothing to break. The key is none.'
        : `e is ${e}: sound in itself, but a verifier that checks padding carelessly can be fooled. 65537 is usual.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-modulus': {
    title: 'An RSA key that can be factored',
    text: ({ why, factor }) =>
      why === 'roca'
        ? 'Its modulus has the fingerprint of ROCA (CVE-2017-15361): chips of one maker made keys that can be factored. Replace it.'
        : `Its modulus is divisible by ${factor}. It is no RSA key, or was damaged in copying.`,
    spec: 'rfc7518-3.3',
  },
  'rsa-shared-prime': {
    title: 'Two keys share a prime',
    text: () =>
      'Two moduli of the set have a common divisor: both are broken by dividing. They were made without enough randomness.',
    spec: 'rfc7518-3.3',
  },
  'ec-point': {
    title: 'The key is no point of its curve',
    text: ({ curve }) =>
      `Its coordinates do not fit ${foreign(curve)}: damaged in copying, or made to attack. No verifier may use it.`,
    spec: 'rfc7518-6.2.1.2',
  },
  'ec-curve': {
    title: 'An unusual curve',
    text: ({ curve, why }) =>
      why === 'rare'
        ? 'secp256k1 is registered, yet few JOSE libraries have it.'
        : `“${foreign(curve)}” is registered for no JOSE algorithm. Use P-256, P-384, P-521, Ed25519 or Ed448.`,
    spec: 'rfc7518-6.2.1.1',
  },
  'jwk-contradiction': {
    title: 'Key and token contradict each other',
    text: ({ member, says, alg }) =>
      `The JWK’s ${member} says ${foreign(says)}, and the token’s alg is ${foreign(alg)}. A verifier that goes by the key refuses the token, and is right.`,
    spec: 'rfc8725-3.1',
  },
  'jwks-private': {
    title: 'Secrets in a key set',
    text: ({ count }) =>
      `${count} of its keys ${count === 1 ? 'is' : 'are'} private or symmetric. If this set is published anywhere, replace ${count === 1 ? 'it' : 'them'}.`,
    spec: 'rfc7517-9.2',
  },
  'jwks-kid': {
    title: 'kid and key set do not fit',
    text: ({ why, kid }) =>
      why === 'twice'
        ? `Two keys are called “${foreign(kid)}”: which one is meant is a matter of luck.`
        : `No key of the set is called “${foreign(kid)}”: the set is older or newer than the token, or another issuer’s.`,
    spec: 'rfc7517-4.5',
  },
  'exp-missing': {
    title: 'It never expires',
    text: () =>
      'There is no exp: a stolen token is good until its key is replaced. Some libraries refuse it. Unless something else ends it, the issuer should set one.',
    spec: 'rfc7519-4.1.4',
  },
  'lifetime-long': {
    title: 'A long life',
    text: ({ seconds }) =>
      `${Math.round(Number(seconds) / 86_400).toLocaleString('en')} days from iat to exp. A stolen token is of use as long, and cannot be called back by itself. For a session minutes are usual; for some kinds of token this is as it should be.`,
    spec: 'rfc7519-4.1.4',
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
    text: ({ why }) =>
      why === 'http'
        ? 'iss is an http address: whoever sits on the way can answer for it. It should be https.'
        : 'There is no iss: with keys of several issuers, nothing ties the token to one of them.',
    spec: 'rfc7519-4.1.1',
  },
  'typ-generic': {
    title: 'Not said what kind of token',
    text: ({ why }) =>
      `${why === 'none' ? 'There is no typ' : 'typ is just JWT'}, and the claims do not tell either. Where one issuer makes tokens of several kinds, one may pass for another; a type such as at+jwt prevents it.`,
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
    spec: 'rfc9068-2.2',
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
    spec: 'oidc-2',
  },
  'claim-is-jwt': {
    title: 'A token in a claim',
    text: ({ count }) =>
      `${count === 1 ? 'A claim is' : `${count} claims are`} itself a token. Copy it from Claims and paste it to look inside.`,
    spec: 'rfc7519-5.2',
  },
  'disclosure-unreferenced': {
    title: 'A disclosure that nobody issued',
    text: () =>
      'Its digest stands nowhere in the issuer’s token, or more than once. A verifier must refuse the whole.',
    spec: 'rfc9901-7.1',
  },
  'time-unit': {
    title: 'A time that is no time',
    text: ({ name, why, value }) =>
      why === 'not-a-number' || why === 'none'
        ? `${name} is ${foreign(value)}, which is no ${why === 'none' ? 'time' : 'number'}. A NumericDate is a number of seconds since 1970.`
        : `${name} is ${foreign(value)}: that counts ${why}. JWT counts seconds, so verifiers take it for a moment thousands of years off. Divide by ${why === 'microseconds' ? '1,000,000' : '1000'}.`,
    spec: 'rfc7519-2',
  },
}

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

function partName(part: string | number | undefined, title = false): string {
  const name = part === 'protected' ? 'header' : 'payload'
  return title ? name[0]!.toUpperCase() + name.slice(1) : name
}
