import { type KeyboardEvent, useEffect, useRef } from 'react'
import { groupNumbered } from '../../core/decode/sourceMap.ts'
import type { Span } from '../../core/text/span.ts'
import styles from './Anatomy.module.css'
import type { Chosen } from './chosen.ts'
import { Jump } from './Jump.tsx'
import { characterAt } from './written.ts'

/** Groups drawn at a time: a token of 5 MB has over a million. */
const WINDOW = 48

/** The groups around the one that is open, each a button; arrow keys go from one to the next. */
export function Groups({ text, chosen }: { readonly text: string; readonly chosen: Chosen }) {
  const { piece, number, count, link, choose } = chosen
  const bar = useRef<HTMLDivElement>(null)
  const byKey = useRef(false)
  const first = number - (number % WINDOW)
  const numbers = Array.from({ length: Math.min(WINDOW, count - first) }, (_, i) => first + i)
  const go = (to: number) => choose(piece.id, Math.max(0, Math.min(count - 1, to)))
  useEffect(() => {
    if (!byKey.current) return
    byKey.current = false
    bar.current?.querySelector<HTMLElement>(`[data-number="${number}"]`)?.focus()
  }, [number])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = targetOf(event.key, number, count, () => columnsOf(bar.current))
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    byKey.current = true
    go(to)
  }
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label="Groups of four characters"
        className={styles.groups}
        onKeyDown={onKeyDown}
      >
        {numbers.map((one) => {
          const group = groupNumbered(text, piece.segment, one)!
          const written = group.characters.map((at) => characterAt(text, at)).join('')
          return (
            <button
              key={one}
              type="button"
              data-number={one}
              data-lit={meets(link?.octets, group.octets)}
              aria-pressed={one === number}
              aria-label={`${written}, group ${one + 1}`}
              tabIndex={one === number ? 0 : -1}
              onClick={() => go(one)}
            >
              {written}
            </button>
          )
        })}
      </div>
      <Jump label="Group" number={number} count={count} window={WINDOW} onGo={go} />
    </>
  )
}

function meets(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.from < b.to && b.from < a.to
}

function targetOf(key: string, number: number, count: number, columns: () => number): number | null {
  switch (key) {
    case 'ArrowRight':
      return number + 1
    case 'ArrowLeft':
      return number - 1
    case 'ArrowDown':
      return number + columns()
    case 'ArrowUp':
      return number - columns()
    case 'PageDown':
      return number + WINDOW
    case 'PageUp':
      return number - WINDOW
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** How many buttons stand in a row, as they are laid out. */
function columnsOf(bar: HTMLElement | null): number {
  const buttons = [...(bar?.children ?? [])] as HTMLElement[]
  return buttons.filter(({ offsetTop }) => offsetTop === buttons[0]!.offsetTop).length
}
