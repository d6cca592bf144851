import { asSecret, type SecretHypothesis } from './candidate.ts'

/** White space around the secret, or a character that came along: what ends a sentence or a statement, one that is not seen, the `%` that zsh shows for a missing line end. */
export const space: SecretHypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    const trimmed = keyText.trim()
    const count = keyText.length - trimmed.length
    if (count > 0) yield* asSecret(evidence, trimmed, 'secret-space', { how: 'without', count })
    if (/[.,;%\u200b]$/.test(trimmed)) {
      const character = trimmed.at(-1)!
      yield* asSecret(evidence, trimmed.slice(0, -1), 'secret-space', { how: 'character', character })
    }
    for (const text of [`${trimmed} `, ` ${trimmed}`]) {
      if (text !== keyText)
        yield* asSecret(evidence, text, 'secret-space', {
          how: 'with',
          where: text[0] === ' ' ? 'before' : 'behind',
        })
    }
  },
}
