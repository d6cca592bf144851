import type { Certificate } from '../keys/certificate.ts'
import { type CurveName, curves, isCurveName } from '../keys/curves.ts'
import { Der } from '../keys/der.ts'
import { certifiedKey } from '../keys/gather.ts'
import type { PublicKey } from '../keys/publicKey.ts'
import { verifySignature } from './verify.ts'

/** Whether a certificate is signed by the one that it names as its issuer. */
export type IssuerSignature =
  /** By the issuer, which is among the certificates. */
  | 'holds'
  /** By itself. */
  | 'self-signed'
  /** The issuer is there, and its key did not make the signature. */
  | 'broken'
  /** The issuer is not among the certificates. */
  | 'issuer-absent'
  /** The algorithm or the issuer's key is not one that is checked here. */
  | 'unchecked'

/** RSASSA-PKCS1-v1_5 and ECDSA by OID (RFC 8017 section A.2.4, RFC 5758): the hash. */
const rsaHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
}
const ecdsaHashes: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
}

/** Algorithms that are the same in JWS and X.509. */
const sameInJws: Readonly<Record<string, string>> = {
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
}

/**
 * Checks the signature over the exact octets of each certificate's TBSCertificate (RFC 5280 section 4.1.1.3) with the key of
 * its issuer, if that is among them. In the order of `certificates`. Nothing is trusted for it. Never rejects.
 */
export function checkChain(certificates: readonly Certificate[]): Promise<readonly IssuerSignature[]> {
  return Promise.all(certificates.map((certificate) => checkIssuer(certificate, certificates)))
}

async function checkIssuer(
  certificate: Certificate,
  certificates: readonly Certificate[],
): Promise<IssuerSignature> {
  const issuers = certificates.filter(({ subjectId }) => subjectId === certificate.issuerId)
  let found: IssuerSignature = 'issuer-absent'
  for (const issuer of issuers) {
    const holds = issuer.key === null ? null : await verify(certificate, issuer).catch(() => null)
    if (holds === true) return issuer === certificate ? 'self-signed' : 'holds'
    found = holds === null ? 'unchecked' : 'broken'
  }
  return found
}

/** Null where it cannot be checked. */
async function verify({ signed }: Certificate, issuer: Certificate): Promise<boolean | null> {
  const { algorithm, pss, signature, octets } = signed
  const key = issuer.key!
  const ecdsaHash = ecdsaHashes[algorithm]
  if (ecdsaHash !== undefined) {
    const { crv } = key.jwk
    if (crv === undefined || !isCurveName(crv)) return null
    const raw = rawSignature(signature, crv)
    if (raw === null) return false
    if (crv === 'secp256k1') return ecdsaHash === 'SHA-256' ? asJws('ES256K', issuer, octets, raw) : null
    return natively(key, { name: 'ECDSA', namedCurve: crv, hash: ecdsaHash }, octets, raw)
  }
  const rsaHash = rsaHashes[algorithm]
  if (rsaHash !== undefined) {
    return natively(key, { name: 'RSASSA-PKCS1-v1_5', hash: rsaHash }, octets, signature)
  }
  if (pss !== null) {
    if (pss.hash !== pss.mgfHash) return null
    const parameters = { name: 'RSA-PSS', hash: pss.hash, saltLength: pss.saltLength }
    return natively(key, parameters, octets, signature)
  }
  const alg = sameInJws[algorithm]
  return alg === undefined ? null : asJws(alg, issuer, octets, signature)
}

async function natively(
  { jwk }: PublicKey,
  parameters: { readonly name: string; readonly hash: string; readonly [more: string]: string | number },
  octets: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, parameters, false, ['verify'])
  return crypto.subtle.verify(parameters, key, signature as BufferSource, octets as BufferSource)
}

async function asJws(
  alg: string,
  issuer: Certificate,
  octets: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | null> {
  const key = certifiedKey('pem-certificate', [issuer])
  if (!key.ok) return null
  const { state } = await verifySignature({
    header: { alg, crit: null },
    signingInput: new Uint8Array(octets),
    signature: new Uint8Array(signature),
    key: key.value,
  })
  return state === 'verified' ? true : state === 'failed' ? false : null
}

/** r ‖ s of an ECDSA signature in DER (RFC 3279 section 2.2.3); null if it is none. */
function rawSignature(octets: Uint8Array, crv: CurveName): Uint8Array | null {
  const { size } = curves[crv]
  const der = Der.of(octets)
  const sequence = der.sequence()
  const numbers = [sequence.integer(), sequence.integer()]
  sequence.finish()
  der.finish()
  if (der.fault !== null || numbers.some(({ length }) => length > size)) return null
  const raw = new Uint8Array(2 * size)
  numbers.forEach((number, i) => {
    raw.set(number, (i + 1) * size - number.length)
  })
  return raw
}
