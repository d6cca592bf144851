import type { CryptoFault, SignatureFault } from '../../core/crypto/verification.ts'
import type { JsonFault } from '../../core/json/fault.ts'
import type { ChoiceFault, FitFault, KeyFault, KeyNotice, WeaknessFault } from '../../core/keys/fault.ts'
import type { KeyFormat } from '../../core/keys/material.ts'
import type { Fault } from '../../core/text/result.ts'
import { foreign } from './foreign.ts'
import { keyWanted } from './verdict.ts'

type Values = Fault['values']
type Words<Code extends string> = Readonly<Record<Code, (values: Values) => string>>

export const keyFormatNames: Readonly<Record<KeyFormat, string>> = {
  'secret-utf8': 'Secret, UTF-8 text',
  'secret-base64': 'Secret, base64',
  'secret-base64url': 'Secret, base64url',
  'secret-hex': 'Secret, hex',
  'pem-spki': 'PEM public key (SPKI)',
  'pem-pkcs8': 'PEM private key (PKCS#8)',
  'pem-pkcs1-public': 'PEM RSA public key (PKCS#1)',
  'pem-pkcs1-private': 'PEM RSA private key (PKCS#1)',
  'pem-sec1': 'PEM EC private key (SEC1)',
  'pem-certificate': 'PEM certificate (X.509)',
  'ssh-public': 'OpenSSH public key',
  'ssh-rfc4716': 'SSH2 public key (RFC 4716)',
  'ssh-private': 'OpenSSH private key',
  der: 'DER in base64 or hex',
  'rsa-key-value': 'RSA key in XML',
  jwk: 'JWK (JSON)',
  'jwk-set': 'JWK Set (JSON)',
  'jwk-array': 'Array of JWKs (JSON)',
}

/** What the Key box wants, for the token's algorithm. */
export function keyHint(alg: string | null): string {
  if (alg === 'none') return 'alg is none: no key can verify this token.'
  const wanted = alg === null ? null : keyWanted(alg)
  if (wanted === null) return 'A secret, a PEM key or certificate, or a JWK.'
  return `${alg} needs ${wanted}${wanted.includes('secret') ? '' : ': PEM, certificate or JWK'}.`
}

function formatName(format: string | number | undefined): string {
  return keyFormatNames[format as KeyFormat] ?? String(format)
}

const alphabets: Readonly<Record<string, string>> = {
  base64: 'A–Z, a–z, 0–9, + and /',
  base64url: 'A–Z, a–z, 0–9, - and _',
}

const keyTypes: Readonly<Record<string, string>> = {
  oct: 'a shared secret',
  RSA: 'an RSA key',
  EC: 'an elliptic curve key (EC)',
  OKP: 'an Edwards curve key (OKP)',
  AKP: 'an ML-DSA key (AKP)',
}

function keyType(kty: string | number | undefined): string {
  return keyTypes[String(kty)] ?? `a key of type “${foreign(kty)}”`
}

