import { asSecret, type SecretHypothesis } from './candidate.ts'

const head =
  /^(?:[\w-]{1,20} ){0,4}["']?(?:\$env:)?((?<=["'])[\w.:-]{1,80}(?=["'])|[\w.-]{1,80})["']?\s{0,8}(:=|=>?|:)\s{0,8}/

/**
 * A whole line of an environment, shell, YAML or JSON file was copied: `export SECRET="…"`, `secret: …`. Laravel puts the
 * name of the encoding before the value, which its issuer may use with that name.
 */
export const assignment: SecretHypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const line = evidence.secretText.trim()
    const [before, name, sign] = head.exec(line) ?? []
    if (before === undefined) return
    const value = line.slice(before.length).replace(/[,;]$/, '')
    const quoted = /^(["'`])([\s\S]*)\1$/.exec(value)
    const values = [quoted?.[2] ?? '', value, line.slice(before.length)]
    // A comment may stand behind it.
    const comment = value.search(/\s#/)
    if (comment > 0) values.push(value.slice(0, comment).trim())
    for (const text of new Set(values.flatMap((one) => [one.replace(/^base64:/, ''), one])))
      yield* asSecret(evidence, text, 'secret-assignment', { name: `${name}${sign}` })
  },
}
