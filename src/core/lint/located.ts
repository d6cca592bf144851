import { isObject } from '../decode/content.ts'
import { segmentContent, segmentMap } from '../decode/segments.ts'
import type { Token } from '../decode/token.ts'
import type { NodeId } from '../json/document.ts'
import type { Span } from '../text/span.ts'
import { Members } from '../validate/profile/claims.ts'
import { isMediaType } from '../validate/profile/demand.ts'

/** The members of the protected header or the claims set, each with its characters in the pasted text. */
export class Located extends Members {
  private readonly token: Token
  private readonly part: 'protected' | 'payload'

  constructor(token: Token, part: 'protected' | 'payload') {
    const content = segmentContent(token, part)
    super(isObject(content) ? content.document : null)
    this.token = token
    this.part = part
  }

  /** The characters of a node, or of the first member of one of these names; none where they are not there. */
  at(...of: readonly (NodeId | string)[]): Span[] {
    const map = this.document && segmentMap(this.token, this.part)
    if (this.document === null || map === null) return []
    const { from, to } = this.document
    return of.flatMap((one) => {
      const node = typeof one === 'string' ? this.node(one) : one
      return node === null ? [] : [map.charactersOf(map.octetsOf({ from: from[node]!, to: to[node]! }))]
    })
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.node(name) !== null)
  }
}

/** Types of proofs that a key is held: the public key in the header is what they are about. */
const proofs = ['dpop+jwt', 'openid4vci-proof+jwt']

export const isPossessionProof = (subject: { readonly token: Token }) =>
  isMediaType(headerOf(subject).text('typ') ?? '', proofs)

export const headerOf = ({ token }: { readonly token: Token }) => new Located(token, 'protected')
export const claimsOf = ({ token }: { readonly token: Token }) => new Located(token, 'payload')

/** Whether `sub` says what the token is and by whom: a JWT-SVID of SPIFFE, or one for a push service, with a contact (RFC 8292). */
export function isToldBySub(claims: Located): boolean {
  const [sub, aud] = [claims.text('sub') ?? '', claims.text('aud') ?? '']
  return /^spiffe:\/\//.test(sub) || (/^mailto:/.test(sub) && /^https:\/\/[^/]+$/.test(aud))
}
