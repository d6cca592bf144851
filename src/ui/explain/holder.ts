import { type Statement, say } from '../../content/messages/explain.ts'
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
export function boundAt(binding: KeyBinding, at: Circumstances): Statement {
  const checks = checkKeyBinding(binding, at)
  if (checks.some(({ refused }) => refused)) return say('binding-refused')
  if (checks.some(({ outcome }) => outcome === 'broken')) return say('binding-unfit')
  if (binding.verification.state !== 'verified' || binding.sdHash === null) return say('binding-unchecked')
  const time = checks.find(({ name }) => name === 'kb-iat')!
  if (time.outcome === 'met') return say('bound')
  return say('bound-once', { ago: relativeTo(at.now - Number(time.values.seconds), at.now) })
}
