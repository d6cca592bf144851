import { claimsSummary } from '../../../content/messages/verdict.ts'
import type { Token } from '../../../core/decode/token.ts'
import { members, stringValue } from '../../../core/json/read.ts'
import { claimsOf } from '../../../state/claims.ts'
import type { Answer, Line } from './line.ts'

/** Claims named in the verdict's line. */
const SHOWN_NAMES = 6

export function claimsLine(token: Token, answer: Answer = null): Line {
  const name = 'Claims'
  const document = claimsOf(token, answer)
  if (document !== null) {
    const names: string[] = []
    let count = 0
    for (const { key } of members(document, 0))
      if (count++ < SHOWN_NAMES) names.push(stringValue(document, key))
    const tone = document.duplicates.length > 0 ? 'warning' : 'sound'
    return { name, tone, text: claimsSummary(names, count, document.duplicates.length > 0) }
  }
  const content = token.payloadContent
  if (content === null) return { name, tone: 'none', text: 'Not readable here.' }
  const broken = content.kind === 'json' && content.fault !== null
  const payload = token.segments.find((segment) => segment.name === 'payload')
  if (broken || (payload !== undefined && payload.faults.length > 0))
    return { name, tone: 'bad', text: 'The payload is broken: its claims cannot be read.' }
  const what = { empty: 'empty', text: 'plain text', octets: 'binary', json: 'not a JSON object' }[
    content.kind
  ]
  return { name, tone: 'warning', text: `No claims set: the payload is ${what}.` }
}
