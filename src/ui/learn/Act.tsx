import styles from './Learn.module.css'

/** A button of a lesson. What it does may take a moment. */
export function Act({ label, act }: { readonly label: string; act(): unknown }) {
  return (
    <button type="button" className={styles.quiet} onClick={() => void act()}>
      {label}
    </button>
  )
}
