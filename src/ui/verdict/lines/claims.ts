import { audienceText, claimsSummary, unmetSummary } from '../../../content/messages/verdict.ts'
import { isObject } from '../../../core/decode/content.ts'
import type { Token } from '../../../core/decode/token.ts'
import type { JsonDocument } from '../../../core/json/document.ts'
import { members, memberValue, stringValue } from '../../../core/json/read.ts'
import type { Expected } from '../../../core/validate/expected.ts'
import { expectedMembers, meetExpectations } from '../../../core/validate/meet.ts'
import { claimsOf } from '../../../state/claims.ts'
import type { Answer, Line } from './line.ts'

/** Claims named in the verdict's line. */
const SHOWN_NAMES = 6
/** The longest audience that is shown in the line, in characters. */
const LONGEST = 80

/** For whom it is, in a few words: what a service that refuses it may not be called. */
function audienceOf(document: JsonDocument): Pick<Line, 'detail'> {
  const node = memberValue(document, 0, 'aud')
  const written = node === null ? '' : document.text.slice(document.from[node], document.to[node])
  return written === '' || written.length > LONGEST ? {} : { detail: audienceText(written) }
}

export function claimsLine(token: Token, answer: Answer = null, expected: Expected | null = null): Line {
  const name = 'Claims'
  const document = claimsOf(token, answer)
  if (document !== null) {
    const names: string[] = []
    let count = 0
    for (const { key } of members(document, 0))
      if (count++ < SHOWN_NAMES) names.push(stringValue(document, key))
    const header =
      token.headerContent !== null && isObject(token.headerContent) ? token.headerContent.document : null
    const unmet =
      expected === null ? [] : meetExpectations(header, document, expected).filter(({ met }) => !met)
    const isTwice = document.duplicates.length > 0
    return {
      name,
      tone: unmet.length > 0 ? 'bad' : isTwice ? 'warning' : 'sound',
      text:
        unmet.length > 0
          ? unmetSummary(unmet.map((one) => expectedMembers[one.name].name))
          : claimsSummary(names, count, isTwice),
      ...audienceOf(document),
    }
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
