import { useId, useMemo } from 'react'
import { signText } from '../../content/messages/checks.ts'
import { profiles } from '../../content/profiles/index.ts'
import type { Token } from '../../core/decode/token.ts'
import type { ExpectedName } from '../../core/validate/expected.ts'
import { recognizeProfile } from '../../core/validate/profile/recognize.ts'
import { claimsOf } from '../../state/claims.ts'
import { chooseKind, useExpectations } from '../../state/expectations.ts'
import type { Answer } from '../../state/verification.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Checks.module.css'
import { Django } from './Django.tsx'
import { Expectations } from './Expectations.tsx'
import { Libraries } from './Libraries.tsx'
import { Moment } from './Moment.tsx'
import { Rules } from './Rules.tsx'
import { documentsOf } from './subject.ts'

/** What a Key Binding JWT has to answer, where there is one, and not the issuer's claims. */
const bound: readonly ExpectedName[] = ['audience', 'nonce']
const none: readonly ExpectedName[] = []

/** Whether the claims hold: against the rules of the token's kind, what the person expects, and a moment. */
export function Checks({ token, answer = null }: { readonly token: Token; readonly answer?: Answer | null }) {
  const own = useMemo(() => documentsOf(token), [token])
  const recognized = useMemo(
    () => recognizeProfile(profiles, own.header, own.claims, token.kind),
    [own, token],
  )
  // What an SD-JWT discloses counts as if it stood in the payload.
  const documents = useMemo(() => ({ ...own, claims: claimsOf(token, answer) }), [own, token, answer])
  const isBound = token.kind === 'sd-jwt' && token.keyBinding !== null
  const chosen = useExpectations(({ kind }) => kind)
  const heading = useId()
  const profile = profiles.find(({ id }) => id === chosen) ?? recognized.profile
  if (documents.claims === null) return null
  return (
    <section aria-labelledby={heading} className={styles.checks}>
      <div className={styles.head}>
        <h2 id={heading}>Checks</h2>
        <label>
          Kind of token{' '}
          <select value={chosen ?? ''} onChange={({ target: { value } }) => chooseKind(value || null)}>
            <option value="">Recognized: {recognized.profile.title}</option>
            {profiles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={styles.note}>
        {chosen === null &&
          recognized.by.length > 0 &&
          `Known because ${recognized.by.map(signText).join(', ')}. `}
        {profile.note} {profile.spec !== null ? <SpecLink id={profile.spec} /> : `(${profile.reference})`}
      </p>
      <Rules profile={profile} documents={documents} />
      <Expectations documents={documents} elsewhere={isBound ? bound : none} />
      <Moment documents={documents} />
      <Libraries documents={documents} />
      <Django documents={documents} />
    </section>
  )
}
