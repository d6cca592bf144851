import { isObject } from '../decode/content.ts'
import type { Finding, Subject } from './finding.ts'

/** `alg` missing or no string (RFC 7515 section 4.1.1), or `none`, which leaves the token unprotected. */
export function algorithm({ token }: Subject): Finding[] {
  if (!isObject(token.headerContent)) return []
  const at = [token.segments[0]!.span]
  const { alg } = token.header
  if (alg === null) return [{ rule: 'alg-missing', severity: 'error', at, values: {} }]
  return alg === 'none' ? [{ rule: 'alg-none', severity: 'error', at, values: {} }] : []
}
