import { createHash } from 'node:crypto'

/** Issues SD-JWTs for the tests, by the book (RFC 9901 section 4.2) and apart from what is tested. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Wraps a value that is to be selectively disclosable. */
export class Hidden {
  readonly value: Claims
  constructor(value: Claims) {
    this.value = value
  }
}
export type Claims = null | boolean | number | string | Hidden | Claims[] | { [name: string]: Claims }

export const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64url')

export function digest(encoded: string, alg = 'sha-256'): string {
  return createHash(alg.replace('-', '')).update(encoded, 'ascii').digest('base64url')
}

export interface Issued {
  readonly payload: { [name: string]: Json }
  readonly disclosures: readonly string[]
}

/** Replaces what is hidden by digests; a disclosure comes after those that its value holds. */
export function issue(claims: { [name: string]: Claims }, alg: string | null = null, decoys = 0): Issued {
  const disclosures: string[] = []
  let count = 0
  const salt = () => Buffer.from(`salt number ${`${count++}`.padStart(6, '0')}`).toString('base64url')
  const hide = (...elements: Json[]) => {
    const encoded = encode(JSON.stringify([salt(), ...elements]))
    disclosures.push(encoded)
    return digest(encoded, alg ?? 'sha-256')
  }
  const decoy = () => digest(`decoy ${count++}`, alg ?? 'sha-256')
  const walk = (value: Claims): Json => {
    if (value instanceof Hidden) return walk(value.value)
    if (Array.isArray(value)) {
      const items = value.map((item) =>
        item instanceof Hidden ? { '...': hide(walk(item.value)) } : walk(item),
      )
      for (let i = 0; i < decoys; i++) items.push({ '...': decoy() })
      return items
    }
    if (typeof value !== 'object' || value === null) return value
    const digests: string[] = []
    const members: [string, Json][] = []
    for (const [name, member] of Object.entries(value)) {
      if (member instanceof Hidden) digests.push(hide(name, walk(member.value)))
      else members.push([name, walk(member)])
    }
    for (let i = 0; i < decoys; i++) digests.push(decoy())
    if (digests.length > 0) members.push(['_sd', digests.sort()])
    return Object.fromEntries(members)
  }
  const payload = walk(claims) as { [name: string]: Json }
  return { payload: alg === null ? payload : { ...payload, _sd_alg: alg }, disclosures }
}

/** The claims with nothing hidden. */
export function plain(claims: Claims): Json {
  if (claims instanceof Hidden) return plain(claims.value)
  if (Array.isArray(claims)) return claims.map(plain)
  if (typeof claims !== 'object' || claims === null) return claims
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, plain(value)]))
}

/** An SD-JWT with a signature of no worth. */
export function unsigned({ payload, disclosures }: Issued, header: object = { alg: 'ES256' }): string {
  const jws = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}.${'A'.repeat(86)}`
  return [jws, ...disclosures, ''].join('~')
}
