import { useId } from 'react'
import { MAX_SKEW, tolerate, useExpectations } from '../../state/expectations.ts'

/** How far apart two clocks may be. */
export function Tolerance() {
  const skew = useExpectations((expectations) => expectations.skew)
  const id = useId()
  return (
    <label htmlFor={id}>
      <span>Clock tolerance, seconds</span>
      <input
        id={id}
        type="number"
        min={0}
        max={MAX_SKEW}
        value={skew}
        onChange={({ target }) => tolerate(target.valueAsNumber)}
      />
    </label>
  )
}
