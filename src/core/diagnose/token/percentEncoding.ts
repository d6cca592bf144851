import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

/** The token stood in a URL, where `.` may become `%2E` and `=` `%3D`. */
export const percentEncoding: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (!evidence.broken || text.length > LONGEST || !/%[0-9a-f]{2}/i.test(text)) return
    const decoded = text.replaceAll(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    const once = decoded.replaceAll(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    for (const token of new Set([decoded, decoded.replaceAll('=', ''), once.replaceAll('=', '')])) {
      yield* repaired(evidence, token, { id: 'token-percent-encoding', offer: true })
    }
  },
}
