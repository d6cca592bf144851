import { profiles } from '../../content/profiles/index.ts'
import { vendors } from '../../content/vendors/index.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Finding, Subject } from '../../core/lint/finding.ts'
import { lint } from '../../core/lint/index.ts'
import { knownIssuers } from '../../core/validate/issuer.ts'
import { recognizeProfile } from '../../core/validate/profile/recognize.ts'
import type { Scene } from '../../state/lessons/lesson.ts'
import type { Shown } from '../../state/level.ts'
import { othersOf } from '../../state/others.ts'
import type { Answer } from '../../state/verification.ts'
import { documentsOf } from '../checks/subject.ts'

/** What is found by looking at the token that is pasted, and at the key. */
export function findingsIn({ inspection, answer, inputs, expectations: { at, skew } }: Scene): Finding[] {
  const { text, token } = inspection
  if (token === null) return []
  const shown = { text, token, level: 0, levels: answer?.levels ?? [] }
  const moment = { now: at ?? inputs.now, skew, issuer: null }
  return lint(subjectsOf(shown, token, answer, othersOf(inspection), moment)[0])
}

/** The token shown and those around it, outwards, as far as they are known by now; `others` are further tokens of the input. */
export function subjectsOf(
  shown: Shown,
  token: Token,
  answer: Answer | null,
  others: readonly Token[],
  moment: Pick<Subject, 'now' | 'skew' | 'issuer'>,
): readonly [Subject, ...Subject[]] {
  const around = shown.levels
    .slice(0, shown.level)
    .map((outer, level) =>
      subjectOf({ ...shown, text: outer.text, level }, outer.token, answer, others, moment),
    )
  return [subjectOf(shown, token, answer, others, moment), ...around.reverse()]
}

function subjectOf(
  { text, level, levels }: Shown,
  token: Token,
  answer: Answer | null,
  others: readonly Token[],
  moment: Pick<Subject, 'now' | 'skew' | 'issuer'>,
): Subject {
  const { header, claims } = documentsOf(token)
  const issuers = knownIssuers(vendors, claims)
  const answered = levels[level]
  const key = answered?.key ?? answer?.key ?? null
  const outcome = answered?.outcome ?? null
  return {
    text,
    token,
    kind: recognizeProfile(profiles, header, claims, token.kind).profile.id,
    issuerKnown: issuers.length > 0,
    issuerLacks: issuers.flatMap(({ vendor }) => vendor.lacks ?? []),
    decryption: outcome?.kind === 'encrypted' ? outcome.decryption : null,
    inner: levels[level + 1]?.token ?? null,
    others,
    proofs: level === 0 ? (answer?.proofs ?? null) : null,
    keyText: answer?.keyText ?? '',
    keys: key?.kind === 'read' ? key.keys : null,
    keyFault: key?.kind === 'unreadable' ? key.fault : null,
    key: key?.kind === 'read' ? key.key : null,
    verification: outcome?.kind === 'signed' ? outcome.verification : null,
    ...moment,
  }
}
