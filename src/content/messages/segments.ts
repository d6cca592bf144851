import type { SegmentId } from '../../core/decode/segments.ts'
import type { SegmentName } from '../../core/decode/token.ts'
import { segmentNames } from './en.ts'

/** Which segment that is, in a sentence after “the”; a Disclosure has a number and takes none. */
export function segmentPhrase(id: SegmentId): string {
  const [name, of] = id.split('/') as [SegmentName | 'key-binding', string?]
  if (name === 'key-binding') return `${segmentNames[of as SegmentName]} of the Key Binding JWT`
  if (of === undefined) return segmentNames[name]
  const number = Number(of) + 1
  if (name === 'disclosure') return `${segmentNames.disclosure} ${number}`
  return `${segmentNames[name]} of ${name === 'encrypted_key' ? 'recipient' : 'signature'} ${number}`
}

/** The same with its article. */
export function theSegment(id: SegmentId): string {
  return id.startsWith('disclosure/') ? segmentPhrase(id) : `the ${segmentPhrase(id)}`
}
