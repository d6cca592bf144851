import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

const tag = /<\/?[a-z][^<>]{0,80}>/gi
const reference =
  /&#(?:(\d{1,5})|x([0-9a-f]{1,5}));|&(?:shy|nbsp|zwnj|zwj|period|lowbar|hyphen|dash|equals|amp|lt|gt|quot|apos);/gi
export const named: Readonly<Record<string, string>> = {
  '&period;': '.',
  '&lowbar;': '_',
  '&hyphen;': '-',
  '&dash;': '-',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
}

/** The source of a page: tags where lines may break, and references to characters. */
export const markup: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (!evidence.broken || text.length > LONGEST) return
    const plain = withoutReferences(text.replaceAll(tag, ''))
    if (plain === text) return
    const token = plain.replaceAll(/[^\w.-]/g, '')
    yield* repaired(evidence, token, { id: 'token-markup', offer: true })
  },
}

/** The text with the characters that references of HTML stand for; those of unseen ones are left out. */
export function withoutReferences(text: string): string {
  return text.replaceAll(reference, (run, decimal, hex) =>
    decimal === undefined && hex === undefined
      ? (named[run.toLowerCase()] ?? '')
      : String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)),
  )
}
