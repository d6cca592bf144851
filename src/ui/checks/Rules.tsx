import { useMemo } from 'react'
import { demandText, levelWords } from '../../content/messages/checks.ts'
import { foreign } from '../../content/messages/foreign.ts'
import type { ProfileRule, TokenProfile } from '../../content/profiles/row.ts'
import { type Judgement, judge } from '../../core/validate/profile/judge.ts'
import { useExpectations } from '../../state/expectations.ts'
import { counted } from '../common/count.ts'
import { useMoment } from '../common/useNow.ts'
import styles from './Checks.module.css'
import { type Documents, writtenAt } from './subject.ts'

const marks = { met: '✓', broken: '✕', undecided: '?', absent: '–' } as const
const words = {
  met: 'met',
  broken: 'broken',
  undecided: 'not decidable here',
  absent: 'absent, as it may be',
} as const

/** The rules of the token's kind: those that are broken in sight, the others behind a fold. */
export function Rules({
  profile,
  documents,
}: {
  readonly profile: TokenProfile
  readonly documents: Documents
}) {
  const { expected, skew } = useExpectations()
  const now = useMoment()
  const judgements = useMemo(
    () => judge(profile, { ...documents, expected, now, skew }),
    [profile, documents, expected, now, skew],
  )
  const broken = judgements.filter(({ outcome }) => outcome === 'broken')
  const count = (outcome: Judgement['outcome']) => judgements.filter((j) => j.outcome === outcome).length
  return (
    <div className={styles.rules}>
      <p>
        <strong>{profile.title}</strong>, {counted(judgements.length, 'rule')}: {count('met')} met,{' '}
        {broken.length === 0 ? 'none broken' : `${broken.length} broken`}, {count('undecided')} not decidable
        here
        {count('absent') > 0 && `, ${count('absent')} about what is absent`}.
      </p>
      {broken.length > 0 && <RuleList judgements={broken} documents={documents} />}
      <details>
        <summary>All rules</summary>
        <RuleList judgements={judgements} documents={documents} />
      </details>
    </div>
  )
}

interface ListProps {
  readonly judgements: readonly Judgement<ProfileRule>[]
  readonly documents: Documents
}

function RuleList({ judgements, documents }: ListProps) {
  return (
    <ul className={styles.list}>
      {judgements.map((judgement) => (
        <RuleItem
          key={`${judgement.rule.in} ${judgement.rule.names.join()} ${judgement.rule.level}`}
          judgement={judgement}
          documents={documents}
        />
      ))}
    </ul>
  )
}

function RuleItem({
  judgement,
  documents,
}: { readonly judgement: Judgement<ProfileRule> } & Pick<ListProps, 'documents'>) {
  const { rule, outcome } = judgement
  return (
    <li data-outcome={outcome} data-level={rule.level}>
      <span className={styles.mark} role="img" aria-label={words[outcome]}>
        {marks[outcome]}
      </span>
      <p>
        <code>{rule.names.join(', ')}</code>
        {rule.in === 'header' && ' (header)'} {rule.says}{' '}
        {outcome === 'broken' && <span className={styles.why}>{whyText(judgement, documents)} </span>}
        <span className={styles.section}>
          {levelWords[rule.level]} · {/^\d/.test(rule.section) ? `§${rule.section}` : rule.section}
        </span>
      </p>
    </li>
  )
}

function whyText({ rule, demand, node }: Judgement<ProfileRule>, documents: Documents): string {
  const written = writtenAt(documents[rule.in], node)
  if (written === null) return 'It is missing.'
  if (demand === null) return 'It is there.'
  return `It is ${foreign(written)}, and must be ${demandText(demand)}.`
}
