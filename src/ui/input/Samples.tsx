import { samples } from 'virtual:samples'
import { sampleIn, takeSample } from '../../state/samples.ts'
import { useInputs } from '../../state/store.ts'
import styles from './InputRegion.module.css'

/** Chooses one of the sample tokens, with its key. */
export function Samples() {
  const chosen = useInputs((inputs) => sampleIn(inputs)?.id ?? '')
  return (
    <label className={styles.samples}>
      Sample
      <select value={chosen} onChange={(event) => void takeSample(event.target.value)}>
        <option value="" disabled>
          choose…
        </option>
        {samples.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
