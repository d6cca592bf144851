import { Kind, type NodeId } from '../../json/document.ts'
import type { Expected } from '../expected.ts'
import { isIssuerOf } from '../issuer.ts'
import type { Members } from './claims.ts'
import type { Demand, Shape } from './rule.ts'

/** What a demand is held against. Times are seconds since the epoch; `skew` is the tolerance in seconds. */
export interface Situation {
  readonly header: Members
  readonly claims: Members
  readonly expected: Expected
  readonly now: number
  readonly skew: number
}

/** True, false, or null where the token alone cannot show it. */
export type Holds = boolean | null

/** Whether the value at `node` of `members` is what the demand asks. */
export function holds(demand: Demand, members: Members, node: NodeId, situation: Situation): Holds {
  if (typeof demand === 'string') return hasShape(demand, members, node, situation)
  const text = members.textAt(node)
  if ('oneOf' in demand) return text !== null && demand.oneOf.includes(text)
  if ('mediaType' in demand) return text !== null && isMediaType(text, demand.mediaType)
  if ('begins' in demand) return text?.startsWith(demand.begins) ?? false
  if ('issuer' in demand) return text !== null && isIssuerOf(text, demand.issuer)
  if ('ends' in demand) return text?.endsWith(demand.ends) ?? false
  if ('expected' in demand) return isExpected(situation.expected[demand.expected], members, node)
  if ('member' in demand) {
    const member = members.memberOf(node, demand.member)
    return member !== null && members.kind(member) === Kind.object
  }
  if ('within' in demand) {
    const at = members.numberAt(node)
    const from = demand.after === 'now' ? situation.now + situation.skew : members.number(demand.after)
    return at === null || from === null ? null : at - from <= demand.within
  }
  const other = members.text('equals' in demand ? demand.equals : demand.differs)
  if (text === null || other === null) return null
  return 'equals' in demand ? text === other : text !== other
}

/** Media types compare without regard to case, and `application/` may be left out (RFC 7515 section 4.1.9). */
export function isMediaType(typ: string, types: readonly string[]): boolean {
  const short = typ.toLowerCase().replace(/^application\/(?=[^/]*$)/, '')
  return types.some((type) =>
    type.startsWith('+') ? short.endsWith(type.toLowerCase()) : short === type.toLowerCase(),
  )
}

/** A string is expected to be equal, an array to contain it. */
function isExpected(expected: string, members: Members, node: NodeId): Holds {
  if (expected === '') return null
  const text = members.textAt(node)
  return text === null ? (members.textsAt(node)?.includes(expected) ?? false) : text === expected
}

const URI = /^[a-z][a-z\d+.-]*:\S+$/i
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/
/** Members of a JWK that only its owner may know (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1). */
export const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv', 'k']

/** Algorithms that need no private key: anybody with the verifier's key can sign. */
const isMac = (alg: string) => /^HS\d/.test(alg)

function hasShape(shape: Shape, members: Members, node: NodeId, situation: Situation): Holds {
  const kind = members.kind(node)
  const text = members.textAt(node)
  const number = members.numberAt(node)
  switch (shape) {
    case 'known elsewhere':
      return null
    case 'string':
      return text !== null
    case 'filled string':
      return text !== null && text !== ''
    case 'number':
    case 'time':
      return number !== null && Number.isFinite(number)
    case 'positive number':
      return number !== null && number > 0
    case 'future':
      return number !== null && situation.now < number + situation.skew
    case 'past':
      return number !== null && number <= situation.now + situation.skew
    case 'object':
      return kind === Kind.object
    case 'filled object':
      return kind === Kind.object && members.isFilled(node)
    case 'array':
      return kind === Kind.array
    case 'filled array':
      return kind === Kind.array && members.isFilled(node)
    case 'strings':
      return members.textsAt(node) !== null
    case 'audience':
      return text !== null || members.textsAt(node) !== null
    case 'string or URI':
      return text !== null && (!text.includes(':') || URI.test(text))
    case 'URI':
      return text !== null && URI.test(text)
    case 'issuer URL':
      return text !== null && /^https:\/\/[^\s?#]+$/i.test(text)
    case 'scope':
      return text !== null && SCOPE.test(text)
    case 'short ASCII':
      return text !== null && /^\p{ASCII}{0,255}$/u.test(text)
    case 'hex identifier':
      return text !== null && /^[\da-f]{32}$/i.test(text)
    case 'signed':
      return text !== null && text.toLowerCase() !== 'none'
    case 'asymmetric':
      return text !== null && text.toLowerCase() !== 'none' && !isMac(text)
    case 'public JWK':
      return kind === Kind.object && PRIVATE_MEMBERS.every((name) => members.memberOf(node, name) === null)
  }
}
