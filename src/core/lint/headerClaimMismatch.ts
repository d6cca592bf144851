import { type Finding, found, type Subject } from './finding.ts'
import { Located } from './located.ts'

/** Header copies of `iss`, `sub` and `aud` that differ from the claims (RFC 7519 section 5.3). */
export function headerClaimMismatch({ token, inner }: Subject): Finding[] {
  const header = new Located(token, 'protected')
  const claims = new Located(inner ?? token, 'payload')
  const written = ({ document }: Located, node: number) =>
    document!.text.slice(document!.from[node], document!.to[node])
  return (['iss', 'sub', 'aud'] as const).flatMap((name) => {
    const [copy, claim] = [header.node(name), claims.node(name)]
    if (copy === null || claims.document === null) return []
    if (claim !== null && written(header, copy) === written(claims, claim)) return []
    return [found('header-claim-mismatch', 'error', header.at(copy), { name })]
  })
}
