import type { DiagnosisId } from '../diagnosis.ts'
import { named, withoutReferences } from '../token/markup.ts'
import { asSecret, type SecretHypothesis } from './candidate.ts'
import { attemptsOf, layers } from './layers.ts'

/** Throws for a text that has not such escapes, or cannot have them. */
type Change = (text: string) => string

/** A way of escaping: its name, how many ways there are to undo it, those, and then how programs write it. */
type Escaping = readonly [id: DiagnosisId, what: string, undone: number, ...changes: Change[]]

const references = Object.keys(named)

const escapings: readonly Escaping[] = [
  [
    'secret-json-escapes',
    'JSON',
    1,
    fromJson,
    toJson,
    (text) => toJson(text).replaceAll('/', '\\/'),
    (text) => ascii(toJson(text)),
  ],
  [
    'secret-percent-encoding',
    'a URL',
    2,
    decodeURIComponent,
    (text) => decodeURIComponent(text.replaceAll('+', ' ')),
    encodeURIComponent,
  ],
  [
    'secret-escapes',
    'HTML',
    1,
    withoutReferences,
    (text) => text.replaceAll(/[&<>"']/g, (character) => references.find((one) => named[one] === character)!),
  ],
  [
    'secret-escapes',
    'Compose and Make ($$)',
    1,
    // In what is put in, two stand for one.
    (text) => text.replaceAll('$$', '$$'),
    (text) => text.replaceAll('$', '$$$$'),
  ],
  [
    'secret-escapes',
    'a shell',
    1,
    (text) => text.replaceAll(/\\([^\w\s])/g, '$1'),
    (text) => text.replaceAll(/[$`"\\]/g, '\\$&'),
  ],
]

/** The text itself with escapes undone or written. */
const escaped: SecretHypothesis = {
  topic: 'secret surroundings',
  *suggest(evidence) {
    const { secretText } = evidence
    for (const [id, what, undone, ...changes] of escapings) {
      for (const [i, change] of changes.entries()) {
        const text = attempted(change, secretText)
        const how = i < undone ? 'read' : 'written'
        if (text !== secretText) yield* asSecret(evidence, text, id, { how, what })
      }
    }
  },
}

/** The secret was copied as a program, a page, a URL, a shell or Compose has it, or the issuer uses it so. */
export const escapes: SecretHypothesis = {
  ...escaped,
  *suggest(evidence) {
    for (const layer of layers(evidence)) yield* attemptsOf(layer, escaped)
  },
}

/** The text itself where it cannot be changed. */
function attempted(change: Change, text: string): string {
  try {
    return change(text)
  } catch {
    return text
  }
}

function fromJson(text: string): string {
  // Line breaks and quotes that are not escaped stay what they are.
  const lexeme = text.replace(/\\[\s\S]|["\n\r\t]/g, (found) => (found.length > 1 ? found : toJson(found)))
  return JSON.parse(`"${lexeme}"`) as string
}

function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function ascii(text: string): string {
  return text.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
