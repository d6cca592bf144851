import common from '../common/common.module.css'
import { counted } from '../common/count.ts'
import styles from './Anatomy.module.css'

interface Props {
  /** What is counted, with a capital. */
  readonly label: string
  /** Counted from 0. */
  readonly number: number
  readonly count: number
  /** How many are drawn at a time. */
  readonly window: number
  onGo(number: number): void
}

/** To one of many by its number, or on to the next ones. */
export function Jump({ label, number, count, window, onGo }: Props) {
  const first = number - (number % window)
  const go = (to: number) => onGo(Math.max(0, Math.min(count - 1, to)))
  const step = (title: string, to: number, disabled: boolean) =>
    count > window && (
      <button type="button" className={common.quiet} disabled={disabled} onClick={() => go(to)}>
        {title}
      </button>
    )
  return (
    <div className={styles.jump}>
      {step('Previous', first - window, first === 0)}
      {step('Next', first + window, first + window >= count)}
      <label>
        {label}{' '}
        <input
          type="number"
          min={1}
          max={count}
          value={number + 1}
          onChange={({ target }) => target.value !== '' && go(target.valueAsNumber - 1)}
        />{' '}
        of {counted(count, label.toLowerCase())}
      </label>
    </div>
  )
}
