import type { Answer as Found } from '../../../state/verification.ts'

/** How a line is marked. Green, `good`, is for a verified signature alone. */
export type Tone = 'good' | 'sound' | 'bad' | 'warning' | 'none'

export interface Line {
  readonly name:
    | 'Structure'
    | 'Encryption'
    | 'Signature'
    | `Signature ${number}`
    | 'Key'
    | 'Disclosures'
    | 'Binding'
    | 'Possession'
    | 'Time'
    | 'Claims'
  readonly tone: Tone
  /** What comes first and matters most. */
  readonly text: string
  readonly detail?: string
}

/** Null while it is worked out. */
export type Answer = Found | null

/** What is asked of it where a signature and its key are told of: of several, each has its own. */
export type Checked = Pick<Found, 'key' | 'verification'> | null

/** What is shown of each line while there is no token. */
export const emptyLines: readonly Line[] = (['Structure', 'Signature', 'Key', 'Time', 'Claims'] as const).map(
  (name) => ({ name, tone: 'none', text: '—' }),
)