export const keyWords: Words<Exclude<KeyFault, JsonFault>> = {
  'key-empty': () => 'There is no key.',
  'key-form-unread': ({ form, command }) =>
    `This is ${article(form)}, which this page does not read. Convert it and paste the result: ${command}`,
  'key-encrypted': ({ form, command }) =>
    `This private key is encrypted (${foreign(form)}), and its passphrase is not asked for here. Open it and paste the result: ${command}`,
  'key-format-other': ({ expected, found }) =>
    `This is ${formatName(found)}, not ${formatName(expected)}. Set Key format to Detect.`,
  'key-public-half': () =>
    'Its secret is out of range or contradicts itself, so it has no public half: the key was altered.',
  'key-algorithm-unknown': ({ oid, name }) =>
    `The key is for ${name === '' ? 'an unknown algorithm' : name} (OID ${foreign(oid)}), which no JWS algorithm here uses.`,
  'key-curve-unknown': ({ oid, name }) =>
    `The key’s curve ${name === '' ? '' : `${name} `}(OID ${foreign(oid)}) is not one that is checked here: P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448.`,
  'key-curve-explicit': () =>
    'The key spells its curve’s parameters out instead of naming the curve. Convert it: openssl ec -in key.pem -pubout -param_enc named_curve (with -pubin for a public key)',
  'key-curve-missing': () =>
    'The key does not name its curve. Write it anew: openssl ec -in key.pem -out named.pem',
  'key-length': ({ name, expected, found }) =>
    `${name} has ${found} octets; it must have ${expected}. The key was cut or altered.`,
  'key-point-form': ({ curve, form }) =>
    `The point on ${curve} begins with 0x${form}; 04, 02 or 03 must stand there.`,
  'key-point-off-curve': ({ curve }) =>
    `The coordinates are no point of ${curve}. The key was altered, or belongs to another curve.`,
  'secret-not-unicode': ({ codePoint }) => `Half of a surrogate pair (${codePoint}) has no UTF-8 form.`,
  'secret-hex-character': ({ character, codePoint }) =>
    `“${foreign(character)}” (${codePoint}) is no hexadecimal digit.`,
  'secret-hex-length': ({ count }) =>
    `${count} hexadecimal digits: two make an octet, so one is missing or too many.`,
  'key-base64-character': ({ character, codePoint, alphabet }) =>
    `“${foreign(character)}” (${codePoint}) is not in the alphabet of ${alphabet}: ${alphabets[String(alphabet)] ?? ''}.`,
  'key-base64-padding': ({ expected, found }) => `${found} padding characters (=) where ${expected} belong.`,
  'key-base64-length': ({ length }) =>
    `${length} base64 characters: a length of 4 n + 1 encodes nothing. A character is missing or too many.`,
  'pem-begin-missing': () =>
    'No -----BEGIN … ----- line. Copy the whole key, its first and last line included.',
  'pem-begin-unfinished': () => 'The BEGIN line must end with five dashes.',
  'pem-end-missing': ({ label }) =>
    `The line -----END ${foreign(label)}----- is missing: the key was cut off.`,
  'pem-end-label': ({ begin, end }) =>
    `It begins as ${foreign(begin)} and ends as ${foreign(end)}: two keys were mixed up.`,
  'pem-label': ({ expected, found }) =>
    `This is ${article(found)}, not ${article(expected)}. Set Key format to Detect.`,
  'pem-label-unknown': ({ label }) => `“${foreign(label)}” is no kind of key that is known here.`,
  'pem-body-empty': () => 'Nothing stands between the BEGIN and the END line.',
  'der-truncated': ({ octet, needed, left }) =>
    `DER octet ${octet}: ${needed} octets are announced and ${left} are left. The key was cut off.`,
  'der-tag': ({ octet, expected, found }) => `DER octet ${octet}: ${expected} expected, ${found} found.`,
  'der-length-indefinite': ({ octet }) =>
    `DER octet ${octet}: a length of indefinite form, which DER forbids.`,
  'der-length-form': ({ octet }) => `DER octet ${octet}: the length is not in its shortest form.`,
  'der-trailing': ({ octet, count }) => `DER octet ${octet}: ${count} octets follow after the key’s end.`,
  'der-integer': ({ octet }) => `DER octet ${octet}: the number is empty, padded or negative.`,
  'der-bit-string': ({ octet }) => `DER octet ${octet}: the bit string is not whole octets.`,
  'der-object-identifier': ({ octet }) => `DER octet ${octet}: a broken object identifier.`,
  'der-version': ({ octet, found }) => `DER octet ${octet}: version ${found} is not known.`,
  'der-missing': () => 'No DER in base64: such a key begins with MII, MIG, MF, MC or the like.',
  'certificate-key': () => 'The certificate’s key is for an algorithm that is not checked here.',
  'ssh-missing': () => 'No SSH key: such a line reads ssh-ed25519 AAAA… or ssh-rsa AAAA….',
  'ssh-truncated': ({ octet, needed, left }) =>
    `SSH octet ${octet}: ${needed} octets are announced and ${left} are left. The key was cut off.`,
  'ssh-type': ({ octet, type }) =>
    `SSH octet ${octet}: the key type “${foreign(type)}” is not read here. Read: ssh-rsa, ssh-ed25519, ecdsa-sha2-nistp256, 384, 521.`,
  'ssh-magic': ({ octet }) => `SSH octet ${octet}: no OpenSSH container of one key.`,
  'jwk-not-array': () => 'An array of JWKs was expected: [{"kty":…},…].',
  'jwk-set-missing': () => 'A JWK Set is an object with “keys”: {"keys":[{"kty":…},…]}.',
  'jwk-set-empty': () => 'There is no key in the set.',
  'jwk-not-object': () => 'A JWK is a JSON object such as {"kty":"RSA",…}.',
  'jwk-member-missing': ({ member, kty }) =>
    `The JWK has no “${member}”${kty ? `, which a key of type ${kty} needs` : ''}.`,
  'jwk-member-type': ({ member, expected }) => `The JWK’s “${member}” must be ${article(expected)}.`,
  'jwk-base64url': ({ member }) =>
    `The JWK’s “${member}” is not strict base64url: no padding, no + or /, no line breaks.`,
  'jwk-kty-unknown': ({ kty }) =>
    `The key type “${foreign(kty)}” is not known here. Known: RSA, EC, OKP, oct, AKP.`,
  'jwk-crv-unknown': ({ kty, crv }) =>
    `The ${kty} curve “${foreign(crv)}” is not one that is checked here: P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448.`,
  'jwk-akp-alg': ({ alg }) =>
    `“${foreign(alg)}” is no algorithm of AKP keys that is checked here: ML-DSA-44, ML-DSA-65, ML-DSA-87.`,
}

