import type { JsonDocument, NodeId } from '../../json/document.ts'
import type { Expected } from '../expected.ts'
import { Members } from './claims.ts'
import { holds, type Situation } from './demand.ts'
import type { Demand, Profile, Rule } from './rule.ts'

export type Outcome =
  | 'met'
  /** Against the rule: grave where it says must, else against advice. */
  | 'broken'
  /** The token alone cannot show it. */
  | 'undecided'
  /** Not there, and need not be. */
  | 'absent'

export interface Judgement<R extends Rule = Rule> {
  readonly rule: R
  readonly outcome: Outcome
  /** The first demand that does not hold; null where none is broken or the member itself is missing or forbidden. */
  readonly demand: Demand | null
  /** The member's value in the header's or claims set's document; null where it is absent. */
  readonly node: NodeId | null
}

/** What a profile is held against; a document is null where there is no such JSON object. */
export interface Judged {
  readonly header: JsonDocument | null
  readonly claims: JsonDocument | null
  readonly expected: Expected
  /** Seconds since the epoch. */
  readonly now: number
  /** Tolerance for clocks that differ, in seconds. */
  readonly skew: number
}

/** Holds a token against every rule of a profile, in the profile's order. */
export function judge<R extends Rule>(profile: Profile<R>, judged: Judged): Judgement<R>[] {
  const situation = {
    ...judged,
    header: new Members(judged.header),
    claims: new Members(judged.claims),
  }
  return profile.rules.map((rule) => judgeRule(rule, situation))
}

function judgeRule<R extends Rule>(rule: R, situation: Situation): Judgement<R> {
  const members = situation[rule.in]
  const name = rule.names.find((candidate) => members.node(candidate) !== null)
  const forbidden = rule.level === 'must-not' || rule.level === 'should-not'
  if (name === undefined) {
    const outcome = { required: 'broken', recommended: 'broken', conditional: 'undecided' } as const
    const of = rule.level as keyof typeof outcome
    return { rule, outcome: forbidden ? 'met' : (outcome[of] ?? 'absent'), demand: null, node: null }
  }
  const node = members.node(name)!
  // A forbidden member may be there if it is not what is forbidden: `alg` must not be `none`.
  if (forbidden && rule.demands.length === 0) return { rule, outcome: 'broken', demand: null, node }
  let undecided = false
  for (const demand of rule.demands) {
    const held = holds(demand, members, node, situation)
    if (held === false) return { rule, outcome: 'broken', demand, node }
    if (held === null) undecided = true
  }
  return { rule, outcome: undecided ? 'undecided' : 'met', demand: null, node }
}
