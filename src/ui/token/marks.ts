import type { Range } from '@codemirror/state'
import type { DecorationSet } from '@codemirror/view'
import { Decoration } from '@codemirror/view'
import { everySegment } from '../../core/decode/segments.ts'
import type { SegmentName, Token } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import { partOf } from '../common/partOf.ts'

const partMark = Object.fromEntries(
  Object.entries(partOf).map(([name, part]) => [name, Decoration.mark({ class: `jot-${part}` })]),
) as Readonly<Record<SegmentName, Decoration>>
const dot = Decoration.mark({ class: 'jot-dot' })
const faultMark = Decoration.mark({ class: 'jot-fault' })
const otherMark = Decoration.mark({ class: 'jot-other' })

/** Tokens beside the shown one that are marked, on either side of it: more are not met by scrolling. */
const MOST_OTHERS = 1000

/** The colours of the token that is shown, its faults, and where others stand. */
export function tokenMarks({ text, found, selected, token }: Inspection): DecorationSet {
  if (token === null) return Decoration.none
  const marks: Range<Decoration>[] = []
  const first = Math.max(0, selected - MOST_OTHERS)
  for (let i = first; i < Math.min(found.length, selected + MOST_OTHERS); i++) {
    const { span } = found[i]!
    if (i !== selected) marks.push(otherMark.range(span.from, span.to))
  }
  markParts(token, marks)
  for (const { span, code } of token.faults) {
    // A fault of the whole token would paint all of it; the verdict tells of that.
    if (code === 'token-segments') continue
    if (span.from < span.to && span.to <= text.length) marks.push(faultMark.range(span.from, span.to))
  }
  return Decoration.set(marks, true)
}

function markParts(token: Token, marks: Range<Decoration>[]): void {
  let past = token.span.from
  for (const { name, span } of everySegment(token)) {
    if (span.from < span.to) marks.push(partMark[name].range(span.from, span.to))
    if (token.serialization !== 'compact') continue
    // An escaped dot is longer than one character, and a line break may stand beside it.
    const from = token.origin === undefined ? span.from - 1 : past
    if (from >= token.span.from && from < span.from) marks.push(dot.range(from, span.from))
    past = span.to
  }
}
