import type { Token } from '../../decode/token.ts'
import type { JsonDocument } from '../../json/document.ts'
import { isIssuerOf } from '../issuer.ts'
import { Members } from './claims.ts'
import { isMediaType } from './demand.ts'
import type { Profile, Sign } from './rule.ts'

export interface Recognized<P extends Profile = Profile> {
  readonly profile: P
  /** What it was known by; empty where nothing else fitted. */
  readonly by: readonly Sign[]
}

/**
 * The first profile of which all signs of some row are there, and by which it was known; the last one, which is to be the
 * plain JWT, where none is.
 *
 * @param header the JOSE header, null where it is no JSON object
 * @param claims the claims set, likewise
 * @param form how the token is written; null where that is to tell nothing
 */
export function recognizeProfile<P extends Profile>(
  profiles: readonly P[],
  header: JsonDocument | null,
  claims: JsonDocument | null,
  form: Token['kind'] | null = null,
): Recognized<P> {
  const found = { header: new Members(header), claims: new Members(claims), form }
  for (const profile of profiles) {
    const by = profile.signs.find((row) => row.every((sign) => shows(sign, found)))
    if (by !== undefined) return { profile, by }
  }
  return { profile: profiles.at(-1)!, by: [] }
}

function shows(
  sign: Sign,
  {
    header,
    claims,
    form,
  }: { readonly header: Members; readonly claims: Members; readonly form: Token['kind'] | null },
): boolean {
  if ('typ' in sign) return isMediaType(header.text('typ') ?? '', sign.typ)
  if ('alg' in sign) return header.text('alg') === sign.alg
  if ('issuer' in sign) return isIssuerOf(claims.text('iss') ?? '', sign.issuer)
  if ('form' in sign) return form === sign.form
  if ('without' in sign) return claims.node(sign.without) === null
  if ('equal' in sign) {
    const [a, b] = sign.equal.map((name) => claims.text(name))
    return a !== null && a === b
  }
  if ('lifetime' in sign) {
    const [iat, exp] = [claims.number('iat'), claims.number('exp')]
    return iat !== null && exp !== null && exp > iat && exp - iat <= sign.lifetime
  }
  const node = claims.node(sign.claim)
  if (node === null) return false
  if ('has' in sign) return claims.memberOf(node, sign.has) !== null
  if (sign.is === undefined && sign.begins === undefined && sign.ends === undefined) return true
  const texts = claims.textsAt(node) ?? [claims.textAt(node) ?? '']
  return texts.some(
    (text) =>
      (sign.is === undefined || text === sign.is) &&
      text.startsWith(sign.begins ?? '') &&
      text.endsWith(sign.ends ?? ''),
  )
}
