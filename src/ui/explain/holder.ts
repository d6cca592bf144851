import { type Statement, say, unfit } from '../../content/messages/explain.ts'
import type { TokenProfile } from '../../content/profiles/row.ts'
import { Kind } from '../../core/json/document.ts'
import { type Circumstances, checkKeyBinding, type KeyBinding } from '../../core/validate/keyBinding.ts'
import type { Proofs } from '../../core/validate/proofs.ts'
import { relativeTo } from '../common/time.ts'
import type { ClaimsSet } from './claim.ts'

/** Kinds that whoever holds them can use, unless a key is named in them. */
const accessKinds: readonly (string | undefined)[] = ['rfc9068', 'simplejwt-access', 'cognito-access']

/** Who can use the token, as far as no Key Binding JWT tells. `isSigned`: something protects what it says of that. */
export function holder(
  claims: ClaimsSet | null,
  profile: TokenProfile | null,
  proofs: Proofs | null,
  isSigned: boolean,
): Statement[] {
  let isNamed = false
  const odd =
    claims?.tell('cnf', 'an object that names a key', (node) => {
      isNamed = claims.kind(node) === Kind.object && claims.isFilled(node)
      return isNamed ? [] : null
    }) ?? []
  const presented = proofs?.presented ?? null
  if (presented !== null) {
    const unbound = presented.binding === null ? [say(isNamed ? 'unbound-named' : 'unbound')] : []
    return [...odd, ...unbound]
  }
  // What nobody signed binds nobody.
  if (isNamed) return isSigned ? [say('key-bound')] : []
  const isBearer = claims?.node('cnf') === null && accessKinds.includes(profile?.id)
  return isBearer ? [say('bearer')] : [...odd]
}

/** What a Key Binding JWT shows at this time, to who expects this. */
export function boundAt(binding: KeyBinding, at: Circumstances): Statement[] {
  const checks = checkKeyBinding(binding, at)
  if (checks.some(({ refused }) => refused)) return [say('binding-refused')]
  const broken = checks.filter(({ outcome }) => outcome === 'broken')
  if (broken.length > 0) {
    const why = broken.map(({ name, values }) => unfit[name] ?? unfit[`${values.why}`]).join(', and ')
    return [say('binding-unfit', { why })]
  }
  const open = checks.filter(({ outcome }) => outcome === 'undecided')
  const isAsked = (name: string) => name === 'kb-aud' || name === 'kb-nonce'
  const time = open.find(({ name }) => name === 'kb-iat')
  if (open.some((check) => check !== time && !isAsked(check.name))) return [say('binding-unchecked')]
  if (time !== undefined) {
    return [say('bound-once', { ago: relativeTo(at.now - Number(time.values.seconds), at.now) })]
  }
  return [say('bound'), ...(open.length > 0 ? [say('bound-if')] : [])]
}
