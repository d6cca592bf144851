import type { Token } from '../decode/token.ts'
import { type Finding, found, type Subject } from './finding.ts'

/** Two tokens under one content key with the same IV: AES-GCM then protects neither (RFC 7518 section 8.4). */
export function ivReuse({ token, others }: Subject): Finding[] {
  const own = directIv(token)
  if (own === null) return []
  const twin = others.some((other) => {
    const its = directIv(other)
    return its !== null && its.iv === own.iv && its.rest !== own.rest && other.header.kid === token.header.kid
  })
  const segment = token.segments.find(({ name }) => name === 'iv')!
  return twin ? [found('jwe-iv-reuse', 'error', [segment.span])] : []
}

/** Only under `dir` do tokens share a content key; elsewhere each has its own. */
function directIv(token: Token): { readonly iv: string; readonly rest: string } | null {
  if (token.kind !== 'jwe' || token.header.alg !== 'dir') return null
  const part = (name: string) => token.segments.find((segment) => segment.name === name)?.octets.join() ?? ''
  return { iv: part('iv'), rest: `${part('ciphertext')}.${part('tag')}` }
}
