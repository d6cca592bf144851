import { UNSEEN } from '../../text/unseen.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { LONGEST, repaired, tokenText } from './repaired.ts'

const unseen = new RegExp(String.raw`[\s${UNSEEN}]`, 'gu')

/** Line breaks and other white space that wrapping put in, and what mail puts at the end of its lines. */
export const space: Hypothesis = {
  topic: 'repair of the token',
  *suggest(evidence) {
    const text = tokenText(evidence)
    if (!evidence.broken || text.length > LONGEST) return
    const joined = text.replaceAll(unseen, '')
    const count = text.length - joined.length
    if (count === 0) return
    yield* repaired(evidence, joined, { id: 'token-space', values: { count }, offer: true })
    // Quoted-printable (RFC 2045 section 6.7), a shell’s continued line, a quoted mail.
    const mail = text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll('=3D', '=')
      .replaceAll('=2E', '.')
      .replaceAll(unseen, '')
    const shell = text
      .replaceAll(/\\\r?\n/g, '')
      .replaceAll(/\n\s*>+/g, '')
      .replaceAll(unseen, '')
    for (const other of [mail, shell])
      yield* repaired(evidence, other, {
        id: 'token-space',
        values: { count: text.length - other.length },
        offer: true,
      })
  },
}
