import type { KeyboardEvent, ReactNode } from 'react'
import { levelName, partName, partsName } from '../../content/messages/levels.ts'
import { showLevel, showPart } from '../../state/level.ts'
import { useSettledInspection, useShown } from '../../state/settled.ts'
import styles from './Levels.module.css'

const PANEL_ID = 'level'
const tabId = (level: number) => `level-${level}`

/** The levels of nesting as tabs, where a token holds another; and which of its signatures or recipients is shown. */
export function Levels() {
  const inspection = useSettledInspection()
  const { token, level, levels } = useShown()
  const parts = token?.kind === 'jws' ? token.signatures : token?.kind === 'jwe' ? token.recipients : []
  if (levels.length < 2 && parts.length < 2) return null
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: level - 1, ArrowRight: level + 1, Home: 0, End: levels.length - 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const wanted = (step + levels.length) % levels.length
    showLevel(inspection, wanted)
    document.getElementById(tabId(wanted))?.focus()
  }
  return (
    <div className={styles.bar}>
      {levels.length > 1 && (
        <div role="tablist" aria-label="Levels" className={styles.tabs} onKeyDown={onKeyDown}>
          {levels.map(({ token: at }, i) => (
            <button
              // Levels have no identity but their depth.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={i}
              type="button"
              role="tab"
              id={tabId(i)}
              aria-selected={i === level}
              aria-controls={PANEL_ID}
              tabIndex={i === level ? 0 : -1}
              onClick={() => showLevel(inspection, i)}
            >
              {levelName(at, i)}
            </button>
          ))}
        </div>
      )}
      {parts.length > 1 && token !== null && (token.kind === 'jws' || token.kind === 'jwe') && (
        <label className={styles.parts}>
          {partsName(token)}
          <select
            value={token.shown}
            onChange={(event) => showPart(inspection, level, Number(event.target.value))}
          >
            {parts.map(({ header }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place
              <option key={i} value={i}>
                {partName(header, i, parts.length)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

/** The panes, as the panel of the tab that is chosen where there are tabs. By itself, so that what is beside it stays. */
export function LevelPanel(props: { readonly className: string | undefined; readonly children: ReactNode }) {
  const { level, levels } = useShown()
  const panel =
    levels.length < 2 ? {} : ({ id: PANEL_ID, role: 'tabpanel', 'aria-labelledby': tabId(level) } as const)
  return <div {...props} {...panel} />
}
