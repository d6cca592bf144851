import type { View } from '../../state/location.ts'
import { goTo } from '../../state/location.ts'
import styles from './views.module.css'

const words: Readonly<Record<Exclude<View, 'Inspect' | 'Learn'>, string>> = {
  Build: 'This version takes tokens apart and verifies them; it does not make any.',
  Compare:
    'This version sets no two tokens side by side. The inspector lists and checks all tokens of a paste.',
}

/** Says what this version does not do, and leads back to what it does. */
export function Absent({ view }: { readonly view: Exclude<View, 'Inspect' | 'Learn'> }) {
  return (
    <div className={styles.absent}>
      <h2>{view}</h2>
      <p>{words[view]}</p>
      <button type="button" className={styles.back} onClick={() => goTo('Inspect')}>
        Back to the inspector
      </button>
    </div>
  )
}
