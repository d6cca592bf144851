import { type PointerEvent, useState } from 'react'
import styles from './CutString.module.css'

type Marks = readonly [number, number]

interface Props {
  readonly token: string
  readonly marks: Marks
  move(marks: Marks): void
}

/** The raw string with two marks in it, moved by pointer in the string or by a slider each. */
export function CutString({ token, marks, move }: Props) {
  const [held, setHeld] = useState<0 | 1 | null>(null)
  const moveTo = (mark: 0 | 1, at: number) => move(mark === 0 ? [at, marks[1]] : [marks[0], at])
  const take = (event: PointerEvent) => {
    const at = characterAt(event)
    if (at === null) return
    const nearest = Math.abs(at - marks[0]) <= Math.abs(at - marks[1]) ? 0 : 1
    event.currentTarget.setPointerCapture(event.pointerId)
    setHeld(nearest)
    moveTo(nearest, at)
  }
  const drag = (event: PointerEvent) => {
    const at = held === null ? null : characterAt(event)
    if (held !== null && at !== null && at !== marks[held]) moveTo(held, at)
  }
  return (
    <>
      {/* The sliders below do the same for the keyboard. */}
      <p
        className={styles.string}
        translate="no"
        onPointerDown={take}
        onPointerMove={drag}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
      >
        {[...token].map((character, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
            key={at}
            data-at={at}
            data-mark={marks.includes(at) ? '' : undefined}
          >
            {character}
          </span>
        ))}
      </p>
      {(['First', 'Second'] as const).map((name, i) => (
        <label key={name} className={styles.mark}>
          {name} mark
          <input
            type="range"
            min={0}
            max={Math.max(0, token.length - 1)}
            value={marks[i]}
            aria-valuetext={`character ${marks[i]! + 1} of ${token.length}: ${token[marks[i]!]}`}
            onChange={({ target }) => moveTo(i as 0 | 1, target.valueAsNumber)}
          />
          <output>
            {marks[i]! + 1}: <code>{token[marks[i]!]}</code>
          </output>
        </label>
      ))}
    </>
  )
}

/** Which character is under the pointer. */
function characterAt({ clientX, clientY }: PointerEvent): number | null {
  const at = document.elementFromPoint(clientX, clientY)?.getAttribute('data-at')
  return at == null ? null : Number(at)
}
