import type { View } from '../../state/location.ts'
import { goTo } from '../../state/location.ts'
import styles from './views.module.css'

const words: Readonly<Record<Exclude<View, 'Inspect' | 'Learn'>, string>> = {
  Build: 'This version makes no tokens: it takes them apart and verifies them.',
  Compare: 'This version compares no tokens. The inspector lists and checks all of a paste.',
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
