import { claimOf } from '../../../content/claims.ts'
import {
  type AudienceForm,
  audienceForm,
  withAudience,
  withClaim,
} from '../../../state/lessons/claimEdits.ts'
import type { Work } from '../../../state/lessons/claims.ts'
import { claim, claimsIn } from '../../../state/lessons/payload.ts'
import { rewrite, signatureOver } from '../../../state/lessons/workbench.ts'
import { Choice } from '../../common/Choice.tsx'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import { Workbench } from '../Workbench.tsx'
import styles from './Claims.module.css'

/** Registered claims that suit an access token, each with a value to begin with. */
const palette: readonly (readonly [name: string, value: (now: number) => unknown])[] = [
  ['nbf', (now) => now],
  ['scope', () => 'orders:read'],
  ['auth_time', (now) => now],
  ['roles', () => ['buyer']],
  ['email', () => 'ada@example.com'],
  ['locale', () => 'en-GB'],
]

const forms = [
  { id: 'string', label: 'aud as a string' },
  { id: 'array', label: 'aud as an array' },
] as const

export function Claims({ work, scene }: ControlsProps<Work>) {
  const { inspection, inputs } = scene
  const document = claimsIn(scene)
  const secret = { kty: 'oct', k: work.secret }
  const form = document === null ? null : audienceForm(document)
  const write = (text: string | null) => {
    if (text !== null) rewrite(inspection, 'payload', text)
  }
  return (
    <>
      <Workbench
        inspection={inspection}
        parts={['payload']}
        signers={[{ label: 'Sign as the issuer', sign: (input) => signatureOver(input, 'HS256', secret) }]}
      />
      {document === null ? (
        <p role="status">The payload is no JSON object now: the Payload pane says where it goes wrong.</p>
      ) : (
        <>
          <Choice<AudienceForm | 'neither'>
            label="Form of aud"
            options={forms}
            value={form ?? 'neither'}
            onChange={(id) => id !== 'neither' && write(withAudience(document, id))}
          />
          {form === 'array' && withAudience(document, 'string') === null && (
            <p className="quiet">A string can name only one recipient.</p>
          )}
          <details>
            <summary>Registered claims</summary>
            <ul className={styles.palette}>
              {palette.map(([name, value]) => {
                const about = claimOf(name)!
                return (
                  <li key={name}>
                    <Act
                      label={`Add ${name}`}
                      act={() =>
                        claim(scene, name) === undefined &&
                        write(withClaim(document, name, value(inputs.now)))
                      }
                    />
                    <span>
                      <b>{about.fullName}.</b> {about.explanation}
                    </span>
                  </li>
                )
              })}
            </ul>
          </details>
        </>
      )}
    </>
  )
}
