import type { Span } from '../text/span.ts'
import type { Alone } from './bare.ts'
import { isDamaged, isPlain, unwrap } from './bare.ts'
import { command } from './command.ts'
import { encodedTokens } from './encoded.ts'
import type { Found } from './found.ts'
import { http } from './http.ts'
import { Located, Paste } from './located.ts'
import { serializations } from './serialization.ts'
import type { Stretch } from './stretch.ts'
import { stretchesIn } from './stretch.ts'
import { isUnencoded } from './unencoded.ts'

/**
 * Finds every token in whatever was pasted, in the order of the text; none where there is nothing but white space, or where
 * a request, a command or a long text has none. A text that is one token, sound or damaged, is found whole. Linear in the text.
 */
export function recognize(text: string): readonly Found[] {
  const alone = unwrap(text)
  if (alone === null) return []
  if (isPlain(text, alone.span) || isUnencoded(text, alone.span)) return [whole(text, alone)]
  const objects = serializations(text)
  const stretches = stretchesIn(text, objects)
  const encoded = encodedTokens(
    text,
    inOrder([...stretches, ...objects]).map(({ span }) => span),
  )
  if (objects.length === 0 && encoded.length === 0) {
    const [only] = stretches
    if (only?.span.from === alone.span.from && stretches.length === 1 && endsAt(text, only, alone.span.to)) {
      return [{ ...whole(text, alone), span: only.span, reading: only.reading, cut: only.cut }]
    }
    if (only === undefined && isTokenless(text)) return []
    if (isDamaged(text, alone.span, stretches)) return [whole(text, alone)]
  }
  const paste = new Paste(text)
  return inOrder([...stretches, ...objects, ...encoded]).map((one) => new Located(paste, one))
}

/** Longest request or command of which it is told that it has no token at all. */
const LONGEST = 16_384

/** Whether it is a request or a command with nothing in it that could be a damaged token. */
function isTokenless(text: string): boolean {
  if (text.length > LONGEST || !(http.holds?.(text, text) || command.holds?.(text, text))) return false
  return !/[\w-]{20}\.[\w-]/.test(text)
}

function inOrder<One extends { readonly span: Span }>(found: readonly One[]): readonly One[] {
  return found.toSorted((a, b) => a.span.from - b.span.from)
}

function whole(text: string, { form, span }: Alone): Found {
  const name = form === 'authorization' ? 'Authorization' : null
  return {
    form,
    span,
    name,
    line: new Paste(text).lineAt(span.from).line,
    request: null,
    reading: null,
    cut: null,
  }
}

/** Whether the token is all of the text, but for a comma perhaps. */
function endsAt(text: string, { span }: Stretch, to: number): boolean {
  return span.to === to || /^[\s,;.]*$/.test(text.slice(span.to, Math.min(to, span.to + 40)))
}
