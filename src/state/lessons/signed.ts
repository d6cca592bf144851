import { isObject } from '../../core/decode/content.ts'
import { segmentContent } from '../../core/decode/segments.ts'
import type { SegmentName } from '../../core/decode/token.ts'
import type { KeyMaterial } from '../../core/keys/material.ts'
import { writtenSigningInput } from '../../core/produce/edit.ts'
import type { Scene } from './lesson.ts'

/** The token in the box by its characters. */
export interface Signed {
  /** The JWS Signing Input. */
  readonly input: string
  readonly signature: string
}

/** Null where the box holds no signed token in compact serialization. */
export function signedIn({ inspection: { text, token } }: Pick<Scene, 'inspection'>): Signed | null {
  if (token?.kind !== 'jws' || token.serialization !== 'compact') return null
  const input = writtenSigningInput(text, token)
  const span = token.segments[2]?.span
  return input === null || span === undefined ? null : { input, signature: text.slice(span.from, span.to) }
}

/** The octets of the signature in the box; null as {@link signedIn}. */
export function signatureOctets(scene: Pick<Scene, 'inspection'>): Uint8Array | null {
  return signedIn(scene) === null ? null : scene.inspection.token!.segments[2]!.octets
}

/** The JSON object that a segment of the token in the box is, as it is written; null where it is none. */
export function objectText(
  { inspection: { token } }: Pick<Scene, 'inspection'>,
  name: SegmentName,
): string | null {
  const content = token === null ? null : segmentContent(token, name)
  return content !== null && isObject(content) ? content.text : null
}

/** The one key that is in the Key box, once it is read. */
export function keyIn({ answer }: Pick<Scene, 'answer'>): KeyMaterial | null {
  return answer?.key.kind === 'read' ? answer.key.key : null
}

/** JSON without the white space that means nothing to it. */
export function bare(json: string): string {
  return json.replace(/("(?:\\.|[^"\\])*")|[ \t\n\r]+/g, '$1')
}
