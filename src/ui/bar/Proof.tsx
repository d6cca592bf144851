import { useRef } from 'react'
import { armourWords, sealFacts } from '../../content/messages/seal.ts'
import { useStanding } from '../../state/door.ts'
import styles from './TopBar.module.css'

/** The promise, and behind it what keeps it. */
export function Proof() {
  const armour = useStanding(({ armoured }) => (armoured === true ? 'armoured' : 'sealed'))
  const { short, long } = armourWords[armour]
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <span className={styles.armour} data-armour={armour}>
        {import.meta.env.DEV ? 'In development: not sealed' : short}
      </span>
      <button type="button" className={styles.promise} onClick={() => dialog.current?.showModal()}>
        Nothing you paste can leave this page
      </button>
      <dialog ref={dialog} className={styles.proof} aria-labelledby="proof-title">
        <h2 id="proof-title">How this page is sealed</h2>
        <ul>
          {sealFacts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <p>{long}</p>
        <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
