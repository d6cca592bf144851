import { useState } from 'react'
import { segmentMap } from '../../core/decode/compact.ts'
import { groupCount } from '../../core/decode/sourceMap.ts'
import type { Segment, SegmentName, Token } from '../../core/decode/token.ts'
import type { Span } from '../../core/text/span.ts'
import type { Shown } from '../../state/level.ts'
import { type Link, linkIn } from '../../state/link.ts'
import { caretAt, type Point, usePointing } from '../../state/pointer.ts'

/** The group that is open, and how to open another. */
export interface Chosen {
  readonly segment: Segment
  /** Counted from 0, as are all numbers of groups here. */
  readonly number: number
  readonly count: number
  /** What is pointed at, if it is in this segment. */
  readonly link: Link | null
  /** Opens a group and points at the octets, or else at the group's own. */
  choose(name: SegmentName, number: number, octets?: Span): void
}

interface Own {
  readonly name: SegmentName
  readonly number: number
  /** Where the caret was put then. When it is elsewhere, the person went on in the token or in a pane. */
  readonly caret: Point | null
}

/** Follows the caret in the token and in the panes, and moves it. Null where no segment has anything in it. */
export function useChosen(shown: Shown): Chosen | null {
  const caret = usePointing((pointing) => pointing.caret)
  const [own, setOwn] = useState<Own>({ name: 'protected', number: 0, caret: null })
  const { token, level } = shown
  if (token === null) return null
  const link = linkIn(shown, caret)
  const at = own.caret === caret || link === null ? own : groupOf(token, link)
  const segment = token.segments.find(({ name }) => name === at.name) ?? token.segments[0]
  if (segment === undefined) return null
  const count = groupCount(segment)
  return {
    segment,
    count,
    number: Math.max(0, Math.min(at.number, count - 1)),
    link: link?.segment === segment.name ? link : null,
    choose(name, number, octets) {
      caretAt(octets === undefined ? pointAt(token, name, number, level) : { in: 'segment', name, octets })
      setOwn({ name, number, caret: usePointing.getState().caret })
    },
  }
}

function groupOf(token: Token, { segment: name, focus, octets }: Link) {
  const { from } = segmentMap(token, name)?.octetsAt(focus) ?? octets
  return { name, number: Math.floor(from / 3) }
}

function pointAt(token: Token, name: SegmentName, number: number, level: number): Point | null {
  const segment = token.segments.find((one) => one.name === name)
  if (segment === undefined) return null
  const to = Math.min(segment.octets.length, 3 * number + 3)
  if (3 * number < to) return { in: 'segment', name, octets: { from: 3 * number, to } }
  // A character that is left over carries no octet, but stands in the Token box.
  const last = segment.carriers?.at(-1) ?? segment.span.to - 1
  return level === 0 && last >= segment.span.from ? { in: 'token', offset: last } : null
}
