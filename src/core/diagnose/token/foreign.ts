import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

/** Characters that came along and are no part of it: quotes and signs of a source text, marks of an editor. */
export const foreign: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (!evidence.broken || text.length > LONGEST) return
    // With the full stop of a sentence behind it.
    const left = text.replaceAll(/[^\w.-]/g, '').replace(/^([\w-]+\.[\w-]+\.[\w-]+)\.+$/, '$1')
    const count = [...text].length - left.length
    if (count === 0 || count * 4 > text.length) return
    const characters = [...new Set(text.match(/[^\w.\s-]/gu) ?? [])].slice(0, 5).join(' ') || '.'
    yield* repaired(evidence, left, { id: 'token-foreign', values: { count, characters } })
  },
}
