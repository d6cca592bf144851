import type { Demand, Level, Profile, Rule, Sign } from '../../core/validate/profile/rule.ts'
import type { SpecId } from '../spec.ts'

/** A rule with its words. */
export interface ProfileRule extends Rule {
  /** Section of the profile's document, or of the one named. */
  readonly section: string
  /** What a recipient asks for. */
  readonly says: string
}

/** A kind of token. */
export interface TokenProfile extends Profile<ProfileRule> {
  readonly title: string
  /** The document that defines it. */
  readonly reference: string
  readonly spec: SpecId | null
  /** What is worth knowing before anything else. */
  readonly note: string
}

/** A rule as it stands in the tables; names joined with commas are alternatives. */
export type Row = readonly [
  in_: 'header' | 'claim',
  names: string,
  level: Level,
  demands: readonly Demand[],
  section: string,
  says: string,
]

export function profile(
  id: string,
  title: string,
  reference: string,
  spec: SpecId | null,
  note: string,
  signs: readonly (readonly Sign[])[],
  rows: readonly Row[],
): TokenProfile {
  const rules = rows.map(([part, names, level, demands, section, says]) => ({
    in: part === 'header' ? ('header' as const) : ('claims' as const),
    names: names.split(', '),
    level,
    demands,
    section,
    says,
  }))
  return { id, title, reference, spec, note, signs, rules }
}
