import { goTo, useView, views } from '../../state/location.ts'
import type { Theme } from '../../state/store.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { Proof } from './Proof.tsx'
import styles from './TopBar.module.css'

/** Name, views, the seal, the theme. */
export function TopBar() {
  const { view } = useView()
  const theme = useInputs((inputs) => inputs.theme)
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>Jotscope</h1>
      <nav aria-label="Views" className={styles.views}>
        {views.map((name) => (
          <a
            key={name}
            href={`#/${name.toLowerCase()}`}
            aria-current={name === view ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault()
              goTo(name)
            }}
          >
            {name}
          </a>
        ))}
      </nav>
      <div className={styles.seal}>
        <Proof />
      </div>
      <select
        aria-label="Theme"
        value={theme}
        onChange={(event) => setInputs({ theme: event.target.value as Theme })}
      >
        <option value="system">System theme</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </header>
  )
}
