import { asSecret, type SecretHypothesis } from './candidate.ts'

/** A line break at the end, which an editor or `echo` adds and nobody sees. */
export const lineBreak: SecretHypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText: keyText } = evidence
    const bare = keyText.replace(/[\r\n]{1,8}$/, '')
    if (bare !== keyText) {
      const what = keyText.endsWith('\r\n') ? 'CR LF' : 'LF'
      yield* asSecret(evidence, bare, 'secret-line-break', { how: 'without', what })
    }
    for (const [added, what] of [
      ['\n', 'LF'],
      ['\r\n', 'CR LF'],
    ] as const) {
      if (bare + added === keyText) continue
      yield* asSecret(evidence, bare + added, 'secret-line-break', { how: 'with', what })
    }
  },
}
