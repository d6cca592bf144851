import { credentialProfiles } from './credentials.ts'
import { oauthProfiles, plainJwt } from './oauth.ts'
import { openidProfiles } from './openid.ts'
import { platformProfiles } from './platforms.ts'
import type { TokenProfile } from './row.ts'

const kind = (id: string) => (profile: TokenProfile) => profile.id === id

const standard = [...oauthProfiles, ...openidProfiles, ...credentialProfiles]

/** Those that are known by little: whatever is known by more comes before them. */
const vague = ['client-assertion', 'jarm', 'jar', 'oidc-id-token', 'set']

/** Every kind of token, in the order in which they are looked for: an explicit type before a guess, the plain JWT last. */
export const profiles: readonly TokenProfile[] = [
  ...standard.filter(({ id }) => !vague.includes(id)),
  ...platformProfiles,
  ...vague.map((id) => standard.find(kind(id))!),
  plainJwt,
]
