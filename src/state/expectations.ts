import { create } from 'zustand'
import type { Expected } from '../core/validate/expected.ts'
import type { Library } from '../core/validate/library.ts'

/** What the person expects of tokens, and how time is to be judged. Typed in, never kept. */
export interface Expectations {
  readonly expected: Expected
  /** Tolerance for clocks that differ, in seconds. */
  readonly skew: number
  /** The moment at which times are judged, in seconds since the epoch; null for now. */
  readonly at: number | null
  /** The id of the profile that was chosen by hand; null for the one that is recognized. */
  readonly kind: string | null
}

/** The greatest tolerance that can be chosen, in seconds. */
export const MAX_SKEW = 600

export const useExpectations = create<Expectations>(() => ({
  expected: { issuer: '', audience: '', subject: '', nonce: '', type: '', algorithms: '' },
  skew: 0,
  at: null,
  kind: null,
}))

export function expect(change: Partial<Expected>): void {
  useExpectations.setState(({ expected }) => ({ expected: { ...expected, ...change } }))
}

export function judgeAt(at: number | null): void {
  useExpectations.setState({ at })
}

/** Whole seconds from 0 to {@link MAX_SKEW}; anything else is taken to the nearest. */
export function tolerate(seconds: number): void {
  const skew = Number.isFinite(seconds) ? Math.min(MAX_SKEW, Math.max(0, Math.round(seconds))) : 0
  useExpectations.setState({ skew })
}

/** As a library does of its own accord. */
export function judgeAs({ skew }: Library): void {
  tolerate(skew)
}

export function chooseKind(kind: string | null): void {
  useExpectations.setState({ kind })
}
