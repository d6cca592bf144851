import { Der, Tag } from './der.ts'
import { pemPkcs1Private } from './pemPkcs1Private.ts'
import { pemPkcs1Public } from './pemPkcs1Public.ts'
import { pemPkcs8 } from './pemPkcs8.ts'
import { pemSec1 } from './pemSec1.ts'
import { pemSpki } from './pemSpki.ts'

const kinds = {
  spki: pemSpki,
  pkcs8: pemPkcs8,
  'pkcs1-public': pemPkcs1Public,
  'pkcs1-private': pemPkcs1Private,
  sec1: pemSec1,
  certificate: null,
  encrypted: null,
  request: null,
  pkcs7: null,
  pkcs12: null,
} as const

export type DerKind = keyof typeof kinds

/** How a kind of DER is read as a key; null for a certificate, an encrypted key, and what is not read here. */
export function formOf(kind: DerKind) {
  return kinds[kind]
}

/** What the object identifiers of PKCS #7 begin with. */
const PKCS7 = '1.2.840.113549.1.7.'

/**
 * What octets are, told by their first elements alone: a key that is broken further on is still known as one. Null for
 * octets that are no key.
 */
export function derKind(octets: Uint8Array): DerKind | null {
  const outer = Der.of(octets).sequence()
  if (outer.next(Tag.sequence)) {
    const inner = outer.sequence()
    if (inner.next(Tag.oid)) {
      const oid = inner.oid()
      if (inner.fault !== null) return null
      if (outer.next(Tag.bitString)) return 'spki'
      return oid.startsWith('1.2.840.113549.1.') && outer.next(Tag.octetString) ? 'encrypted' : null
    }
    if (inner.next(Tag.context0)) inner.skip()
    if (!inner.next(Tag.integer)) return null
    inner.skip()
    if (!inner.next(Tag.sequence)) return null
    const second = inner.sequence()
    return second.next(Tag.oid) ? 'certificate' : second.next(Tag.set) ? 'request' : null
  }
  if (outer.next(Tag.oid)) return outer.oid().startsWith(PKCS7) && outer.next(Tag.context0) ? 'pkcs7' : null
  if (!outer.next(Tag.integer)) return null
  const first = outer.integer()
  const version = first.length === 1 ? first[0]! : -1
  if (outer.next(Tag.sequence)) {
    const second = outer.sequence()
    if (!second.next(Tag.oid)) return null
    return version <= 1 ? 'pkcs8' : version === 3 && second.oid().startsWith(PKCS7) ? 'pkcs12' : null
  }
  if (version === 1 && outer.next(Tag.octetString)) return 'sec1'
  if (!outer.next(Tag.integer)) return null
  // A modulus of 512 bits at least, or the version before one.
  if (first.length >= 64) return outer.integer().length <= 8 && outer.fault === null ? 'pkcs1-public' : null
  if (version < 0 || version > 1 || outer.integer().length < 64 || !outer.next(Tag.integer)) return null
  // The exponent: in a DSA key, a number of at least 20 octets stands here.
  return outer.integer().length < 20 ? 'pkcs1-private' : null
}
