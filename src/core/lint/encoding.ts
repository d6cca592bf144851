import type { Finding, Rule, Subject } from './finding.ts'

const rules: Readonly<Record<string, Rule>> = {
  'token-segments': 'structure-segments',
  'base64url-character': 'structure-segments',
  'base64url-length': 'structure-segments',
  'base64url-padding': 'base64url-alphabet',
  'base64url-alphabet': 'base64url-alphabet',
  'base64url-space': 'base64url-alphabet',
  'base64url-spare-bits': 'base64url-canonical',
  'header-empty': 'header-invalid',
  'header-not-json': 'header-invalid',
  'header-not-object': 'header-invalid',
  'payload-dot': 'structure-segments',
  'header-none': 'header-invalid',
  'header-not-disjoint': 'header-invalid',
  'header-not-protected': 'header-invalid',
  'header-differs': 'header-invalid',
  'member-missing': 'structure-segments',
  'member-type': 'structure-segments',
  'member-empty': 'structure-segments',
  'member-many': 'structure-segments',
  'member-duplicate': 'structure-segments',
  'member-mixed': 'structure-segments',
  'sd-jwt-last-tilde': 'structure-segments',
  'sd-jwt-too-many': 'structure-segments',
  'sd-jwt-key-binding': 'structure-segments',
  'sd-jwt-later-header': 'structure-segments',
}

/** Structure, base64url and what the header must be: the decoder's faults, as findings (RFC 7515 section 2, RFC 4648 section 3.5). */
export function encoding({ token }: Subject): Finding[] {
  const found = token.faults.flatMap(({ code, span, values }): Finding[] => {
    const rule = rules[code]
    return rule === undefined ? [] : [{ rule, severity: 'error', at: [span], values: { ...values, code } }]
  })
  return token.kind === 'jwe'
    ? [{ rule: 'encrypted', severity: 'info', at: [], values: {} }, ...found]
    : found
}