export const noticeWords: Words<KeyNotice> = {
  'secret-empty': () => 'The secret is empty.',
  'secret-line-break': ({ count }) =>
    `The secret ends with ${Number(count) > 1 ? `${count} line breaks` : 'a line break'}, which is part of it. If it came along in copying, remove it.`,
  'secret-outer-space': ({ count }) =>
    `The secret begins or ends with white space (${count}), which is part of it.`,
  'secret-also-encoded': ({ format, octets }) =>
    `Taken as text. It also reads as ${encodings[String(format)] ?? format} of ${octets} octets; if the issuer decodes it, choose that format.`,
  'secret-looks-like-key': ({ as }) =>
    `Taken as a secret, but it looks like ${{ pem: 'a PEM key', jwk: 'a JWK', token: 'a token' }[String(as)] ?? 'a DER key'}.`,
  'secret-space-ignored': ({ count }) => `White space in it (${count}) was left out.`,
  'secret-colon-ignored': ({ count }) => `Colons in it (${count}) were left out.`,
  'base64-spare-bits': () => 'Its last base64 character has bits that belong to no octet.',
  'pem-escaped-line-breaks': () => 'Written-out \\n was read as line breaks.',
  'key-text-encoded': () =>
    'The key stood in base64 or hex, and was decoded. If it is meant as a secret, choose a secret format.',
  'pem-label-other': ({ label, fits }) =>
    `The label says “${foreign(label)}”, and under it stands what belongs under “${fits}”: it was read as that. Libraries refuse it until both labels are right.`,
  'certificate-order': () =>
    'The certificates stand in another order than the chain: each must be followed by its issuer.',
  'jwk-x5c-other': () => 'The certificate in x5c is of another key.',
  'jwk-x5c-unread': () => 'What stands in x5c is no certificate that can be read.',
  'jwk-x5t-other': ({ member }) => `${member} is the thumbprint of another certificate.`,
  'jwk-duplicate-member': ({ name }) => `“${foreign(name)}” stands twice in the JWK; the last counts.`,
  'jwk-leading-zero': ({ member }) => `Leading zero octets of “${member}” were left out.`,
}

const encodings: Readonly<Record<string, string>> = {
  'secret-base64': 'base64',
  'secret-base64url': 'base64url',
  'secret-hex': 'hex',
}

export const fitWords: Words<FitFault | ChoiceFault | WeaknessFault> = {
  'fit-key-type': ({ alg, needs, has }) =>
    `does not fit: ${alg} needs ${keyType(needs)}, this is ${keyType(has)}`,
  'fit-curve': ({ alg, needs, has }) =>
    `does not fit: ${alg} needs the curve ${needs}, this key is on ${has}`,
  'fit-key-parameters': ({ alg, algs }) =>
    algs === ''
      ? 'does not fit: the key’s own parameters leave no JWS algorithm'
      : `does not fit: the key’s own parameters leave ${algs} alone, not ${alg}`,
  'fit-none': ({ alg, count }) => `does not fit: none of the ${count} keys serves ${alg}`,
  'fit-key-alg': ({ alg, keyAlg }) =>
    `does not fit: the JWK says alg ${foreign(keyAlg)}, the token says ${alg}`,
  'fit-key-use': ({ use }) => `does not fit: the JWK says use “${foreign(use)}”; a signature needs “sig”`,
  'fit-key-operations': ({ operations }) =>
    `does not fit: the JWK’s key_ops (${foreign(operations)}) do not include verify`,
  'weak-rsa-modulus': ({ alg, bits, least }) =>
    `${bits} bits are too short: ${alg} requires ${least} or more, and libraries refuse this key.`,
  'weak-rsa-exponent': () => 'Its exponent is 1 or even: no RSA at all.',
  'weak-rsa-exponent-small': ({ exponent }) =>
    `Its exponent is ${exponent}: with one below 65537, a verifier’s slip lets signatures be forged, and libraries refuse the key.`,
  'weak-rsa-exponent-large': ({ bits }) =>
    `Its exponent has ${bits} bits: libraries refuse one of more than 33.`,
  'weak-rsa-factor': ({ factor }) => `Its modulus can be divided by ${factor}: no RSA at all.`,
  'weak-rsa-roca': () =>
    'Its modulus has the mark of ROCA (CVE-2017-15361): the private key can be worked out from it. Replace the key.',
  'weak-secret': ({ alg, bits, least }) =>
    `${bits} bits are too short: ${alg} requires ${least} or more, and the secret may be guessed.`,
}

