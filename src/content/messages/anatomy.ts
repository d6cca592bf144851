import type { AnatomyKind, CellId, GapId, PartId } from '../../core/anatomy/cell.ts'
import type { SpecId } from '../spec.ts'

type Words = readonly [name: string, text: string, spec: SpecId]

/** What each cell of the chain is called, what it is, and where that is said; `#` stands for the hash function. */
export const cellWords: Readonly<Record<CellId, Words>> = {
  'signing-input': [
    'JWS Signing Input',
    'The encoded header, a dot and the payload as it is sent. These octets are signed, not the JSON in them.',
    'rfc7515-5.1',
  ],
  digest: ['Hash of the signing input', '#: as long for a short token as for a long one.', 'rfc7515-5.1'],
  signature: ['Signature in the token', 'As it stands in the token, decoded.', 'rfc7515-5.1'],
  key: ['Secret', 'The octets of the key that you gave.', 'rfc7518-3.2'],
  'key-digest': [
    'Hash of the secret',
    'It is longer than a block of #, so its hash serves instead.',
    'rfc2104-2',
  ],
  'key-block': ['K′', 'That, filled with zeros to the length of a block of #.', 'rfc2104-2'],
  'inner-pad': ['K′ ⊕ ipad', 'Each octet of K′ combined by exclusive or with 36.', 'rfc2104-2'],
  'inner-digest': ['First pass', '# over K′ ⊕ ipad and then the signing input.', 'rfc2104-2'],
  'outer-pad': ['K′ ⊕ opad', 'Each octet of K′ combined by exclusive or with 5c.', 'rfc2104-2'],
  mac: ['Second pass: the HMAC', '# over K′ ⊕ opad and then the first pass.', 'rfc2104-2'],
  modulus: ['Modulus n', 'Part of the public key.', 'rfc7518-6.3.1.1'],
  exponent: ['Exponent e', 'The other part of the public key.', 'rfc7518-6.3.1.2'],
  'encoded-message': [
    'Encoded message: s^e mod n',
    'The signature, raised to the public exponent. With the right key padding shows, and in it the hash that was signed.',
    'rfc8017-5.2.2',
  ],
  'pss-message': [
    'Encoded message: s^e mod n',
    'The signature, raised to the public exponent. With the right key it ends in bc, after a masked block and H.',
    'rfc8017-8.1.2',
  ],
  'pss-mask': ['Mask', 'Made from H with # by the function MGF1.', 'rfc8017-9.1.2'],
  'pss-db': [
    'DB: masked block ⊕ mask',
    'Without its mask the block should be zeros, 01 and a salt. Bits for which n has no room are cleared.',
    'rfc8017-9.1.2',
  ],
  'pss-again': [
    'H made again',
    '# over eight zeros, the hash of the signing input and the salt.',
    'rfc8017-9.1.2',
  ],
  u1: ['u₁ = e · s⁻¹ mod n', 'e is the hash as a number, n the order of the curve.', 'sec-1'],
  u2: ['u₂ = r · s⁻¹ mod n', 'From the two numbers of the signature.', 'sec-1'],
  point: [
    'x of u₁·G + u₂·Q',
    'G is the base point of the curve, Q the public key. With the right key the sum is the point that the signer chose.',
    'sec-1',
  ],
  v: ['x mod n', 'If it is r again, the signature matches.', 'fips-186-5'],
  challenge: ['k', '# over R, the public key A and the signing input.', 'rfc8032-3.4'],
  left: ['S·B', 'The base point B, multiplied by S.', 'rfc8032-3.4'],
  right: ['R + k·A', 'The same point, if the signer knew the private key of A.', 'rfc8032-3.4'],
  aad: [
    'Additional authenticated data',
    'The encoded protected header, and the aad of a JSON serialization. Not encrypted, but the tag covers it.',
    'rfc7516-5.1',
  ],
  'encrypted-key': [
    'Encrypted key',
    'The content key, for the recipient alone. None is sent where both sides have or derive it.',
    'rfc7516-5.1',
  ],
  iv: ['Initialization vector', 'It makes each encryption different.', 'rfc7516-5.1'],
  ciphertext: ['Ciphertext', 'The encrypted content. The tag covers it too.', 'rfc7516-5.1'],
  tag: [
    'Authentication tag',
    'Only a holder of the content key can make it. Every holder can, so it names no sender.',
    'rfc7516-5.1',
  ],
}

export const anatomyParts: Readonly<Record<PartId, string>> = {
  header: 'header',
  dot: 'dot',
  payload: 'payload',
  key: 'secret',
  zeros: 'zeros',
  start: 'start',
  filling: 'filling',
  separator: 'end of filling',
  'digest-info': 'DigestInfo: which hash',
  hash: 'hash',
  'masked-db': 'masked block',
  h: 'H',
  trailer: 'end',
  one: 'end of zeros',
  salt: 'salt',
  r: 'r',
  s: 's',
  'big-r': 'R',
  'big-s': 'S',
}

