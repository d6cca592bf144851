const SECOND_STEPS = [
  { unit: 's', seconds: 1, below: 90 },
  { unit: 'min', seconds: 60, below: 5400 },
  { unit: 'h', seconds: 3600, below: 36 * 3600 },
  { unit: 'day', seconds: 86400, below: 60 * 86400 },
  { unit: 'month', seconds: 2629746, below: 24 * 2629746 },
  { unit: 'year', seconds: 31556952, below: Number.POSITIVE_INFINITY },
] as const

/** `12 min`, `3 days`: a length of time, which is finite, in one unit. */
export function duration(seconds: number): string {
  const length = Math.abs(seconds)
  const step = SECOND_STEPS.find(({ below }) => length < below) ?? SECOND_STEPS[5]
  const count = Math.floor(length / step.seconds)
  const plural = step.unit.length > 3 || step.unit === 'day'
  return `${count.toLocaleString('en')} ${step.unit}${plural && count !== 1 ? 's' : ''}`
}

/** `in 12 min`, `3 days ago`, `now`; both times in seconds since the epoch. */
export function relativeTo(seconds: number, now: number): string {
  const distance = Math.trunc(seconds - Math.floor(now))
  if (distance === 0) return 'now'
  return distance > 0 ? `in ${duration(distance)}` : `${duration(distance)} ago`
}

/** The moment in UTC as RFC 3339 writes it; null beyond the years that a Date can hold. */
export function utcText(seconds: number): string | null {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z')
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' } as const
const dayAndClock = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/** Made when first used: making one takes a hundred times as long as using it. */
let formatters: { readonly clock: Intl.DateTimeFormat; readonly dayAndClock: Intl.DateTimeFormat } | null =
  null

/** The moment in the reader's own zone: the time alone if it is today. */
export function localText(seconds: number, now: number): string | null {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return null
  const today = new Date(now * 1000).toDateString() === date.toDateString()
  formatters ??= {
    clock: new Intl.DateTimeFormat('en-GB', clock),
    dayAndClock: new Intl.DateTimeFormat('en-GB', dayAndClock),
  }
  return (today ? formatters.clock : formatters.dayAndClock).format(date)
}
