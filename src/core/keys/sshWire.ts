import { writeBase64url } from '../text/base64url.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { type CurveName, curves, decompress, isOnCurve, toInteger } from './curves.ts'
import type { KeyFault } from './fault.ts'
import { ecKey, okpKey, type PublicKey, rsaKey } from './publicKey.ts'

const utf8 = new TextDecoder()

/**
 * Reads the data types of SSH (RFC 4251 section 5). As with DER, the first fault sticks, later reads give something empty,
 * and its span counts octets. Never throws.
 */
export class SshWire {
  private readonly octets: Uint8Array
  private readonly base: number
  private at = 0
  fault: Fault<KeyFault> | null = null

  /** `base` is where the octets stand in those that faults count. */
  constructor(octets: Uint8Array, base = 0) {
    this.octets = octets
    this.base = base
  }

  get offset(): number {
    return this.base + this.at
  }

  get left(): number {
    return this.octets.length - this.at
  }

  refuse(code: KeyFault, at: number, values: Fault['values'] = {}): null {
    this.fault ??= fault(code, { from: at, to: at + 1 }, { octet: at, ...values })
    return null
  }

  uint32(): number {
    const field = this.take(4)
    return field.reduce((sum, octet) => sum * 256 + octet, 0)
  }

  string(): Uint8Array {
    return this.take(this.uint32())
  }

  text(): string {
    return utf8.decode(this.string())
  }

  /** A positive mpint, without the zero octet that keeps it from being negative. */
  number(): Uint8Array {
    const octets = this.string()
    return octets[0] === 0 ? octets.subarray(1) : octets
  }

  take(count: number): Uint8Array {
    if (this.fault === null && count > this.left) {
      this.refuse('ssh-truncated', this.offset, { needed: count, left: this.left })
    }
    if (this.fault !== null) return new Uint8Array()
    this.at += count
    return this.octets.subarray(this.at - count, this.at)
  }

  finish(): void {
    if (this.left > 0) this.refuse('der-trailing', this.offset, { count: this.left })
  }
}

/** Key types that hold a curve (RFC 5656 section 3.1). */
const ecdsaCurves: Readonly<Record<string, CurveName>> = {
  'ecdsa-sha2-nistp256': 'P-256',
  'ecdsa-sha2-nistp384': 'P-384',
  'ecdsa-sha2-nistp521': 'P-521',
}

export const sshTypes: readonly string[] = ['ssh-rsa', 'ssh-ed25519', ...Object.keys(ecdsaCurves)]

/** A public key blob (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4) and its type; null after a fault. */
export function readSshPublicKey(wire: SshWire): { readonly type: string; readonly key: PublicKey } | null {
  const at = wire.offset
  const type = wire.text()
  const key = wire.fault === null ? readFields(wire, type, at) : null
  return key === null || wire.fault !== null ? null : { type, key }
}

function readFields(wire: SshWire, type: string, at: number): PublicKey | null {
  if (type === 'ssh-rsa') {
    const e = wire.number()
    return rsaKey(wire.number(), e)
  }
  if (type === 'ssh-ed25519') {
    const pointAt = wire.offset
    const point = wire.string()
    return sized(wire, pointAt, point.length, 32) ? okpKey('Ed25519', point) : null
  }
  const crv = Object.hasOwn(ecdsaCurves, type) ? ecdsaCurves[type]! : null
  if (crv === null) return wire.refuse('ssh-type', at, { type })
  wire.string() // the curve once more
  const pointAt = wire.offset
  return readPoint(wire, crv, pointAt, wire.string())
}

function readPoint(wire: SshWire, crv: CurveName, at: number, point: Uint8Array): PublicKey | null {
  const { size } = curves[crv]
  const compressed = point[0] === 2 || point[0] === 3
  if (!sized(wire, at, point.length, 1 + (compressed ? size : 2 * size))) return null
  const x = point.subarray(1, 1 + size)
  const y = compressed ? decompress(crv, x, point[0] === 3) : point.subarray(1 + size)
  if (y === null || !isOnCurve(crv, x, y)) return wire.refuse('key-point-off-curve', at, { curve: crv })
  return ecKey(crv, x, y)
}

function sized(wire: SshWire, at: number, found: number, expected: number): boolean {
  if (wire.fault === null && found !== expected) {
    wire.refuse('key-length', at, { name: 'public key', expected, found })
  }
  return wire.fault === null
}

/** The private fields that follow a type in an OpenSSH private key, up to the comment; null after a fault. */
export function readSshPrivateFields(wire: SshWire, type: string): Record<string, string> | null {
  if (type === 'ssh-rsa') {
    wire.number()
    wire.number()
    const [d, qi, p, q] = [wire.number(), wire.number(), wire.number(), wire.number()]
    if (wire.fault !== null) return null
    const [dp, dq] = [remainder(d, p), remainder(d, q)]
    return Object.fromEntries(
      Object.entries({ d, p, q, dp, dq, qi }).map(([name, octets]) => [name, writeBase64url(octets)]),
    )
  }
  if (type === 'ssh-ed25519') {
    wire.string()
    return { d: writeBase64url(wire.string().subarray(0, 32)) }
  }
  const crv = ecdsaCurves[type]!
  wire.string()
  wire.string()
  const scalar = wire.number()
  const d = new Uint8Array(curves[crv].size)
  if (scalar.length > d.length)
    return wire.refuse('key-length', wire.offset, {
      name: 'private key',
      expected: d.length,
      found: scalar.length,
    })
  d.set(scalar, d.length - scalar.length)
  return { d: writeBase64url(d) }
}

/** d modulo (prime − 1), which a JWK has and an OpenSSH key has not; of a prime that is none, nothing. */
function remainder(d: Uint8Array, prime: Uint8Array): Uint8Array {
  const modulus = toInteger(prime) - 1n
  return modulus > 0n ? toOctets(toInteger(d) % modulus) : new Uint8Array()
}

function toOctets(value: bigint): Uint8Array {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Uint8Array.from({ length: even.length / 2 }, (_, i) =>
    Number.parseInt(even.slice(2 * i, 2 * i + 2), 16),
  )
}
