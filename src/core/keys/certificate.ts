import { writeBase64url } from '../text/base64url.ts'
import type { Span } from '../text/span.ts'
import { type Der, Tag } from './der.ts'
import { hexOf, readName } from './distinguishedName.ts'
import { type PssParameters, readPssParameters } from './keyAlgorithm.ts'
import { type PublicKey, readSubjectPublicKeyInfo } from './publicKey.ts'

/** An X.509 certificate (RFC 5280 section 4.1), as far as it is of use here. */
export interface Certificate {
  /** Where it stands in the key text. */
  readonly span: Span
  /** The whole of it in DER. */
  readonly octets: Uint8Array
  readonly subject: string
  readonly issuer: string
  /** The names in DER, as hexadecimal digits: what chains are built by. */
  readonly subjectId: string
  readonly issuerId: string
  /** In hexadecimal. */
  readonly serialNumber: string
  /** Seconds since the epoch; null where the time cannot be read. */
  readonly notBefore: number | null
  readonly notAfter: number | null
  /** Null where it is for an algorithm that is not known here. */
  readonly key: PublicKey | null
  readonly signed: SignedPart
  /** Of the whole in DER, in base64url, as `x5t` and `x5t#S256` have them; null where the page has no WebCrypto. */
  readonly sha1: string | null
  readonly sha256: string | null
}

/** What the issuer signed, and how. */
export interface SignedPart {
  /** The TBSCertificate, octet for octet. */
  readonly octets: Uint8Array
  /** OID of the signature algorithm. */
  readonly algorithm: string
  readonly pss: PssParameters | null
  readonly signature: Uint8Array
}

type Read = Omit<Certificate, 'span' | 'sha1' | 'sha256'>

const RSA_PSS = '1.2.840.113549.1.1.10'

/** Reads one certificate; meaningless after a fault. A key of an unknown algorithm is none. */
export function readCertificate(der: Der): Read {
  const octets = der.fork().whole(Tag.sequence)
  const certificate = der.sequence()
  const toBeSigned = certificate.fork().whole(Tag.sequence)
  const tbs = certificate.sequence()
  if (tbs.next(Tag.context0)) tbs.skip()
  const serialNumber = hexOf(tbs.enter(Tag.integer).rest)
  tbs.sequence() // signature
  const issuerId = hexOf(tbs.fork().whole(Tag.sequence))
  const issuer = readName(tbs)
  const validity = tbs.sequence()
  const notBefore = readTime(validity)
  const notAfter = readTime(validity)
  const subjectId = hexOf(tbs.fork().whole(Tag.sequence))
  const subject = readName(tbs)
  const key = readKey(tbs)
  const { algorithm, pss } = readSignatureAlgorithm(certificate)
  const signature = certificate.bitString().rest
  certificate.finish()
  return {
    octets,
    subject,
    issuer,
    subjectId,
    issuerId,
    serialNumber,
    notBefore,
    notAfter,
    key,
    signed: { octets: toBeSigned, algorithm, pss, signature },
  }
}

/** A key that nothing here could use does no harm to the certificate; one that is broken does. */
function readKey(tbs: Der): PublicKey | null {
  const { fault } = readAhead(tbs)
  if (fault !== 'key-algorithm-unknown' && fault !== 'key-curve-unknown') return readSubjectPublicKeyInfo(tbs)
  tbs.sequence()
  return null
}

function readAhead(tbs: Der): { readonly fault: string | null } {
  const own = tbs.fork()
  readSubjectPublicKeyInfo(own)
  return { fault: own.fault?.code ?? null }
}

function readSignatureAlgorithm(der: Der): { algorithm: string; pss: PssParameters | null } {
  const identifier = der.sequence()
  const algorithm = identifier.oid()
  return {
    algorithm,
    pss: algorithm === RSA_PSS && identifier.tag >= 0 ? readPssParameters(identifier) : null,
  }
}

/** UTCTime or GeneralizedTime as RFC 5280 section 4.1.2.5 allows them. */
function readTime(der: Der): number | null {
  const short = der.next(Tag.utcTime)
  const digits = String.fromCharCode(
    ...der.enter(short ? Tag.utcTime : Tag.generalizedTime).rest.subarray(0, 20),
  )
  const match = (
    short ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  ).exec(digits)
  if (match === null) return null
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  // Years of two digits are those from 1950 to 2049.
  const full = short ? year + (year < 50 ? 2000 : 1900) : year
  return ((daysBefore(full, month, day) * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** Days from 1970-01-01 to a date of the Gregorian calendar: a year is counted from March, so that a leap day ends it. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

/** The certificate with its place and thumbprints (RFC 7515 sections 4.1.7 and 4.1.8). */
export async function placeCertificate(read: Read, span: Span): Promise<Certificate> {
  const [sha1, sha256] = await Promise.all([digest('SHA-1', read.octets), digest('SHA-256', read.octets)])
  return { ...read, span, sha1, sha256 }
}

async function digest(hash: string, octets: Uint8Array): Promise<string | null> {
  try {
    return writeBase64url(new Uint8Array(await crypto.subtle.digest(hash, octets as BufferSource)))
  } catch {
    return null
  }
}
