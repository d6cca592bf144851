import { decodeFaultText } from '../../content/messages/en.ts'
import { faultText } from '../../content/messages/faults.ts'
import { claimsSummary, keyKind, keyWanted, oddTimes } from '../../content/messages/verdict.ts'
import { isObject } from '../../core/decode/content.ts'
import type { Token } from '../../core/decode/token.ts'
import { members, stringValue } from '../../core/json/read.ts'
import type { TimeName } from '../../core/validate/time.ts'
import { judgeTime, timeClaims } from '../../core/validate/time.ts'
import type { useVerification } from '../../state/verification.ts'
import { counted } from '../common/count.ts'
import { duration, localText, relativeTo, utcText } from '../common/time.ts'

/** How a line is marked. Green, `good`, is for a verified signature alone. */
export type Tone = 'good' | 'sound' | 'bad' | 'warning' | 'none'

export interface Line {
  readonly name: 'Structure' | 'Signature' | 'Key' | 'Time' | 'Claims'
  readonly tone: Tone
  /** What comes first and matters most. */
  readonly text: string
  readonly detail?: string
}

/** Claims named in the verdict's line. */
const SHOWN_NAMES = 6

type Answer = ReturnType<typeof useVerification>

/** Time claims of a token whose payload is a claims set; null for any other. */
export function timesOf(token: Token | null): Times | null {
  if (token?.kind !== 'jws' || !isObject(token.payloadContent)) return null
  return timeClaims(token.payloadContent.document)
}

export type Times = ReturnType<typeof timeClaims>

/** What is shown of each line while there is no token. */
export const emptyLines: readonly Line[] = (['Structure', 'Signature', 'Key', 'Time', 'Claims'] as const).map(
  (name) => ({ name, tone: 'none', text: '—' }),
)

export function structureLine(token: Token): Line {
  const name = 'Structure'
  const [first, ...others] = token.faults
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more fault')})`
    return { name, tone: 'bad', text: `${decodeFaultText(first, token)}${more}` }
  }
  const lengths = token.segments.map(({ span }) => (span.to - span.from).toLocaleString('en')).join(' + ')
  return { name, tone: 'sound', text: 'Sound JWS, compact serialization', detail: `${lengths} characters` }
}

export function signatureLine(token: Token, answer: Answer): Line {
  const name = 'Signature'
  if (token.kind !== 'jws') return { name, tone: 'none', text: 'Not checked: this is no signed token.' }
  const alg = token.header.alg ?? ''
  if (answer === null || answer.verification === null) return { name, tone: 'none', text: 'Checking…' }
  const { verification } = answer
  switch (verification.state) {
    case 'verified': {
      if (token.faults.length === 0)
        return { name, tone: 'good', text: 'Matches the key you supplied', detail: alg }
      return {
        name,
        tone: 'warning',
        text: 'Matches the key over these exact characters, yet a strict verifier refuses the token for its structure.',
      }
    }
    case 'failed':
      return {
        name,
        tone: 'bad',
        text:
          verification.note === undefined
            ? `Does not match the key you supplied`
            : faultText(verification.note),
        detail: alg,
      }
    case 'needs-key':
      return { name, tone: 'none', text: `Not checked: ${alg} needs ${keyWanted(alg)}.` }
    case 'unsecured':
      return { name, tone: 'bad', text: 'None: alg is none, so there is nothing to check.' }
    case 'impossible': {
      if (answer.key.kind === 'unreadable')
        return { name, tone: 'warning', text: 'Not checked: the key cannot be read.' }
      const unfit = answer.key.kind === 'read' && answer.key.fit?.fits === false
      return {
        name,
        tone: 'warning',
        text: unfit ? 'Not checked: the key does not fit the algorithm.' : faultText(verification.reason),
      }
    }
  }
}

