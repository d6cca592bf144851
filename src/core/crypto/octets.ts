import { readBase64url } from '../text/base64url.ts'

/** The octets of a JWK's member, which is canonical base64url; none if it is absent. */
export function memberOctets(member: string | undefined): Uint8Array<ArrayBuffer> {
  return readBase64url(member ?? '', { from: 0, to: member?.length ?? 0 }).octets
}

/** Compares two numbers of as many octets, big-endian: below 0, 0 or above 0, as the first is less, equal or more. */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at === a.length ? 0 : a[at]! - b[at]!
}

/** The octets of all, one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
