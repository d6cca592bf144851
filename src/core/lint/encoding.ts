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
  'token-encrypted': 'encrypted',
}

/** Structure, base64url and what the header must be: the decoder's faults, as findings (RFC 7515 section 2, RFC 4648 section 3.5). */
export function encoding({ token }: Subject): Finding[] {
  return token.faults.flatMap(({ code, span, values }) => {
    const rule = rules[code]
    return rule === undefined
      ? []
      : [
          {
            rule,
            severity: rule === 'encrypted' ? ('info' as const) : ('error' as const),
            at: [span],
            values: { ...values, code },
          },
        ]
  })
}
