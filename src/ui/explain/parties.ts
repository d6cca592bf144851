import { type Statement, say, unsaid } from '../../content/messages/explain.ts'
import type { TokenProfile } from '../../content/profiles/row.ts'
import { vendors } from '../../content/vendors/index.ts'
import type { NodeId } from '../../core/json/document.ts'
import { Kind } from '../../core/json/document.ts'
import { knownIssuers } from '../../core/validate/issuer.ts'
import { type ClaimsSet, mayHave } from './claim.ts'

/** Vendors that are named where claims fit several. */
const MOST_VENDORS = 3

const aText = 'a text'

/**
 * Who issued it, whom it is about, and for whom it is meant. `isSigners` where a signature by a private key, found
 * good, covers the claims, and `isPartial` where more claims than these are held back.
 */
export function parties(
  claims: ClaimsSet,
  profile: TokenProfile,
  isSigners: boolean,
  isPartial: boolean,
): Statement[] {
  const issuer = claims.tell('iss', aText, (node) => {
    const iss = claims.textAt(node)
    return iss === null ? null : [say(isSigners ? 'issuer-proven' : 'issuer-said', { iss })]
  })
  const subject = claims.tell('sub', aText, (node) => {
    const sub = claims.textAt(node)
    return sub === null ? null : [say('subject', { sub })]
  })
  const audience = claims.tell('aud', 'a text or a list of texts', (node) => audiences(claims, node))
  const whom = [...subject, ...user(claims), ...audience, ...request(claims, profile)]
  return [...issuer, ...vendor(claims), ...whom, ...notSaid(claims, profile, isPartial)]
}

function vendor(claims: ClaimsSet): Statement[] {
  const [first, ...others] = knownIssuers(vendors, claims.document).slice(0, MOST_VENDORS)
  if (first === undefined || first.by.some((name) => claims.twice.has(name))) return []
  // Those known by other claims than the first would need a reason of their own.
  const alike = others.filter(({ by }) => by.join() === first.by.join())
  const names = [first, ...alike].map(({ vendor: { name } }) => name)
  return [say('vendor', { by: first.by.join(', '), vendors: names.join(' or ') })]
}

/** Django's SimpleJWT names the user so, and has no sub. */
function user(claims: ClaimsSet): Statement[] {
  const node = claims.node('user_id')
  if (node === null || claims.node('sub') !== null || claims.twice.has('user_id')) return []
  const id = claims.textAt(node) ?? (claims.kind(node) === Kind.number ? claims.written('user_id') : null)
  return id === null || id === '' ? [] : [say('user', { id })]
}

/** What a DPoP proof has in place of an audience. */
function request(claims: ClaimsSet, { id }: TokenProfile): Statement[] {
  const [htm, htu] = [claims.text('htm'), claims.text('htu')]
  const isOnce = !claims.twice.has('htm') && !claims.twice.has('htu')
  return id === 'dpop' && htm && htu && isOnce ? [say('proof-request', { htm, htu })] : []
}

function audiences(claims: ClaimsSet, node: NodeId): Statement[] | null {
  const alone = claims.textAt(node)
  const all = alone === null ? claims.textsAt(node) : [alone]
  if (all === null) return null
  const [first, second] = all
  if (first === undefined) return [say('audience-nobody')]
  if (second === undefined) return [say('audience', { aud: first })]
  return all.length === 2
    ? [say('audience-two', { first, second })]
    : [say('audience-many', { first, second, count: all.length.toLocaleString('en') })]
}

/** What a reader will look for in vain: not of a kind of token that has no such claim. */
function notSaid(claims: ClaimsSet, profile: TokenProfile, isPartial: boolean): Statement[] {
  const missing = (['iss', 'sub', 'aud'] as const).filter(
    (name) =>
      claims.node(name) === null &&
      mayHave(profile, name) &&
      (name !== 'sub' || claims.node('user_id') === null),
  )
  if (missing.length === 0) return []
  const said = missing.map((name) => unsaid[name])
  const what = [said.slice(0, -1).join(', '), ...said.slice(-1)].filter(Boolean).join(' or ')
  return [say(isPartial ? 'not-shown' : 'not-said', { what })]
}
