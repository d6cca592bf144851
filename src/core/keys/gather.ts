import type { JWK } from 'jose'
import type { Fault, Result } from '../text/result.ts'
import { fail, ok } from '../text/result.ts'
import type { Certificate } from './certificate.ts'
import { chainsOf } from './chain.ts'
import type { KeyFault } from './fault.ts'
import type { KeyFormat, KeyMaterial, KeyReading, KeysReading } from './material.ts'

/** A text that holds one key. */
export function single(reading: KeyReading): KeysReading {
  if (!reading.ok) return reading
  const key = reading.value
  return ok({ format: key.format, keys: [key], unread: [], notices: [] })
}

/**
 * Makes one set of what stands in a text: keys, certificates put in chains, and what could not be read. A key that stands
 * there twice, as in its certificate and by itself, is one.
 */
export function gather(
  readings: readonly KeyReading[],
  certificates: readonly Result<Certificate, Fault<KeyFault>>[],
): KeysReading {
  const unread: Fault<KeyFault>[] = []
  const sound = certificates.flatMap((reading) => {
    if (!reading.ok) unread.push(reading.fault)
    return reading.ok ? [reading.value] : []
  })
  const keys = new Map<string, KeyMaterial>()
  const add = (key: KeyMaterial) => {
    const id = JSON.stringify(key.jwk)
    const known = keys.get(id)
    keys.set(id, known === undefined ? key : merged(known, key))
  }
  for (const reading of readings) {
    if (reading.ok) add(reading.value)
    else unread.push(reading.fault)
  }
  for (const { certificates: chain, notices } of chainsOf(sound)) {
    const key = certifiedKey('pem-certificate', chain)
    if (key.ok) add({ ...key.value, notices })
    else unread.push(key.fault)
  }
  const all = [...keys.values()].sort((a, b) => a.span.from - b.span.from)
  unread.sort((a, b) => a.span.from - b.span.from)
  const [first] = all
  if (first !== undefined) return ok({ format: first.format, keys: all, unread, notices: [] })
  return { ok: false, fault: unread[0]! }
}

/** Makes one set of those in one text. Why one of them cannot be read is told beside the keys of the others. */
export function together(readings: readonly KeysReading[]): KeysReading {
  if (readings.length === 1) return readings[0]!
  const apart = readings.flatMap((reading): readonly KeyReading[] => {
    if (!reading.ok) return [reading]
    const { keys, unread } = reading.value
    return [...keys.map((key) => ok(key)), ...unread.map((fault) => ({ ok: false as const, fault }))]
  })
  const set = gather(apart, [])
  const sets = readings.flatMap((reading) => (reading.ok ? [reading.value] : []))
  return set.ok
    ? ok({ ...set.value, format: sets[0]!.format, notices: sets.flatMap(({ notices }) => notices) })
    : set
}

/** The same with the form that the keys were pasted in, where another was read on the way. */
export function withFormat(format: KeyFormat, reading: KeysReading): KeysReading {
  if (!reading.ok) return reading
  const keys = reading.value.keys.map((key) => ({ ...key, format }))
  return ok({ ...reading.value, format, keys })
}

/** The key of a chain's first certificate; the chain has at least one. */
export function certifiedKey(format: KeyFormat, chain: readonly Certificate[]): KeyReading {
  const { key, span } = chain[0]!
  if (key === null) return fail('certificate-key', span)
  const { jwk, bits, algs = null } = key
  return ok({
    format,
    span,
    jwk,
    privateJwk: null,
    fromPrivate: false,
    algs,
    bits,
    notices: [],
    certificates: chain,
  })
}

function merged(a: KeyMaterial, b: KeyMaterial): KeyMaterial {
  return {
    ...a,
    privateJwk: a.privateJwk ?? b.privateJwk,
    fromPrivate: a.fromPrivate || b.fromPrivate,
    algs: a.algs ?? b.algs,
    notices: [...a.notices, ...b.notices],
    certificates: a.certificates.length > 0 ? a.certificates : b.certificates,
  }
}

/** The same for the same key, whatever is said of it (RFC 7638 section 3.2 names the members). */
export function identity({ kty, crv, x, y, n, e, k, alg, pub }: JWK): string {
  return JSON.stringify(pub === undefined ? [kty, crv, x, y, n, e, k] : [kty, alg, pub])
}
