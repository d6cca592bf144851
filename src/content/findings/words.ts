import type { DecodeFault } from '../../core/decode/fault.ts'
import type { Finding, Rule } from '../../core/lint/finding.ts'
import { decodeWords } from '../messages/decode.ts'
import type { SpecId } from '../spec.ts'

type Values = Finding['values']

export interface RuleWords {
  readonly title: string
  /** What was found, why it matters, what to do. */
  text(values: Values): string
  readonly spec: SpecId
}

export type Words = Readonly<Partial<Record<Rule, RuleWords>>>

export const fromDecoder = (values: Values) => decodeWords[values.code as DecodeFault](values)

export function partName(part: string | number | undefined, title = false): string {
  const name = part === 'protected' ? 'header' : 'payload'
  return title ? name[0]!.toUpperCase() + name.slice(1) : name
}
