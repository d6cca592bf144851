import { useAnswer, useExplained } from '../../state/settled.ts'
import { useLater } from '../common/useLater.ts'
import styles from './Findings.module.css'

const load = () => import('./FindingList.tsx').then(({ FindingList }) => FindingList)

/** What the token and the key show to be wrong or dangerous, gravest first. */
export function Findings() {
  const explained = useExplained()
  const { inspection, answer } = useAnswer()
  const FindingList = useLater(load)
  return (
    <section aria-label="Findings" className={styles.findings}>
      <h2>Findings</h2>
      {explained.token === null || FindingList === null ? (
        <p className={styles.none}>{explained.token === null ? 'Nothing to look at yet.' : '…'}</p>
      ) : (
        <FindingList
          inspection={explained}
          token={explained.token}
          answer={inspection === explained ? answer : null}
        />
      )}
    </section>
  )
}
