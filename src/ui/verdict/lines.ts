import { decodeFaultText } from '../../content/messages/en.ts'
import { faultText } from '../../content/messages/faults.ts'
import { foreign } from '../../content/messages/foreign.ts'
import { claimsSummary, keyKind, keyWanted, oddTimes, ownKeyText } from '../../content/messages/verdict.ts'
import { isObject } from '../../core/decode/content.ts'
import type { Token } from '../../core/decode/token.ts'
import { members, stringValue } from '../../core/json/read.ts'
import type { NumericDate, TimeState } from '../../core/validate/time.ts'
import { judgeTime, timeClaims } from '../../core/validate/time.ts'
import type { Answer as Found } from '../../state/verification.ts'
import { counted } from '../common/count.ts'
import { duration, localText, relativeTo } from '../common/time.ts'

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

/** Null while it is worked out. */
type Answer = Found | null

/** Time claims of a token whose payload can be read and is a claims set; null for any other. */
export function timesOf(token: Token | null): Times | null {
  const content = token?.payloadContent ?? null
  return content !== null && isObject(content) ? timeClaims(content.document) : null
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
      const { reason } = verification
      // What is wrong with the key itself is on the line below.
      if (reason.code.startsWith('crypto-')) return { name, tone: 'warning', text: faultText(reason) }
      const what = answer.key.kind === 'unreadable' ? 'cannot be read' : 'does not fit the algorithm'
      return { name, tone: 'warning', text: `Not checked: the key ${what}.` }
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
    const wanted = alg === null ? null : keyWanted(alg)
    const own =
      embedded.length === 0
        ? ''
        : ` The token brings its own (${embedded.join(', ')}): such a key proves nothing.`
    return {
      name,
      tone: embedded.length === 0 ? 'none' : 'warning',
      text: `None given.${wanted === null ? '' : ` Wanted: ${wanted}.`}${own}`,
    }
  }
  if (key.kind === 'unreadable') return { name, tone: 'bad', text: faultText(key.reading.fault) }
  const kind = foreign(keyKind(key.key))
  if (alg === 'none') return { name, tone: 'warning', text: `${kind}: not used, as alg is none.` }
  const { fit } = key
  const detail = key.thumbprint === null ? '' : `thumbprint ${key.thumbprint}`
  const weakness = fit?.fits === true ? fit.weakness : null
  const notices = [...(weakness === null ? [] : [weakness]), ...key.key.notices].map(faultText)
  if (key.fromToken) notices.unshift(ownKeyText)
  if (fit?.fits === false)
    return { name, tone: 'bad', text: [`${kind}: ${faultText(fit.fault)}.`, ...notices].join(' '), detail }
  const fits = fit === null || weakness?.code === 'weak-rsa-exponent' ? '' : `, fits ${alg}`
  return {
    name,
    tone: notices.length === 0 ? 'sound' : 'warning',
    text: notices.length === 0 ? `${kind}${fits}` : [`${kind}${fits}.`, ...notices].join(' '),
    detail,
  }
}

export function timeLine(claims: Times | null, now: number): Line {
  const name = 'Time'
  if (claims === null) return { name, tone: 'none', text: 'No claims can be read, so no times.' }
  // Before the page's clock has run its first step, nothing can be said.
  if (now === 0) return { name, tone: 'none', text: '…' }
  const verdict = judgeTime(claims, now)
  const odd = oddTimes(verdict)
  const text = timeText(verdict.state, claims, now)
  const detail = momentsText(claims, now)
  return {
    name,
    tone: timeTone(verdict.state, odd !== ''),
    text: odd === '' ? text : `${text} — ${odd}`,
    ...(detail !== '' && { detail }),
  }
}

function timeTone(state: TimeState, odd: boolean): Tone {
  if (state !== 'valid' && state !== 'unlimited') return 'bad'
  if (odd) return 'warning'
  return state === 'valid' ? 'sound' : 'none'
}

function timeText(state: TimeState, { exp, nbf }: Times, now: number): string {
  // How long, only where the claim is in seconds: of any other number it would be nonsense.
  const distance = (date: NumericDate | null) =>
    date?.unit === 'seconds' && date.seconds !== null ? date.seconds - now : null
  switch (state) {
    case 'expired': {
      const since = distance(exp)
      if (since === null) return 'Expired'
      return since > -1 ? 'Expired just now' : `Expired ${duration(since)} ago`
    }
    case 'not-yet-valid': {
      const until = distance(nbf)
      return until === null ? 'Not valid yet' : `Not valid yet: begins in ${duration(until)}`
    }
    case 'valid':
      return distance(exp) === null ? 'Valid now' : `Valid now, expires ${relativeTo(exp!.seconds!, now)}`
    case 'never':
      return 'Never valid: nbf is not before exp'
    case 'unusable':
      return 'Cannot be judged'
    case 'unlimited':
      return 'No exp: the token never expires by itself'
  }
}

/** `exp 12:00:00 CET · iat 11:00:00 CET`: each time claim that is a moment, in the reader's zone. */
function momentsText(claims: Times, now: number): string {
  return (['exp', 'nbf', 'iat'] as const)
    .flatMap((name) => {
      const date = claims[name]
      const local = date?.unit === 'seconds' ? localText(date.seconds!, now) : null
      return local === null ? [] : [`${name} ${local}`]
    })
    .join(' · ')
}

export function claimsLine(token: Token): Line {
  const name = 'Claims'
  const content = token.payloadContent
  if (content === null) return { name, tone: 'none', text: 'Not readable here.' }
  if (isObject(content)) {
    const { document } = content
    const names: string[] = []
    let count = 0
    for (const { key } of members(document, 0))
      if (count++ < SHOWN_NAMES) names.push(stringValue(document, key))
    const tone = document.duplicates.length > 0 ? 'warning' : 'sound'
    return { name, tone, text: claimsSummary(names, count, document.duplicates.length > 0) }
  }
  const broken = content.kind === 'json' && content.fault !== null
  if (broken || token.segments[1]!.faults.length > 0)
    return { name, tone: 'bad', text: 'The payload is broken: its claims cannot be read.' }
  const what = { empty: 'empty', text: 'plain text', octets: 'binary', json: 'not a JSON object' }[
    content.kind
  ]
  return { name, tone: 'warning', text: `No claims set: the payload is ${what}.` }
}
