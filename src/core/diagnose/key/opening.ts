import { readBase64url } from '../../text/base64url.ts'

/** Larger exponents than those in use would take long. */
const LARGEST_EXPONENT = 2n ** 32n

/** Longer moduli, in octets, than any in use. */
const LONGEST_MODULUS = 1024

export interface RsaNumbers {
  readonly n: string
  readonly e: string
}

/**
 * What an RSA signature shows when the public key is applied to it: the encoded message (RFC 8017 section 5.2.2, RSAVP1),
 * as long as the modulus. Null where that would take long, or the signature is no number below the modulus.
 */
export function opened({ n, e }: RsaNumbers, signature: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const [modulus, exponent, s] = [toNumber(octetsOf(n)), toNumber(octetsOf(e)), toNumber(signature)]
  if (octetsOf(n).length > LONGEST_MODULUS || exponent > LARGEST_EXPONENT || s >= modulus) return null
  let result = 1n
  for (let square = s, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % modulus) {
    if (rest & 1n) result = (result * square) % modulus
  }
  return toOctets(result, octetsOf(n).length)
}

function octetsOf(text: string): Uint8Array {
  return readBase64url(text, { from: 0, to: text.length }).octets
}

function toNumber(octets: Uint8Array): bigint {
  return BigInt(`0x0${hex(octets)}`)
}

function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')
}

function toOctets(number: bigint, length: number): Uint8Array<ArrayBuffer> {
  const text = number.toString(16).padStart(2 * length, '0')
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}

const hashes = ['SHA-256', 'SHA-384', 'SHA-512', 'SHA-1'] as const
export type Hash = (typeof hashes)[number]
const sizes: Readonly<Record<Hash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64, 'SHA-1': 20 }

/** DigestInfo without the digest (RFC 8017 section 9.2, note 1). */
const prefixes: Readonly<Record<Hash, string>> = {
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  'SHA-1': '3021300906052b0e03021a05000414',
}

export interface Pkcs1Message {
  /** Null where the digest stands alone. */
  readonly hash: Hash | null
  readonly digest: Uint8Array<ArrayBuffer>
}

/** The digest in an EMSA-PKCS1-v1_5 message (RFC 8017 section 9.2); null where it is none. */
export function pkcs1Message(message: Uint8Array<ArrayBuffer>): Pkcs1Message | null {
  if (message[0] !== 0 || message[1] !== 1) return null
  let at = 2
  while (message[at] === 0xff) at++
  if (at < 10 || message[at] !== 0) return null
  const content = message.subarray(at + 1)
  const text = hex(content)
  const hash = hashes.find(
    (one) => text.startsWith(prefixes[one]) && text.length === prefixes[one].length + 2 * sizes[one],
  )
  if (hash !== undefined) return { hash, digest: content.subarray(prefixes[hash].length / 2) }
  return Object.values(sizes).includes(content.length) ? { hash: null, digest: content } : null
}

export interface PssMessage {
  readonly hash: Hash
  /** The hash of the mask, MGF1. */
  readonly mask: Hash
  readonly salt: Uint8Array<ArrayBuffer>
  /** H, the hash over the message’s digest and the salt. */
  readonly digest: Uint8Array<ArrayBuffer>
  /** False where the form could be so by accident: the salt leaves no room for the zero octets before it. */
  readonly telling: boolean
}

/**
 * What an EMSA-PSS message (RFC 8017 section 9.1.2) can be, found without the content: hash, mask and salt. Nothing where it
 * is none.
 */
export async function* pssMessages(
  message: Uint8Array<ArrayBuffer>,
  bits: number,
): AsyncGenerator<PssMessage> {
  // The encoded message has one bit less than the modulus.
  const encoded = bits % 8 === 1 ? message.subarray(1) : message
  if (encoded.at(-1) !== 0xbc) return
  for (const hash of hashes) {
    const at = encoded.length - sizes[hash] - 1
    const digest = encoded.slice(Math.max(0, at), -1)
    for (const mask of at <= 0 ? [] : new Set<Hash>([hash, 'SHA-1', 'SHA-256'])) {
      const block = await mgf1(mask, digest, at)
      for (let i = 0; i < at; i++) block[i]! ^= encoded[i]!
      block[0]! &= 0xff >> (8 * encoded.length - (bits - 1))
      const one = block.findIndex((octet) => octet !== 0)
      if (one >= 0 && block[one] === 1)
        yield { hash, mask, salt: block.slice(one + 1), digest, telling: one > 5 }
    }
  }
}

/** Whether H is the hash over this content and salt (RFC 8017 section 9.1.2, steps 12 to 14). */
export async function isOver(
  { hash, salt, digest }: PssMessage,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const inner = new Uint8Array(await crypto.subtle.digest(hash, content))
  const whole = new Uint8Array(8 + inner.length + salt.length)
  whole.set(inner, 8)
  whole.set(salt, 8 + inner.length)
  return isSame(new Uint8Array(await crypto.subtle.digest(hash, whole)), digest)
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i])
}

async function mgf1(hash: Hash, seed: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const mask = new Uint8Array(Math.ceil(length / sizes[hash]) * sizes[hash])
  for (let counter = 0; counter * sizes[hash] < length; counter++) {
    const block = Uint8Array.from([...seed, 0, 0, 0, counter])
    mask.set(new Uint8Array(await crypto.subtle.digest(hash, block)), counter * sizes[hash])
  }
  return mask.slice(0, length)
}
