import { recognizedText } from '../../content/messages/input.ts'
import { useSettledInspection } from '../../state/settled.ts'
import { FilePicker } from './FilePicker.tsx'
import styles from './InputRegion.module.css'
import { Notices } from './Notices.tsx'
import { Samples } from './Samples.tsx'
import { TokenList } from './TokenList.tsx'

/** What was recognized in the paste, and samples one click away. */
export function InputRegion() {
  const inspection = useSettledInspection()
  return (
    <section aria-label="Input" className={styles.region}>
      <p>{recognizedText(inspection)}</p>
      <span className={styles.ways}>
        <FilePicker />
        <Samples />
      </span>
      <Notices />
      <TokenList />
    </section>
  )
}
