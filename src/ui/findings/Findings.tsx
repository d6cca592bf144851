import { useExplained, useExplanation } from '../../state/settled.ts'
import { useLater } from '../common/useLater.ts'
import styles from './Findings.module.css'

const load = () => import('./FindingList.tsx').then(({ FindingList }) => FindingList)

/** What the token and the key show to be wrong or dangerous, gravest first. */
export function Findings() {
  const shown = useExplained()
  const { inspection, answer } = useExplanation()
  const FindingList = useLater(load)
  return (
    <section aria-label="Findings" className={styles.findings}>
      <h2>Findings</h2>
      {shown.token === null || FindingList === null ? (
        <p className={styles.none}>{shown.token === null ? 'Nothing to look at yet.' : '…'}</p>
      ) : (
        <FindingList shown={shown} token={shown.token} inspection={inspection} answer={answer} />
      )}
    </section>
  )
}
