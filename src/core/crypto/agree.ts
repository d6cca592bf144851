import type { JWK } from 'jose'
import { headerParameter } from '../decode/joseHeader.ts'
import type { Content } from '../decode/token.ts'
import { curves, isCurveName, isOnCurve } from '../keys/curves.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { readBase64url } from '../text/base64url.ts'
import { type Fault, ok, type Result } from '../text/result.ts'
import { type OpeningFault, stopped } from './decryption.ts'
import { sharedSecret } from './engines/agreement.ts'
import { joined } from './octets.ts'

type Octets = Uint8Array<ArrayBuffer>
type Agreed = Result<Octets, Fault<OpeningFault>>

/**
 * The key of `size` octets that ECDH-ES agrees upon with the ephemeral key in the header (RFC 7518 section 4.6, RFC 8037
 * section 3.2). `purpose` is the `enc` that it is for, or the `alg` where it wraps a key.
 */
export async function agree(
  key: KeyMaterial,
  headers: readonly Content[],
  purpose: string,
  size: number,
): Promise<Agreed> {
  const epk = readEphemeral(key, headers)
  if (!epk.ok) return epk
  const parties = ['apu', 'apv'].map((name) => optionalOctets(headers, name))
  const wrong = parties.indexOf(null)
  if (wrong >= 0) return stopped('open-parameter', { name: ['apu', 'apv'][wrong]!, expected: 'base64url' })
  const secret = await sharedSecret(key.privateJwk!, epk.value)
  if (secret === null) return stopped('open-epk-point', { crv: key.jwk.crv! })
  const info = joined(
    sized(new TextEncoder().encode(purpose)),
    ...parties.map((party) => sized(party!)),
    number(8 * size),
  )
  return ok(await concatKdf(secret, info, size))
}

/** The Concat KDF of NIST SP 800-56A section 5.8.1 with SHA-256. */
async function concatKdf(secret: Octets, info: Octets, size: number): Promise<Octets> {
  let made: Octets = new Uint8Array(0)
  for (let round = 1; made.length < size; round++) {
    const digest = await crypto.subtle.digest('SHA-256', joined(number(round), secret, info))
    made = joined(made, new Uint8Array(digest))
  }
  return made.slice(0, size)
}

function number(value: number): Octets {
  const octets = new Uint8Array(4)
  new DataView(octets.buffer).setUint32(0, value)
  return octets
}

function sized(octets: Octets): Octets {
  return joined(number(octets.length), octets)
}

/** The header's `epk`: a key of the same type and curve, on that curve. */
function readEphemeral(
  { jwk: { kty, crv } }: KeyMaterial,
  headers: readonly Content[],
): Result<JWK, Fault<OpeningFault>> {
  const epk = headerParameter(headers, 'epk')
  if (typeof epk !== 'object' || epk === null || Array.isArray(epk)) {
    return stopped('open-parameter', { name: 'epk', expected: 'a JWK' })
  }
  const jwk = epk as JWK
  if (jwk.kty !== kty || jwk.crv !== crv) {
    const has = typeof jwk.crv === 'string' ? jwk.crv : ''
    return stopped('open-epk-curve', { needs: crv!, has })
  }
  const size = isCurveName(crv!) ? curves[crv].size : crv === 'X448' ? 56 : 32
  const [x, y] = [coordinate(jwk.x, size), coordinate(jwk.y, size)]
  if (x === null || (kty === 'EC' && y === null)) {
    return stopped('open-parameter', { name: 'epk', expected: `a JWK with coordinates of ${size} octets` })
  }
  if (isCurveName(crv!) && !isOnCurve(crv, x, y!)) return stopped('open-epk-point', { crv })
  return ok(jwk)
}

function coordinate(member: unknown, size: number): Octets | null {
  const octets = strictOctets(member)
  return octets?.length === size ? octets : null
}

/** No octets where the parameter is absent, null where it is no base64url. */
function optionalOctets(headers: readonly Content[], name: string): Octets | null {
  const value = headerParameter(headers, name)
  return value === undefined ? new Uint8Array(0) : strictOctets(value)
}

/** The octets of a strict base64url string; null for anything else. */
export function strictOctets(value: unknown): Octets | null {
  if (typeof value !== 'string') return null
  const { octets, faults } = readBase64url(value, { from: 0, to: value.length })
  return faults.length === 0 ? octets : null
}
