import { memo, useId } from 'react'
import styles from './common.module.css'

interface Props<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id
  onChange(id: Id): void
}

/** One of a few, all in sight: a radio group drawn as one strip. */
export const Choice = memo(function Choice<Id extends string>({
  label,
  options,
  value,
  onChange,
}: Props<Id>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}) as <Id extends string>(props: Props<Id>) => React.ReactNode
