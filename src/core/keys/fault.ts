import type { JsonFault } from '../json/fault.ts'

/**
 * Why a key text cannot be read. Spans count in the key text; values named `octet` count in the DER that the text encodes.
 * In parentheses: the values that come with each.
 */
export type KeyFault =
  /** There is no text. */
  | 'key-empty'
  /** Encrypted with a passphrase (`form`, and the `command` that opens it). */
  | 'key-encrypted'
  /** Sound, but not the format that was chosen (`expected`, `found`: key formats). */
  | 'key-format-other'
  /** A known form that is not read here (`form`, and the `command` that turns it into one that is). */
  | 'key-form-unread'
  /** The secret of a private key is none of its algorithm's, so that it has no public half. */
  | 'key-public-half'
  /** An algorithm that no JWS algorithm here uses (`oid`, `name` or '' where the OID is not a known one). */
  | 'key-algorithm-unknown'
  /** As before, of an elliptic curve. */
  | 'key-curve-unknown'
  /** Curve parameters in full in place of a curve's name, which RFC 5480 section 2.1.1 rules out. */
  | 'key-curve-explicit'
  /** Nothing names the curve of an EC private key. */
  | 'key-curve-missing'
  /** A public key, coordinate or seed of the wrong length (`name`, `expected`, `found`, in octets). */
  | 'key-length'
  /** An elliptic curve point that is neither 04 ‖ x ‖ y nor compressed (`curve`, `form` as two hex digits). */
  | 'key-point-form'
  /** Coordinates that are not a point of the curve (`curve`). */
  | 'key-point-off-curve'
  | SecretFault
  | EncodingFault
  | PemFault
  | DerFault
  | SshFault
  | JwkFault
  | JsonFault

export type SecretFault =
  /** Half of a surrogate pair, which has no UTF-8 form (`codePoint`). */
  | 'secret-not-unicode'
  /** No hexadecimal digit (`character`, `codePoint`). */
  | 'secret-hex-character'
  /** An odd number of hexadecimal digits (`count`). */
  | 'secret-hex-length'

/** Base64 in a PEM body or a secret. */
export type EncodingFault =
  /** No character of the alphabet (`character`, `codePoint`, `alphabet`: base64 or base64url). */
  | 'key-base64-character'
  /** `=` where none belongs, or too few of them (`expected`, `found`). */
  | 'key-base64-padding'
  /** A number of characters that no number of octets encodes to (`length`). */
  | 'key-base64-length'

export type PemFault =
  /** No -----BEGIN line. */
  | 'pem-begin-missing'
  /** A BEGIN line without its closing dashes. */
  | 'pem-begin-unfinished'
  /** No END line (`label`). */
  | 'pem-end-missing'
  /** The END line names something else (`begin`, `end`). */
  | 'pem-end-label'
  /** Sound, but not what was asked for (`expected`, `found`). */
  | 'pem-label'
  /** A label that no key form here has (`label`). */
  | 'pem-label-unknown'
  /** Nothing between BEGIN and END. */
  | 'pem-body-empty'

/** What breaks DER (X.690); every one has `octet`, the place counted from 0. */
export type DerFault =
  /** An element is longer than what is left (`needed`, `left`, in octets). */
  | 'der-truncated'
  /** Another type stands there (`expected`, `found`). */
  | 'der-tag'
  /** Length in BER's indefinite form. */
  | 'der-length-indefinite'
  /** Length in more octets than it needs, or more than four. */
  | 'der-length-form'
  /** Octets after the end of the structure (`count`). */
  | 'der-trailing'
  /** An INTEGER that is empty, padded or negative. */
  | 'der-integer'
  /** A BIT STRING that is not whole octets. */
  | 'der-bit-string'
  | 'der-object-identifier'
  /** The structure has a version that is not known (`found`). */
  | 'der-version'
  /** No base64 of DER in the text. */
  | 'der-missing'
  /** The key of a certificate is for an algorithm that is not known here. */
  | 'certificate-key'

/** What breaks the encodings of SSH; those with `octet` count as DER's do. */
export type SshFault =
  /** No key of SSH in the text. */
  | 'ssh-missing'
  /** A field is longer than what is left (`octet`, `needed`, `left`). */
  | 'ssh-truncated'
  /** A key type that is not read here (`octet`, `type`). */
  | 'ssh-type'
  /** Not the container of OpenSSH, or one of several keys (`octet`). */
  | 'ssh-magic'

