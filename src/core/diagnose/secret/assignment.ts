import type { Hypothesis } from '../hypothesis.ts'
import { asSecret } from './candidate.ts'

/** A whole line of an environment, shell, YAML or JSON file was copied: `export SECRET="…"`, `secret: …`. */
export const assignment: Hypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const line = evidence.secretText.trim()
    const head =
      /^(?:export |set |const |let |var |-e )?\s*["']?([\w.-]{1,80})["']?\s{0,8}(?::=|=|:)\s{0,8}/.exec(line)
    if (head === null) return
    const name = head[1]!
    const value = line.slice(head[0].length).replace(/[,;]$/, '')
    const quoted = /^(["'`])([\s\S]*)\1$/.exec(value)
    const values = [quoted?.[2], value, line.slice(head[0].length)]
    // A comment may stand behind it.
    const comment = value.search(/\s#/)
    if (comment > 0) values.push(value.slice(0, comment).trim())
    for (const text of new Set(values))
      if (text) yield* asSecret(evidence, text, 'secret-assignment', { name })
  },
}
