import { asSecret, type SecretHypothesis } from './candidate.ts'

const PAIRS = ['""', "''", '``', '“”', '‘’', '«»'] as const

/** Quotes that belong to a file and not to the secret, or that a reader took for part of it. */
export const quotes: SecretHypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    // With what may stand behind them in a configuration file.
    const text = keyText.trim().replace(/[,;]$/, '')
    for (const pair of PAIRS) {
      if (text.length >= 2 && text.startsWith(pair[0]!) && text.at(-1) === pair[1]) {
        yield* asSecret(evidence, text.slice(1, -1), 'secret-quotes', { how: 'without', quote: pair[0]! })
      }
    }
    for (const pair of PAIRS.slice(0, 3)) {
      if (text.startsWith(pair[0]!)) continue
      yield* asSecret(evidence, `${pair[0]}${text}${pair[1]}`, 'secret-quotes', {
        how: 'with',
        quote: pair[0]!,
      })
    }
  },
}
