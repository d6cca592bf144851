import { useState } from 'react'
import { useLater } from '../common/useLater.ts'
import styles from './Anatomy.module.css'

const load = () => import('./Anatomy.tsx').then(({ Anatomy }) => Anatomy)

/** The token taken apart step by step, beside the panes: nothing is loaded or computed before it is opened. */
export function LaterAnatomy() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-label="Anatomy" className={styles.pane}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>Anatomy</h2> characters to JSON, signing input to signature, step by step
        </summary>
        {open && <LoadedAnatomy />}
      </details>
    </section>
  )
}

/** The same by itself, as a lesson has it. */
export function LoadedAnatomy({ focus }: { readonly focus?: 'bytes' | 'signature' }) {
  const Anatomy = useLater(load)
  return Anatomy !== null && <Anatomy focus={focus} />
}
