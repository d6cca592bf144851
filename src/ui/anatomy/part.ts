import type { SegmentName } from '../../core/decode/token.ts'

/** Which part's colour a segment has. */
export function partOf(name: SegmentName): string | undefined {
  if (name === 'protected') return 'header'
  return name === 'payload' || name === 'signature' ? name : undefined
}
