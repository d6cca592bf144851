import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
/** What programs make of one hyphen or of two, with the shorter and the longer dash. */
const hyphens = [
  ['-', '-'],
  ['-', '--'],
  ['--', '--'],
  ['--', '-'],
] as const

/** A word processor or a messenger made dashes of hyphens, or wide letters of narrow ones. */
export const typeset: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (!evidence.broken || text.length > LONGEST) return
    // Dashes first: the normal form makes other ones of them.
    const typed = ([en, em]: readonly [string, string]) =>
      text.replaceAll(dashes, (dash) => (dash === '\u2014' || dash === '\u2015' ? em : en)).normalize('NFKC')
    const count = [...text].filter((character) => character > '\u007f').length
    for (const token of new Set(hyphens.map(typed))) {
      yield* repaired(evidence, token, {
        id: 'token-typeset',
        values: { count },
        offer: token === typed(hyphens[0]),
      })
    }
  },
}