export const cryptoWords: Words<CryptoFault | SignatureFault> = {
  'crypto-alg-missing': ({ isThere }) =>
    `Cannot be checked: ${isThere ? 'alg is no string' : 'the header has no alg'}.`,
  'crypto-alg-unknown': ({ alg }) => `Cannot be checked: “${foreign(alg)}” is no known algorithm.`,
  'crypto-alg-case': ({ alg, meant }) =>
    `Cannot be checked: “${foreign(alg)}” is not “${meant}”; the case of letters counts. Verifiers that ignore it have been tricked this way.`,
  'crypto-alg-encryption': ({ alg }) => `Cannot be checked: ${alg} encrypts; it does not sign.`,
  'crypto-alg-prohibited': ({ alg }) =>
    `Cannot be checked: ${alg} is registered as a label of keys only, and no token may use it.`,
  'crypto-alg-cose': ({ alg, meant }) =>
    `Cannot be checked: ${alg} is a name of COSE; ${meant === '' ? 'JOSE has no such algorithm' : `JOSE’s is ${meant}`}.`,
  'crypto-crit-malformed': () => 'Cannot be checked: crit is malformed, so a verifier must refuse the token.',
  'crypto-crit-unknown': ({ names }) =>
    `Cannot be checked: crit demands that “${foreign(names)}” be understood, and this page does not process it.`,
  'crypto-payload-missing': () =>
    'Not checked: the payload is not in the token (detached). Paste it into the box “Detached payload”.',
  'crypto-unsupported': ({ alg }) => `Cannot be checked here: this browser has no ${alg}. Try a newer one.`,
  'crypto-no-webcrypto': () =>
    'Cannot be checked: the browser gives this page no WebCrypto. Open it over https, from localhost or as a file.',
  'crypto-key-rejected': ({ alg, kty, bits }) =>
    `Cannot be checked: the browser refuses this ${kty} key of ${bits} bits for ${alg}.`,
  'crypto-key-cost': ({ alg, bits }) =>
    `Cannot be checked: with this RSA key of ${bits} bits and its exponent, ${alg} would take too long.`,
  'crypto-none-signature': ({ found }) =>
    `alg is none, yet there is a signature of ${found} octets: a contradiction.`,
  'crypto-signature-empty': ({ alg, expected }) =>
    `Missing: ${alg} makes a signature of ${expected} octets, and there is none.`,
  'crypto-signature-number': ({ part, why }) =>
    `Cannot match: ${part === '' ? 'as a number, it' : part} ${why === 'zero' ? 'is 0, which it must not be' : `is not below the ${part === '' ? 'modulus' : 'order of the curve'}, as it must be`}.`,
  'crypto-signature-point': ({ part, why }) =>
    why === 'small-order'
      ? `Refused: ${part === 'key' ? 'the key' : part} is a point of small order, for which anybody can make signatures.`
      : `Refused: ${part === 'key' ? 'the key' : part} is not the canonical form of its point.`,
  'crypto-rsa-no-room': ({ alg, bits, least }) =>
    `Cannot match: ${alg} needs a modulus of ${least} bits or more, and this one has ${bits}.`,
  'crypto-signature-length': ({ alg, expected, found }) =>
    `Cannot match: it has ${found} octets, and with this key ${alg} makes ${expected}.`,
}

function article(name: string | number | undefined): string {
  return `${/^(?:[AEIOU]|RSA|SSH|X\.)/i.test(String(name)) ? 'an' : 'a'} ${foreign(name)}`
}
