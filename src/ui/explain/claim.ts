import { claimNames, type Statement, say } from '../../content/messages/explain.ts'
import type { TokenProfile } from '../../content/profiles/row.ts'
import type { JsonDocument, NodeId } from '../../core/json/document.ts'
import { Kind } from '../../core/json/document.ts'
import { stringValue } from '../../core/json/read.ts'
import { Members } from '../../core/validate/profile/claims.ts'

export type ClaimName = keyof typeof claimNames

/** A claims set to be spoken of: a claim that stands in it twice is not the one value that readers happen to take. */
export class ClaimsSet extends Members {
  readonly twice: ReadonlySet<string>

  constructor(document: JsonDocument) {
    super(document)
    const { parent, duplicates } = document
    this.twice = new Set(
      duplicates.filter((key) => parent[key] === 0).map((key) => stringValue(document, key)),
    )
  }

  get isEmpty(): boolean {
    return !this.isFilled(0)
  }

  /** What is to be said of a claim that has the form it must have; what is wrong with it for any other; nothing where it is absent. */
  tell(
    name: ClaimName,
    wanted: string,
    sayOf: (node: NodeId) => readonly Statement[] | null,
  ): readonly Statement[] {
    const node = this.node(name)
    if (node === null) return []
    const about = { name: claimNames[name], claim: name }
    if (this.twice.has(name)) return [say('twice', about)]
    if (this.textAt(node) === '') return [say('empty-text', about)]
    const is = kindNames[this.kind(node)]
    return (
      sayOf(node) ?? [
        say('wrong-type', { ...about, is, written: this.textAt(node) ?? this.written(name)!, wanted }),
      ]
    )
  }
}

export const kindNames: Readonly<Record<Kind, string>> = {
  [Kind.object]: 'an object',
  [Kind.array]: 'a list',
  [Kind.string]: 'a text',
  [Kind.number]: 'a number',
  [Kind.true]: 'a truth value',
  [Kind.false]: 'a truth value',
  [Kind.null]: 'an empty value',
  [Kind.key]: 'a name',
}

/** Whether tokens of a kind have such a claim: of one that speaks of no such claim, it is not missing. */
export function mayHave({ id, rules }: TokenProfile, claim: ClaimName): boolean {
  // SimpleJWT leaves them to its settings, of which the rules do not tell for all its kinds.
  if (id.startsWith('simplejwt')) return true
  return rules.some(
    ({ in: part, level, names }) =>
      part === 'claims' && level !== 'must-not' && level !== 'should-not' && names.includes(claim),
  )
}
