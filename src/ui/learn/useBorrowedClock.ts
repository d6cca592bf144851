import { useEffect } from 'react'
import { judgeAt, tolerate, useExpectations } from '../../state/expectations.ts'

/** The lesson moves the clock that the inspector judges by, and leaves it as it found it. */
export function useBorrowedClock(): void {
  useEffect(() => {
    const { at, skew } = useExpectations.getState()
    judgeAt(null)
    tolerate(0)
    return () => {
      judgeAt(at)
      tolerate(skew)
    }
  }, [])
}
