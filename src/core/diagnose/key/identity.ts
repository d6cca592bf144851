import { isObject } from '../../decode/content.ts'
import { Kind } from '../../json/document.ts'
import { memberValue, stringValue } from '../../json/read.ts'
import { thumbprint } from '../../keys/thumbprint.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'

/** More names of a set than this make no sentence. */
const MOST_NAMES = 5

/** What the token says of its key: `kid` (RFC 7515 section 4.1.4) and the thumbprint of its certificate (4.1.7, 4.1.8). */
export const identity: Hypothesis = {
  topic: 'key properties',
  mere: true,
  async *suggest(evidence) {
    const { header, keys } = evidence
    if (keys === null) return
    const { kid } = header
    const kids = keys.keys.flatMap(({ jwk }) => jwk.kid ?? [])
    if (kid !== null && kids.length > 0 && !kids.includes(kid)) {
      yield {
        hint: diagnosis('key-id', { kid, kids: kids.slice(0, MOST_NAMES).join(', '), count: kids.length }),
      }
    } else if (kid !== null && kids.length === 0 && /^[\w-]{43}$/.test(kid)) {
      // Such a kid is commonly the thumbprint of RFC 7638.
      const own = await Promise.all(keys.keys.map(thumbprint))
      const found = own.find((print) => print !== null)
      if (found != null && !own.includes(kid))
        yield { hint: diagnosis('key-thumbprint', { name: 'kid', expected: kid, found }) }
    }
    const certificates = keys.keys.flatMap((key) => key.certificates.slice(0, 1))
    for (const [name, hash] of [
      ['x5t#S256', 'sha256'],
      ['x5t', 'sha1'],
    ] as const) {
      const expected = headerText(evidence, name)?.replaceAll('=', '')
      const [found] = certificates.flatMap((certificate) => certificate[hash] ?? [])
      if (expected === undefined || found === undefined) continue
      if (certificates.every((certificate) => certificate[hash] !== expected))
        yield { hint: diagnosis('key-thumbprint', { name, expected, found }) }
    }
  },
}

function headerText({ headerContent }: Evidence, name: string): string | null {
  if (!isObject(headerContent)) return null
  const { document } = headerContent
  const node = memberValue(document, 0, name)
  return node !== null && document.kind[node] === Kind.string ? stringValue(document, node) : null
}
