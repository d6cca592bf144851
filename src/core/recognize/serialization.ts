import type { JsonDocument } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { Span } from '../text/span.ts'

/** A member that each JSON serialization has (RFC 7515 section 7.2, RFC 7516 section 7.2), as it is written. */
const NEEDED = ['"signature', '"ciphertext"']
const LONGEST = 20_000_000

/**
 * The JWS and JWE in JSON serialization in a text that is JSON as a whole: the object itself, or objects in it, each with
 * the name of the member that it is.
 */
export function serializations(text: string): { readonly span: Span; readonly name: string | null }[] {
  const from = text.search(/\S/)
  if (from < 0 || text.length > LONGEST || !'{['.includes(text[from]!)) return []
  if (!NEEDED.some((member) => text.includes(member))) return []
  const { document, fault } = scanJson(text)
  if (fault !== null) return []
  const found: { readonly span: Span; readonly name: string | null }[] = []
  let past = 0
  for (let node = 0; node < document.count; node++) {
    const span = { from: document.from[node]!, to: document.to[node]! }
    if (document.kind[node] !== Kind.object || span.from < past || !isToken(document, node)) continue
    found.push({ span, name: nameOf(document, node) })
    past = span.to
  }
  return found
}

function isToken(document: JsonDocument, node: number): boolean {
  const has = (name: string, kind: number) => {
    const value = memberValue(document, node, name)
    return value !== null && document.kind[value] === kind
  }
  if (has('ciphertext', Kind.string)) {
    return ['protected', 'unprotected', 'header', 'recipients', 'iv'].some(
      (name) => memberValue(document, node, name) !== null,
    )
  }
  if (has('signatures', Kind.array)) return true
  return has('signature', Kind.string) && (has('protected', Kind.string) || has('header', Kind.object))
}

function nameOf({ kind, from, to, text }: JsonDocument, node: number): string | null {
  return node > 0 && kind[node - 1] === Kind.key ? text.slice(from[node - 1]! + 1, to[node - 1]! - 1) : null
}
