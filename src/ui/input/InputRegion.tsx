import { recognizedText } from '../../content/messages/input.ts'
import { useSettledInspection } from '../../state/settled.ts'
import styles from './InputRegion.module.css'
import { Samples } from './Samples.tsx'

/** What was recognized in the paste, and samples one click away. */
export function InputRegion() {
  const inspection = useSettledInspection()
  return (
    <section aria-label="Input" className={styles.region}>
      <p>{recognizedText(inspection)}</p>
      <Samples />
    </section>
  )
}
