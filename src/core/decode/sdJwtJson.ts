import { Kind } from '../json/document.ts'
import { items, memberValue, stringValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { decodeCompact } from './compact.ts'
import { disclosureOf } from './disclosure.ts'
import { memberOf, spanOf } from './jsonHeaders.ts'
import { type Placed, stringSegment } from './jsonString.ts'
import { MAX_DISCLOSURES, sdJwtOf } from './sdJwt.ts'
import type { Disclosure, Jws, SdJwt, UnprotectedHeader } from './token.ts'

/**
 * The SD-JWT that a JWS in JSON serialization is where its first unprotected header has `disclosures` or `kb_jwt` (RFC 9901
 * section 8); null for any other JWS.
 */
export function sdJwtFromJson(text: string, jws: Jws): SdJwt | null {
  const [first, ...others] = jws.signatures
  const header = first?.unprotected ?? null
  if (header === null || !(has(header, 'disclosures') || has(header, 'kb_jwt'))) return null
  const placed: Placed = { document: header.content.document, base: header.span.from }
  const { document } = placed
  const faults: Fault<'member-type' | 'sd-jwt-key-binding' | 'sd-jwt-later-header'>[] = []

  const disclosures: Disclosure[] = []
  const list = memberOf(placed, 0, 'disclosures', Kind.array, faults as Parameters<typeof memberOf>[4])
  const entries = list === null ? [] : [...items(document, list)]
  for (const node of entries.slice(0, MAX_DISCLOSURES)) {
    if (document.kind[node] === Kind.string) {
      disclosures.push(disclosureOf(stringValue(document, node), stringSegment(placed, node, 'disclosure')))
    } else {
      faults.push(fault('member-type', spanOf(placed, node), { name: 'disclosures', expected: 'string' }))
    }
  }

  let keyBinding: Jws | null = null
  const node = memberOf(placed, 0, 'kb_jwt', Kind.string, faults as Parameters<typeof memberOf>[4])
  if (node !== null) {
    const { from, to } = spanOf(placed, node)
    const decoded = decodeCompact(text, { from: from + 1, to: to - 1 })
    if (decoded.kind === 'jws') keyBinding = decoded
    else faults.push(fault('sd-jwt-key-binding', decoded.span))
  }

  for (const { unprotected } of others) {
    if (unprotected === null) continue
    for (const name of ['disclosures', 'kb_jwt']) {
      if (has(unprotected, name)) faults.push(fault('sd-jwt-later-header', unprotected.span, { name }))
    }
  }
  return sdJwtOf(jws, disclosures, keyBinding, faults, entries.length)
}

function has({ content }: UnprotectedHeader, name: string): boolean {
  return memberValue(content.document, 0, name) !== null
}
