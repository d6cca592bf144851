import { useMemo, useState } from 'react'
import { mapOf, type Piece, piecesOf, type SegmentId } from '../../core/decode/segments.ts'
import { groupCount } from '../../core/decode/sourceMap.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Span } from '../../core/text/span.ts'
import { useInspection } from '../../state/inspection.ts'
import { type Shown, showPart } from '../../state/level.ts'
import { type Link, linkIn } from '../../state/link.ts'
import { caretAt, type Point, usePointing } from '../../state/pointer.ts'
import { type Side, sidesOf } from './sides.ts'

/** The group that is open, and how to open another. */
export interface Chosen {
  readonly piece: Piece
  readonly sides: readonly Side[]
  /** That which the segment belongs to. */
  readonly side: Side
  /** Counted from 0, as are all numbers of groups here. */
  readonly number: number
  readonly count: number
  /** What is pointed at, if it is in this segment. */
  readonly link: Link | null
  /** Opens a group and points at the octets, or else at the group's own. */
  choose(id: SegmentId, number: number, octets?: Span): void
  /** Opens the first group of a segment of that side; a signature or recipient then comes to the foreground. */
  chooseIn(side: Side, id: SegmentId): void
}

interface Own {
  readonly id: SegmentId
  readonly number: number
  /** Where the caret was put then. When it is elsewhere, the person went on in the token or in a pane. */
  readonly caret: Point | null
}

/** Follows the caret in the token and in the panes, and moves it. Null where no segment has anything in it. */
export function useChosen(shown: Shown): Chosen | null {
  const caret = usePointing((pointing) => pointing.caret)
  const [own, setOwn] = useState<Own>({ id: 'protected', number: 0, caret: null })
  const inspection = useInspection()
  const { token, level } = shown
  const sides = useMemo(() => (token === null ? [] : sidesOf(token)), [token])
  if (token === null) return null
  const link = linkIn(shown, caret)
  const at = own.caret === caret || link === null ? own : groupOf(token, link)
  const pieces = piecesOf(token)
  const piece = pieces.get(at.id) ?? pieces.get('protected')
  if (piece === undefined) return null
  const { id } = piece
  const count = groupCount(piece.segment)
  const choose = (next: SegmentId, number: number, octets?: Span) => {
    caretAt(
      octets === undefined ? pointAt(token, next, number, level) : { in: 'segment', name: next, octets },
    )
    setOwn({ id: next, number, caret: usePointing.getState().caret })
  }
  return {
    piece,
    sides,
    side: sideOf(sides, id, token),
    count,
    number: Math.max(0, Math.min(at.number, count - 1)),
    link: link?.segment === id ? link : null,
    choose,
    chooseIn({ part }, next) {
      if (part === null || !('shown' in token) || part === token.shown) return choose(next, 0)
      showPart(inspection, level, part)
      // What was beside the foreground is in it from now on.
      const name = pieces.get(next)?.segment.name ?? 'protected'
      caretAt(null)
      setOwn({ id: name, number: 0, caret: null })
    },
  }
}

/** All signatures have the same payload: then it is that of the one in the foreground. */
function sideOf(sides: readonly Side[], id: SegmentId, token: Token): Side {
  const having = sides.filter(({ ids }) => ids.includes(id))
  return having.find(({ part }) => part !== null && 'shown' in token && part === token.shown) ?? having[0]!
}

function groupOf(token: Token, { segment: id, focus, octets }: Link): Omit<Own, 'caret'> {
  const piece = piecesOf(token).get(id)
  const { from } = (piece && mapOf(piece).octetsAt(focus)) ?? octets
  return { id, number: Math.floor(from / 3) }
}

function pointAt(token: Token, id: SegmentId, number: number, level: number): Point | null {
  const segment = piecesOf(token).get(id)?.segment
  if (segment === undefined) return null
  const to = Math.min(segment.octets.length, 3 * number + 3)
  if (3 * number < to) return { in: 'segment', name: id, octets: { from: 3 * number, to } }
  // A character that is left over carries no octet, but stands in the Token box.
  const last = segment.carriers?.at(-1) ?? segment.span.to - 1
  return level === 0 && last >= segment.span.from ? { in: 'token', offset: last } : null
}