export type JwkFault =
  | 'jwk-not-object'
  | 'jwk-not-array'
  /** No `keys`. */
  | 'jwk-set-missing'
  /** No key in the set. */
  | 'jwk-set-empty'
  /** (`member`, `kty`) */
  | 'jwk-member-missing'
  /** (`member`, `expected`: a JSON type) */
  | 'jwk-member-type'
  /** Not strict base64url (`member`, `why`: the base64url fault, and its values). */
  | 'jwk-base64url'
  /** (`kty`) */
  | 'jwk-kty-unknown'
  /** A curve that is not read here (`kty`, `crv`). */
  | 'jwk-crv-unknown'
  /** An AKP key for an algorithm that is not read here (`alg`). */
  | 'jwk-akp-alg'

/** What is worth saying of a key that was read. */
export type KeyNotice =
  /** The secret is empty. */
  | 'secret-empty'
  /** The secret ends with a line break, which is part of it (`count` of breaks). */
  | 'secret-line-break'
  /** The secret begins or ends with other white space, which is part of it (`count` of characters). */
  | 'secret-outer-space'
  /** The text also reads as an encoding of octets (`format`: a key format, `octets`). It was taken as UTF-8. */
  | 'secret-also-encoded'
  /** Taken as a secret, but it looks like another kind of key (`as`: pem, jwk or der). */
  | 'secret-looks-like-key'
  /** White space within an encoded secret was left out (`count`). */
  | 'secret-space-ignored'
  /** Colons between hexadecimal digits were left out (`count`). */
  | 'secret-colon-ignored'
  /** Bits that belong to no octet are set: another text encodes the same octets. */
  | 'base64-spare-bits'
  /** `\n` or `\r` written out in the text was read as a line break. */
  | 'pem-escaped-line-breaks'
  /** The key's file stood in base64, which was decoded. */
  | 'key-text-encoded'
  /** The label is another's than what stands under it, which was read (`label`, and the one that `fits`). */
  | 'pem-label-other'
  /** The certificates do not stand in the order of the chain. */
  | 'certificate-order'
  /** The first certificate of x5c is of another key. */
  | 'jwk-x5c-other'
  /** What stands in x5c cannot be read. */
  | 'jwk-x5c-unread'
  /** x5t or x5t#S256 is of another certificate (`member`). */
  | 'jwk-x5t-other'
  /** A member name stands twice; the last one counts (`name`). */
  | 'jwk-duplicate-member'
  /** Leading zero octets were left out, as RFC 7518 section 2 has it (`member`). */
  | 'jwk-leading-zero'

/** Why a key cannot serve an algorithm. Spans count in the key text; every one has `alg`, the token's. */
export type FitFault =
  /** Another key type (`needs`, `has`: values of kty). */
  | 'fit-key-type'
  /** Another curve (`needs`, `has`: values of crv). */
  | 'fit-curve'
  /** The key's own parameters leave other algorithms (`algs`, joined with commas, '' for none; RFC 4055 section 1.2). */
  | 'fit-key-parameters'
  /** The JWK's alg is another (`keyAlg`; RFC 7517 section 4.4, RFC 9964 section 3). */
  | 'fit-key-alg'
  /** The JWK's use is not sig (`use`; RFC 7517 section 4.2). */
  | 'fit-key-use'
  /** The JWK's key_ops are not for verifying (`operations`, joined with commas; RFC 7517 section 4.3). */
  | 'fit-key-operations'

/** None of a set's keys can serve the algorithm (`alg`, `count` of the keys). */
export type ChoiceFault = 'fit-none'

/** What makes a key that fits too weak to rely on, or is refused by libraries; every one has `alg`. */
export type WeaknessFault =
  /** RSA modulus too short (`bits`, `least`; RFC 7518 sections 3.3 and 3.5). */
  | 'weak-rsa-modulus'
  /** An RSA public exponent of 1, or an even one: no RSA at all. */
  | 'weak-rsa-exponent'
  /** An RSA public exponent below 65537 (`exponent`; FIPS 186-5 appendix A.1.1). */
  | 'weak-rsa-exponent-small'
  /** An RSA public exponent of more bits than libraries take (`bits`). */
  | 'weak-rsa-exponent-large'
  /** An RSA modulus that a small prime divides (`factor`). */
  | 'weak-rsa-factor'
  /** An RSA modulus of the form that CVE-2017-15361 (ROCA) makes. */
  | 'weak-rsa-roca'
  /** HMAC secret shorter than the hash (`bits`, `least`; RFC 7518 section 3.2). */
  | 'weak-secret'
