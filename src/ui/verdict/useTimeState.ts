import { useMemo } from 'react'
import type { Token } from '../../core/decode/token.ts'
import { judgeTime, type TimeState } from '../../core/validate/time.ts'
import { useExpectations } from '../../state/expectations.ts'
import { useMoment } from '../common/useNow.ts'
import type { Answer } from './lines/line.ts'
import { timesOf } from './lines/time.ts'

/** Where in its life the token is at the moment that counts; null where that cannot be told. */
export function useTimeState(token: Token | null, answer: Answer): TimeState | null {
  const now = useMoment()
  const skew = useExpectations((expectations) => expectations.skew)
  const times = useMemo(() => timesOf(token, answer), [token, answer])
  return times === null || now === 0 ? null : judgeTime(times, now, skew).state
}
