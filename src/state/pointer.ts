import { create } from 'zustand'
import type { SegmentId } from '../core/decode/segments.ts'
import type { Span } from '../core/text/span.ts'

/** Where the person points, by mouse, caret or keyboard. */
export type Point =
  /** A character of the pasted text. */
  | { readonly in: 'token'; readonly offset: number }
  /** Octets of a segment: a claim in a pane, a row of the hex view. */
  | { readonly in: 'segment'; readonly name: SegmentId; readonly octets: Span }
  /** Characters of the pasted text that are no segment of the shown token, or all of one. */
  | { readonly in: 'characters'; readonly span: Span }

interface Pointing {
  /** What the mouse was last moved over. */
  readonly hover: Point | null
  /** Where the caret was last moved to. */
  readonly caret: Point | null
  /** Whether the person was led there, by a button elsewhere: then it is to be brought in sight. */
  readonly led: boolean
  /** Where the caret was when they clicked or pressed Enter last: a new object each time. */
  readonly chosen: Point | null
}

export const usePointing = create<Pointing>(() => ({ hover: null, caret: null, led: false, chosen: null }))

export function hoverAt(hover: Point | null): void {
  if (!samePoint(usePointing.getState().hover, hover)) usePointing.setState({ hover })
}

/** A mouse that rests where it clicked does not hide where the caret goes from there. */
export function caretAt(caret: Point | null): void {
  const { hover, caret: before } = usePointing.getState()
  if (hover !== null || !samePoint(before, caret)) usePointing.setState({ hover: null, caret, led: false })
}

/** The person means the place at which the caret is, rather than passing over it. */
export function chooseCaret(): void {
  const { caret } = usePointing.getState()
  if (caret !== null) usePointing.setState({ chosen: { ...caret } })
}

/** Points there and brings it in sight, each time it is asked for. */
export function leadTo(caret: Point): void {
  usePointing.setState({ hover: null, caret, led: true })
}

/** The mouse wins over the caret while it moves over something. */
export function pointOf({ hover, caret }: Pick<Pointing, 'hover' | 'caret'>): Point | null {
  return hover ?? caret
}

function samePoint(a: Point | null, b: Point | null): boolean {
  if (a === null || b === null) return a === b
  if (a.in === 'token') return b.in === 'token' && a.offset === b.offset
  if (a.in === 'characters')
    return b.in === 'characters' && a.span.from === b.span.from && a.span.to === b.span.to
  return (
    b.in === 'segment' && a.name === b.name && a.octets.from === b.octets.from && a.octets.to === b.octets.to
  )
}
