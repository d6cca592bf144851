import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { findingWords } from '../../content/findings/index.ts'
import { placeOf } from '../../content/messages/en.ts'
import { levelName } from '../../content/messages/levels.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import type { Finding, Rule, Subject } from '../../core/lint/finding.ts'
import { lint, ordered, probe } from '../../core/lint/index.ts'
import { useFetched } from '../../state/door.ts'
import { useExpectations } from '../../state/expectations.ts'
import { type Shown, showLevel } from '../../state/level.ts'
import { othersOf } from '../../state/others.ts'
import { leadTo } from '../../state/pointer.ts'
import type { Answer } from '../../state/verification.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import { useMoment } from '../common/useNow.ts'
import { useTimeState } from '../verdict/useTimeState.ts'
import styles from './Findings.module.css'
import { subjectsOf } from './subject.ts'

/** What is said once, with the level that is shown: of the keys, and that what was opened is encrypted. */
const ofAllLevels: ReadonlySet<Rule> = new Set([
  'encrypted',
  'jwks-private',
  'rsa-short',
  'rsa-exponent',
  'rsa-modulus',
  'rsa-shared-prime',
  'ec-point',
  'ec-curve',
])

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** Times are looked at anew each minute, and with each change, that of the token's life too: findings count no seconds. */
const STEP = 60

interface Props {
  readonly shown: Shown
  readonly inspection: Inspection
  readonly token: Token
  /** Null while it is worked out. */
  readonly answer: Answer | null
}

export function FindingList({ shown, inspection, token, answer }: Props) {
  const { at, skew } = useExpectations()
  const issuer = useFetched()?.issuer ?? null
  const moment = useMoment()
  const minute = at ?? Math.floor(moment / STEP)
  const life = useTimeState(token, answer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of `shown` what is in it counts, of the moment its minute
  const subjects = useMemo(
    () => subjectsOf(shown, token, answer, othersOf(inspection), { now: moment, skew, issuer }),
    [shown.text, shown.level, shown.levels, inspection, token, answer, minute, life, skew, issuer],
  )
  const seen = useMemo(() => subjects.map(lint), [subjects])
  const computed = useProbed(subjects)
  const findings = useMemo(
    () =>
      ordered(
        subjects.flatMap((_, outwards) =>
          [...seen[outwards]!, ...(computed[outwards] ?? [])]
            .filter(({ rule }) => outwards === 0 || !ofAllLevels.has(rule))
            .map((finding) => ({ ...finding, level: shown.level - outwards })),
        ),
      ),
    [subjects, seen, computed, shown.level],
  )
  if (findings.length === 0) return <p className={styles.none}>None in this token and its key.</p>
  return (
    <ul>
      {findings.map((finding, i) => (
        // A rule can speak several times; the list is made anew as a whole.
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own
        <FindingItem key={i} finding={finding} token={token} placed={shown.level === 0}>
          {finding.level < shown.level && (
            <button
              type="button"
              className={styles.place}
              onClick={() => showLevel(inspection, finding.level)}
            >
              {levelName(shown.levels[finding.level]!.token, finding.level)}
            </button>
          )}
        </FindingItem>
      ))}
    </ul>
  )
}

const none: readonly (readonly Finding[])[] = []

/** What takes hashes and signatures to find; none until it is there, and never those of other subjects. */
function useProbed(subjects: readonly [Subject, ...Subject[]]): readonly (readonly Finding[])[] {
  const { text, token, keyText, keys, keyFault, key, verification } = subjects[0]
  const [probed, setProbed] = useState<{
    readonly of: Verification
    readonly findings: readonly (readonly Finding[])[]
  } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time does not matter to what is computed
  useEffect(() => {
    let over = false
    void Promise.all(subjects.map(probe)).then((findings) => {
      if (!over) setProbed({ of: { token, keyText, verification }, findings })
    })
    return () => {
      over = true
    }
  }, [text, token, keyText, keys, keyFault, key, verification])
  const current =
    probed !== null &&
    probed.of.token === token &&
    probed.of.keyText === keyText &&
    probed.of.verification === verification
  return current ? probed.findings : none
}

type Verification = Pick<Subject, 'token' | 'keyText' | 'verification'>

interface ItemProps {
  readonly finding: Finding
  readonly token: Token
  /** Whether its places are in the pasted text: those of a token within a token are not. */
  readonly placed: boolean
  readonly children: ReactNode
}

function FindingItem({ finding, token, placed, children }: ItemProps) {
  const { rule, severity, values, at } = finding
  const words = findingWords[rule]
  const first = at[0]
  return (
    <li data-rule={rule} data-severity={severity}>
      <p className={styles.title}>
        <span className={styles.severity}>{severities[severity]}</span>
        <strong>{words.title}</strong>
        {placed && first !== undefined && (
          <button
            type="button"
            className={styles.place}
            onClick={() => leadTo({ in: 'token', offset: first.from })}
          >
            {placeOf(first, token)}
          </button>
        )}
        {children}
      </p>
      <p>
        {words.text(values)} <SpecLink id={words.spec} />
      </p>
    </li>
  )
}
