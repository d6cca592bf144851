import { segmentContent } from '../../core/decode/segments.ts'
import type { Inspection } from '../../core/inspect.ts'
import { withCharacters, withContent, writtenSigningInput } from '../../core/produce/edit.ts'
import { putIn } from './learning.ts'

export { signatureOver } from '../../core/produce/sign.ts'

/** The text of a segment of the token in the box; null where it is none. */
export function contentText({ token }: Inspection, name: 'protected' | 'payload'): string | null {
  if (token === null || token.serialization !== 'compact') return null
  const content = segmentContent(token, name)
  return content.kind === 'json' || content.kind === 'text'
    ? content.text
    : content.kind === 'empty'
      ? ''
      : null
}

/** Writes a segment of the token in the box anew and leaves its signature as it is. */
export function rewrite({ text, token }: Inspection, name: 'protected' | 'payload', content: string): void {
  const changed = token === null ? null : withContent(text, token, name, content)
  if (changed !== null) putIn({ text: changed })
}

/** Gives the token in the box another signature: over what it says now. Rejects where `make` does. */
export async function sign(
  { text, token }: Inspection,
  make: (input: string) => Promise<string>,
): Promise<void> {
  const input = token === null ? null : writtenSigningInput(text, token)
  if (token === null || input === null) return
  const signed = withCharacters(text, token, 'signature', await make(input))
  if (signed !== null) putIn({ text: signed })
}
