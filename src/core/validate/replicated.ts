import type { NodeId } from '../json/document.ts'
import type { Members } from './profile/claims.ts'

/** Claims that the header of an encrypted token may repeat. */
const names = ['iss', 'sub', 'aud'] as const

/**
 * The claims of which a header holds something else than the claims set does, or holds a copy that the claims set lacks
 * (RFC 7519 section 5.3). Strings are compared as what they say; an audience may stand alone or in a list, whose order says nothing.
 */
export function unlike(header: Members, claims: Members): (typeof names)[number][] {
  if (claims.document === null) return []
  return names.filter((name) => {
    const [copy, claim] = [header.node(name), claims.node(name)]
    return copy !== null && (claim === null || said(header, copy) !== said(claims, claim))
  })
}

function said(of: Members, node: NodeId): string {
  const { text, from, to } = of.document!
  const alone = of.textAt(node)
  const texts = alone === null ? of.textsAt(node) : [alone]
  return texts === null ? text.slice(from[node], to[node]) : JSON.stringify(texts.toSorted())
}
