import type { AlgorithmDiagnosis, KeyDiagnosis } from '../../../core/diagnose/diagnosis.ts'
import { foreign } from '../foreign.ts'
import type { DiagnosisWords } from './words.ts'

export const keyDiagnoses: Readonly<Record<KeyDiagnosis | AlgorithmDiagnosis, DiagnosisWords>> = {
  'key-confusion': {
    if: 'a public key were taken for a secret: this is an attack',
    why: ({ alg, what }) =>
      `The ${alg} signature was made with the public key (${what}) as the HMAC secret. Everybody has that key. A verifier that takes alg from the token accepts it: a forged token (RFC 8725 section 2.1).`,
    todo: 'Treat it as hostile. Fix the algorithm in your verifier, and never hand a public key to an HMAC.',
  },
  'key-restricted': {
    if: ({ member, value }) => `the JWK’s ${member} (${foreign(value)}) did not forbid it`,
    why: 'The key is the right one; what its JWK says of its use is not what it is used for.',
    todo: 'Mend the JWK where it is published; verifiers that obey it refuse the token.',
  },
  'key-embedded': {
    if: ({ name }) => `the key in the token’s own header (${name}) were trusted — and it must not be`,
    why: 'The token is whole, and was signed by the key that it brings along: not by yours. Anybody can make such a token.',
    todo: 'Find out from the issuer which key it signs with. Only a key from there proves anything.',
  },
  'key-type': {
    says: ({ alg, serves, has, crv }) =>
      `${has === 'oct' ? 'A secret' : `This ${[has, crv].filter(Boolean).join(' ')} key`} can serve ${serves === '' ? 'no signature algorithm' : serves}; the token says ${foreign(alg)}.`,
    why: ({ has }) =>
      has === 'oct'
        ? 'What was pasted is no public key in any form known here, so it was taken for a secret.'
        : 'The key is of another issuer or environment, or the issuer has changed its algorithm.',
    todo: ({ alg }) =>
      /^hs/i.test(String(alg))
        ? 'HS tokens need the secret that issuer and verifier share; a public key can never verify them.'
        : 'Get the issuer’s public key: a PEM, a certificate, a JWK or its JWKS.',
  },
  'key-id': {
    says: ({ kid, kids, count }) =>
      `The token names the key “${foreign(kid)}”; ${Number(count) === 1 ? `yours is “${foreign(kids)}”` : `the ${count} here are ${foreign(kids)}`}.`,
    why: 'The key set is of another environment or tenant, or older than the token: issuers change keys.',
    todo: 'Fetch the issuer’s JWKS again, from the address that its iss names.',
  },
  'key-thumbprint': {
    says: ({ name, expected, found }) =>
      `The token’s ${name} is ${foreign(expected)}; your key’s thumbprint is ${foreign(found)}.`,
    why: 'The token was made with another key or certificate.',
    todo: 'Find the one with that thumbprint.',
  },
  'key-issuer': {
    says: ({ iss, names }) => `The token is from ${foreign(iss)}; the certificate is for ${foreign(names)}.`,
    why: 'Key and token are of different environments: test and production, two tenants.',
    todo: 'Get the key of the issuer that the token names.',
  },
  'key-not-signer': {
    says: ({ count }) =>
      Number(count) > 1
        ? `None of these ${count} keys made this signature, or it was damaged.`
        : 'Your key did not make this signature, or it was damaged.',
    why: 'Opened with the public key, it shows no RSA padding, as it would with the right one.',
    todo: 'Look for the key that the issuer signs with: compare kid and x5t.',
  },
  'alg-variant': {
    if: ({ alg, actual }) =>
      `its algorithm were ${actual}; the header ${alg === '' ? 'names none' : `says ${foreign(alg)}`}`,
    says: ({ alg, actual }) => `The signature was made with ${actual}, not with ${foreign(alg)}.`,
    why: 'The header was written by hand, or one side takes alg from its configuration.',
    todo: 'Set the same algorithm where the token is signed. Never let a verifier try several.',
  },
  'pss-parameters': {
    says: ({ salt, mask, hash }) =>
      `This key made this signature over this content, with a salt of ${salt} octets and the mask of ${mask}; JWS wants both by the hash, ${hash}.`,
    why: 'OpenSSL and .NET take the longest salt unless told otherwise; Java’s PSS masks with SHA-1 by default.',
    todo: 'Set salt length and MGF1 to the hash where the token is signed (RFC 7518 section 3.5).',
  },
  'digest-info-missing': {
    says: ({ hash }) => `This key signed this content’s ${hash} bare, without naming the hash.`,
    why: 'The raw RSA operation was used: openssl pkeyutl without -pkeyopt digest, a smart card, an HSM.',
    todo: 'Sign with RSASSA-PKCS1-v1_5, which puts DigestInfo around the digest (RFC 8017 section 9.2).',
  },
  'crit-ignored': {
    if: 'crit were not obeyed',
    why: 'The signature matches; but crit says that whoever does not process the named extension must refuse the token.',
    todo: 'Verify it with software that knows the extension, or have the issuer leave crit out.',
  },
}
