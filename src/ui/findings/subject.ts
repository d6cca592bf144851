import { profiles } from '../../content/profiles/index.ts'
import { vendors } from '../../content/vendors/index.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import type { Subject } from '../../core/lint/finding.ts'
import { knownIssuers } from '../../core/validate/issuer.ts'
import { recognizeProfile } from '../../core/validate/profile/recognize.ts'
import type { Answer } from '../../state/verification.ts'
import { documentsOf } from '../checks/subject.ts'

/** What the rules look at, as far as it is known by now; `others` are further tokens of the input. */
export function subjectOf(
  { text }: Inspection,
  token: Token,
  answer: Answer | null,
  others: readonly Token[],
  { now, skew }: Pick<Subject, 'now' | 'skew'>,
): Subject {
  const { header, claims } = documentsOf(token)
  const key = answer?.key ?? null
  return {
    text,
    token,
    kind: recognizeProfile(profiles, header, claims).profile.id,
    issuerKnown: knownIssuers(vendors, claims).length > 0,
    inner: null,
    others,
    proofs: answer?.proofs ?? null,
    keyText: answer?.keyText ?? '',
    keys: key?.kind === 'read' ? key.keys : null,
    keyFault: key?.kind === 'unreadable' ? key.fault : null,
    key: key?.kind === 'read' ? key.key : null,
    verification: answer?.verification ?? null,
    now,
    skew,
  }
}
