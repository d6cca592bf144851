/** A half-open range of UTF-16 offsets, `from` included and `to` not. Unless said otherwise it counts in the pasted text. */
export interface Span {
  readonly from: number
  readonly to: number
}

export function contains(span: Span, offset: number): boolean {
  return offset >= span.from && offset < span.to
}
