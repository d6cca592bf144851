import { algorithm } from './algorithm.ts'
import { crit } from './crit.ts'
import { deceptiveText } from './deceptiveText.ts'
import { duplicateMember } from './duplicateMember.ts'
import { embeddedKey } from './embeddedKey.ts'
import { encoding } from './encoding.ts'
import type { Check, Finding, Severity, Subject } from './finding.ts'
import { jsonSyntax } from './jsonSyntax.ts'
import { numberPrecision } from './numberPrecision.ts'
import { payloadNotObject } from './payloadNotObject.ts'
import { prototypeName } from './prototypeName.ts'
import { sizeOrDepth } from './sizeOrDepth.ts'
import { textEncoding } from './textEncoding.ts'
import { timeUnit } from './timeUnit.ts'

const checks: readonly Check[] = [
  encoding,
  textEncoding,
  jsonSyntax,
  algorithm,
  crit,
  embeddedKey,
  duplicateMember,
  payloadNotObject,
  timeUnit,
  numberPrecision,
  prototypeName,
  deceptiveText,
  sizeOrDepth,
]

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Everything that the rules find, gravest first, else in the order of the list above. */
export function lint(subject: Subject): Finding[] {
  return checks.flatMap((check) => check(subject)).sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}
