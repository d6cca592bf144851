import { claimOf, isRegistered } from '../../content/claims.ts'
import type { LessonId } from '../../content/lessonIds.ts'
import { words as attacksWords } from '../../content/lessons/attacks.ts'
import { words as base64urlWords } from '../../content/lessons/base64url.ts'
import { words as claimsWords } from '../../content/lessons/claims.ts'
import { words as clocksWords } from '../../content/lessons/clocks.ts'
import { words as jweWords } from '../../content/lessons/jwe.ts'
import { words as jwksWords } from '../../content/lessons/jwks.ts'
import { words as publicKeysWords } from '../../content/lessons/public-keys.ts'
import { words as sdJwtWords } from '../../content/lessons/sd-jwt.ts'
import { words as signingInputWords } from '../../content/lessons/signing-input.ts'
import { words as ssoWords } from '../../content/lessons/sso.ts'
import { words as tamperingWords } from '../../content/lessons/tampering.ts'
import { words as threePartsWords } from '../../content/lessons/three-parts.ts'
import { words as whatWords } from '../../content/lessons/what.ts'
import { words as whereWords } from '../../content/lessons/where.ts'
import { attacks } from '../../state/lessons/attacks.ts'
import { base64url } from '../../state/lessons/base64url.ts'
import { claimsLesson } from '../../state/lessons/claims.ts'
import { clocks } from '../../state/lessons/clocks.ts'
import { jwe } from '../../state/lessons/jwe.ts'
import { jwks } from '../../state/lessons/jwks.ts'
import { publicKeys } from '../../state/lessons/publicKeys.ts'
import { sdJwt } from '../../state/lessons/sdJwt.ts'
import { signingInput } from '../../state/lessons/signingInput.ts'
import { sso } from '../../state/lessons/sso.ts'
import { tampering } from '../../state/lessons/tampering.ts'
import { threeParts } from '../../state/lessons/threeParts.ts'
import { what } from '../../state/lessons/what.ts'
import { where } from '../../state/lessons/where.ts'
import { findingsIn } from '../findings/subject.ts'
import { Attacks } from './controls/Attacks.tsx'
import { Base64url } from './controls/Base64url.tsx'
import { Claims } from './controls/Claims.tsx'
import { Clocks } from './controls/Clocks.tsx'
import { Disclose } from './controls/Disclose.tsx'
import { Encrypt } from './controls/Encrypt.tsx'
import { Journey } from './controls/Journey.tsx'
import { Jwks } from './controls/Jwks.tsx'
import { PublicKeys } from './controls/PublicKeys.tsx'
import { Services } from './controls/Services.tsx'
import { SigningInput } from './controls/SigningInput.tsx'
import { Tampering } from './controls/Tampering.tsx'
import { ThreeParts } from './controls/ThreeParts.tsx'
import { What } from './controls/What.tsx'
import { type Kit, kit } from './kit.ts'

const typeOf = (name: string) => claimOf(name)?.valueType

/** Every lesson. */
export const kits: Partial<Readonly<Record<LessonId, Kit>>> = {
  what: kit(what, whatWords, What),
  'three-parts': kit(threeParts, threePartsWords, ThreeParts),
  base64url: kit(base64url, base64urlWords, Base64url),
  claims: kit(claimsLesson({ isRegistered, typeOf, findingsIn }), claimsWords, Claims),
  'signing-input': kit(signingInput, signingInputWords, SigningInput),
  'public-keys': kit(publicKeys, publicKeysWords, PublicKeys),
  tampering: kit(tampering, tamperingWords, Tampering),
  clocks: kit(clocks, clocksWords, Clocks),
  attacks: kit(attacks, attacksWords, Attacks),
  jwks: kit(jwks, jwksWords, Jwks),
  where: kit(where, whereWords, Journey),
  sso: kit(sso, ssoWords, Services),
  jwe: kit(jwe, jweWords, Encrypt),
  'sd-jwt': kit(sdJwt, sdJwtWords, Disclose),
}
