import { useEffect } from 'react'
import { useExpectations } from '../../state/expectations.ts'
import { setInputs, useInputs } from '../../state/store.ts'

/** Lets the time of the page run, a step each second. Before its first step `now` is 0: the page was drawn elsewhere. */
export function useClock(): void {
  useEffect(() => {
    const tick = () => setInputs({ now: Math.floor(Date.now() / 1000) })
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
}

/** Seconds since the epoch. */
export function useNow(): number {
  return useInputs((inputs) => inputs.now)
}

/** The moment at which times are judged: the present, unless the person has chosen another. */
export function useMoment(): number {
  const now = useNow()
  const chosen = useExpectations(({ at }) => at)
  return chosen ?? now
}