export function keyLine(token: Token, answer: Answer): Line {
  const name = 'Key'
  const alg = token.header.alg
  const embedded = token.header.embeddedKeys
  if (answer === null) return { name, tone: 'none', text: 'Reading…' }
  const { key } = answer
  if (key.kind === 'none') {
    const own =
      embedded.length === 0
        ? ''
        : ` The token brings its own (${embedded.join(', ')}): such a key proves nothing.`
    return {
      name,
      tone: embedded.length === 0 ? 'none' : 'warning',
      text: `None given. Wanted: ${keyWanted(alg)}.${own}`,
    }
  }
  if (key.kind === 'unreadable') return { name, tone: 'bad', text: faultText(key.reading.fault) }
  const kind = keyKind(key.key)
  if (alg === 'none') return { name, tone: 'warning', text: `${kind}: not used, as alg is none.` }
  const detail = key.thumbprint === null ? '' : `thumbprint ${key.thumbprint}`
  if (key.fit !== null && !key.fit.fits)
    return { name, tone: 'bad', text: `${kind}: ${faultText(key.fit.fault)}`, detail }
  const weakness = key.fit?.fits === true && key.fit.weakness !== null ? [key.fit.weakness] : []
  const notices = [...weakness, ...key.key.notices].map(faultText).join(' ')
  const fits = alg === null || key.fit === null ? '' : `, fits ${alg}`
  return {
    name,
    tone: notices === '' ? 'sound' : 'warning',
    text: `${kind}${fits}${notices === '' ? '' : `. ${notices}`}`,
    detail,
  }
}

export function timeLine(claims: Times | null, now: number): Line {
  const name = 'Time'
  if (claims === null) return { name, tone: 'none', text: 'No claims, so no times.' }
  // Before the page's clock has run its first step, nothing can be said.
  if (now === 0) return { name, tone: 'none', text: '…' }
  const verdict = judgeTime(claims, now)
  const odd = oddTimes(verdict)
  const at = (claim: TimeName) => momentText(claims[claim]?.seconds ?? null, now)
  const detail = (claim: TimeName) => ({ detail: `${claim} ${at(claim)}` })
  const since = (claim: TimeName) => Math.abs(now - (claims[claim]?.seconds ?? now))
  const tone = odd === '' ? 'sound' : 'warning'
  const suffix = odd === '' ? '' : ` — ${odd}`
  switch (verdict.state) {
    case 'expired':
      return {
        name,
        tone: 'bad',
        text: `Expired ${since('exp') < 1 ? 'just now' : `${duration(since('exp'))} ago`}${suffix}`,
        ...detail('exp'),
      }
    case 'not-yet-valid':
      return {
        name,
        tone: 'bad',
        text: `Not valid yet: begins in ${duration(since('nbf'))}${suffix}`,
        ...detail('nbf'),
      }
    case 'unusable':
      return { name, tone: 'bad', text: `Cannot be judged: ${odd}` }
    case 'valid':
      return {
        name,
        tone,
        text: `Valid now, expires ${relativeTo(claims.exp?.seconds ?? 0, now)}${suffix}`,
        ...detail('exp'),
      }
    case 'unlimited':
      return {
        name,
        tone: odd === '' ? 'none' : 'warning',
        text: `No exp: the token never expires by itself${suffix}`,
        ...(claims.iat?.seconds != null && detail('iat')),
      }
  }
}

function momentText(seconds: number | null, now: number): string {
  const local = seconds === null ? null : localText(seconds, now)
  return local === null ? 'beyond any calendar' : `${local} · ${utcText(seconds!)}`
}

export function claimsLine(token: Token): Line {
  const name = 'Claims'
  if (token.kind !== 'jws') return { name, tone: 'none', text: 'Not readable here.' }
  const content = token.payloadContent
  if (isObject(content)) {
    const { document } = content
    const names: string[] = []
    let count = 0
    for (const { key } of members(document, 0))
      if (count++ < SHOWN_NAMES) names.push(stringValue(document, key))
    const tone = document.duplicates.length > 0 ? 'warning' : 'sound'
    return { name, tone, text: claimsSummary(names, count, document.duplicates.length > 0) }
  }
  const what = { empty: 'empty', text: 'plain text', octets: 'binary', json: 'not a JSON object' }[
    content.kind
  ]
  return { name, tone: 'warning', text: `No claims set: the payload is ${what}.` }
}