/** What the chain is as a whole. */
export const kindWords: Readonly<Record<AnatomyKind, readonly [text: string, spec: SpecId]>> = {
  hmac: [
    'HMAC hashes the secret together with the signing input, twice. Who can check it can also make it.',
    'rfc7518-3.2',
  ],
  pkcs1: ['The public key opens the signature, and the hash shows inside.', 'rfc8017-8.2.2'],
  pss: ['The public key opens the signature, and a salted hash shows inside.', 'rfc7518-3.5'],
  ecdsa: ['Two numbers, r and s, that fit the hash and the public key.', 'rfc7518-3.4'],
  eddsa: ['A point R and a number S that fit the message and the public key.', 'rfc8037-2'],
  'ml-dsa': ['A signature of lattice arithmetic, made to withstand quantum computers.', 'rfc9964'],
  none: [
    'Nothing is protected: alg is none. Anybody can change these octets, and nothing would show it.',
    'rfc7518-3.6',
  ],
  unsigned: [
    'There is no signature. Anybody can change these octets, and nothing would show it.',
    'rfc7515-5.2',
  ],
  unknown: ['How this signature is made is not known here.', 'rfc7515-4.1.1'],
  jwe: [
    'This token is encrypted and has no signature. Its tag authenticates the header, the initialization vector and the ciphertext.',
    'rfc7516-5.1',
  ],
}

export const gapWords: Readonly<Record<GapId, string>> = {
  'no-key': 'Give a key that fits, and the rest is computed.',
  'no-algorithm': 'Without a known alg there is nothing to compute.',
  'no-payload':
    'The payload was sent apart, or is empty. If apart, give it below the token, and the values can agree.',
  'not-opened': 'No padding shows: this key did not make this signature, or not with this algorithm.',
  'other-hash': 'The padding names another hash than alg does.',
  'no-point': 'The key or R is no point of the curve.',
  'too-long': 'Its arithmetic takes more values than can be shown; the verdict says whether it matches.',
  'no-hash': 'This page has no WebCrypto here, or it refuses to hash.',
}

export const anatomyText = {
  refused: 'The values are the same, and yet a verifier must refuse this token. The verdict says why.',
  noToken: 'There is no token to take apart.',
  twoParts: 'The signature is missing, and the dot before it: a signed token has three parts.',
  noWhole: 'This is no whole token, so it cannot be told what was signed.',
  bytes: 'From characters to JSON',
  signature: 'From signing input to signature',
  encryption: 'What the tag authenticates',
  characters: [
    'Characters',
    'A token is text. Four characters of base64url carry three octets.',
    'rfc4648-5',
  ],
  sextets: ['Six bits each', 'Each character stands for a number from 0 to 63: six bits.', 'rfc4648-5'],
  octets: [
    'Eight bits each',
    'The same bits, cut anew into octets. Choose one to see its characters.',
    'rfc4648-5',
  ],
  text: ['Text', 'The octets are UTF-8: one to four of them make a character.', 'rfc3629-3'],
  json: ['JSON', 'The text is JSON. Choose a claim to see its characters.', 'rfc7515-2'],
  elements: [
    'JSON',
    'The text is JSON: an array with a salt, the name of the claim and its value. An array element has no name.',
    'rfc9901-4.2.1',
  ],
  elementNames: ['salt', 'name', 'value'],
  digest: [
    'Digest',
    'The hash of the disclosure’s characters as they stand, not of the JSON in them. The issuer signed this digest in its place.',
    'rfc9901-4.2.3',
  ],
  digestIn: 'It stands in',
  digestNowhere: 'No list of digests in what was signed has it: a verifier must reject the disclosure.',
  inPayload: 'the payload',
  own: { jws: 'Token', jwe: 'Token', 'sd-jwt': 'Issuer-signed JWT', undecodable: 'Token' },
  side: 'Part of',
  disclosures: 'Disclosures',
  keyBinding: 'Key Binding JWT',
  signatureNumber: (number: number) => `Signature ${number}`,
  recipientNumber: (number: number) => `Recipient ${number}`,
  disclosureNumber: (number: number, name: string) => `Disclosure ${number}: ${name}`,
  spare: (count: number) => `${count} of the bits belong to no octet; they should be zero.`,
  plain: 'The payload stands as it is, not in base64url.',
  plainSpec: 'rfc7797-3',
  detached: 'The payload was sent apart: no character of the token carries it.',
  decrypted:
    'It was encrypted: the ciphertext carries it, and no character of the token stands for one of its own.',
  empty: 'This part is empty.',
  noText: ['Text', 'These octets are no text.', 'rfc3629-3'],
  noJson: ['JSON', 'These octets are no JSON.', 'rfc7515-2'],
  lone: 'One character carries no whole octet: it is left over.',
} as const
