import styles from './Learn.module.css'

interface Props {
  readonly label: string
  readonly isReady?: boolean
  act(): unknown
}

/** A button of a lesson. What it does may take a moment. */
export function Act({ label, isReady = true, act }: Props) {
  return (
    <button type="button" className={styles.quiet} disabled={!isReady} onClick={() => void act()}>
      {label}
    </button>
  )
}
