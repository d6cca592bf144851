import { useEffect } from 'react'
import { useExpectations } from '../../state/expectations.ts'
import { setInputs, useInputs } from '../../state/store.ts'

/** Lets the time of the page run, a step as each second begins. Before its first `now` is 0: the page was drawn elsewhere. */
export function useClock(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const now = Date.now()
      setInputs({ now: Math.floor(now / 1000) })
      timer = setTimeout(tick, 1000 - (now % 1000))
    }
    tick()
    return () => clearTimeout(timer)
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
