import type { JWK } from 'jose'
import { memberOctets } from '../octets.ts'

type Octets = Uint8Array<ArrayBuffer>

/** Bits of the shared secret, on each curve; WebCrypto counts whole octets. */
const bits: Readonly<Record<string, number>> = {
  'P-256': 256,
  'P-384': 384,
  'P-521': 528,
  X25519: 256,
  X448: 448,
}

/**
 * The shared secret of a private and a public key on the same curve (SEC 1 section 3.3.1, RFC 7748 section 6): by WebCrypto,
 * or, where it does not have the curve, by @noble/curves. Null where the public key is one that makes it zero.
 */
export async function sharedSecret(own: JWK, other: JWK): Promise<Octets | null> {
  const crv = own.crv!
  const secret = (await native(own, other, crv)) ?? (await byLibrary(own, other, crv))
  return secret?.some((octet) => octet !== 0) ? secret : null
}

/** Null where the platform does not have the curve, or answers nothing. */
async function native(own: JWK, other: JWK, crv: string): Promise<Octets | null> {
  const parameters = crv.startsWith('P-') ? { name: 'ECDH', namedCurve: crv } : { name: crv }
  const { kty, x, y, d } = own
  const shown = (jwk: JWK) => ({ kty, crv, x: jwk.x, ...(kty === 'EC' && { y: jwk.y }) }) as JsonWebKey
  try {
    const secret = { ...shown({ x, y } as JWK), d: d! }
    const mine = await crypto.subtle.importKey('jwk', secret, parameters, false, ['deriveBits'])
    const theirs = await crypto.subtle.importKey('jwk', shown(other), parameters, false, [])
    const agreement = { name: parameters.name, public: theirs }
    return new Uint8Array(await crypto.subtle.deriveBits(agreement, mine, bits[crv]!))
  } catch {
    return null
  }
}

async function byLibrary(own: JWK, other: JWK, crv: string): Promise<Octets | null> {
  const [d, x, y] = [own.d, other.x, other.y].map((member) => memberOctets(member)) as [
    Octets,
    Octets,
    Octets,
  ]
  try {
    if (crv === 'X25519')
      return (await import('@noble/curves/ed25519.js')).x25519.getSharedSecret(d, x) as Octets
    if (crv === 'X448') return (await import('@noble/curves/ed448.js')).x448.getSharedSecret(d, x) as Octets
    const { p256, p384, p521 } = await import('@noble/curves/nist.js')
    const curve = { 'P-256': p256, 'P-384': p384 }[crv] ?? p521
    // Compressed form: the coordinate x behind one octet.
    return curve.getSharedSecret(d, Uint8Array.of(4, ...x, ...y)).slice(1) as Octets
  } catch {
    return null
  }
}
