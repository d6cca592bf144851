import type { SpecId } from './spec.ts'

/**
 * What a value should be, as far as it matters for showing it: `numericDate` is a moment in seconds since 1970,
 * `seconds` a duration; `any` is what has several shapes or none that is known.
 */
export type ValueType =
  | 'string'
  | 'stringOrUri'
  | 'uri'
  | 'base64url'
  | 'number'
  | 'seconds'
  | 'numericDate'
  | 'boolean'
  | 'object'
  | 'array'
  | 'stringOrArray'
  | 'any'

/** A claim as it stands in the tables; the last text, if any, says how a recipient checks it. */
export type ClaimRow = readonly [
  fullName: string,
  valueType: ValueType,
  spec: SpecId,
  explanation: string,
  check?: string,
]

export type ClaimTable = Readonly<Record<string, ClaimRow>>
