export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export function one(ok: boolean): Tally
export function sum(tallies: readonly Tally[]): Tally
export function ofVitest(report: string | null, ok: boolean): Tally
export function ofOutput(output: string, ok: boolean): Tally
export function line(tally: Tally): string
