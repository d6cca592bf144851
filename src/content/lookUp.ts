import { algorithms } from './algorithms.ts'
import { claims } from './claims.ts'
import { headers } from './headers.ts'
import { keyMembers } from './jwk.ts'
import type { SpecId } from './spec.ts'
import { vendors } from './vendors/index.ts'

/** Something that can be looked up by its name or by words about it. */
export interface Entry {
  readonly name: string
  /** What kind of thing it is: claim, header parameter, algorithm, key member, claim of a vendor. */
  readonly kind: string
  readonly fullName: string
  readonly text: string
  readonly spec: SpecId | null
}

const entries: readonly Entry[] = [
  ...claims.map(({ name, fullName, explanation, check, spec }) => ({
    name,
    kind: 'claim',
    fullName,
    text: check === null ? explanation : `${explanation} ${check}`,
    spec,
  })),
  ...(['JWS', 'JWE'] as const).flatMap((form) =>
    [...headers[form].values()]
      // What is in both is told once, as the JWS has it.
      .filter(({ name }) => form === 'JWS' || !headers.JWS.has(name))
      .map(({ name, fullName, explanation, risk, spec }) => ({
        name,
        kind: form === 'JWE' ? 'header parameter of a JWE' : 'header parameter',
        fullName,
        text: risk === null ? explanation : `${explanation} ${risk}`,
        spec,
      })),
  ),
  ...algorithms.map(({ name, description, explanation, key, spec }) => ({
    name,
    kind: 'algorithm',
    fullName: description,
    text: key === null ? explanation : `${explanation} Key: ${key}.`,
    spec,
  })),
  ...keyMembers.map(({ name, fullName, kty, explanation, spec }) => ({
    name,
    kind: kty === '' ? 'member of a JWK' : `member of a JWK, ${kty}`,
    fullName,
    text: explanation,
    spec,
  })),
  ...vendors.flatMap((vendor) =>
    Object.entries(vendor.claims).map(([name, text]) => ({
      name,
      kind: `claim of ${vendor.name}`,
      fullName: '',
      text,
      spec: null,
    })),
  ),
]

/** Entries shown at most. */
const MOST = 12

/** Words around the word that is meant: “what is azp?”. */
const fillers = new Set(
  'a an the is are do does what which who why when how it its this of in for mean means meaning stand about to me my tell explain please'.split(
    ' ',
  ),
)
/** Words that tell what kind of thing is meant: they count where there are no others. */
const kinds = new Set('jwt token claim header parameter'.split(' '))

/** What a question is about, best first: names before words in the text. A name is found in whatever case. */
export function lookUp(question: string): readonly Entry[] {
  const words = wordsOf(question)
  const asked = words.filter((word) => !fillers.has(word))
  const meant = asked.filter((word) => !kinds.has(word))
  const wanted = [meant, asked, words].find(({ length }) => length > 0)
  if (wanted === undefined) return []
  return entries
    .map((entry, order) => ({ entry, order, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** The words of a question, without the marks around them and the endings after an apostrophe: “What’s azp?”. */
function wordsOf(question: string): string[] {
  return question
    .toLowerCase()
    .split(/[\s?!,;"“”]+/)
    .map((word) => word.replace(/['’]s?$/, ''))
    .map((word) => word.replace(/^['‘(]|[).:]+$/g, '') || word)
    .filter((word) => word !== '')
}

/** 0 where some word is nowhere in the entry. */
function scoreOf({ name, fullName, text, kind }: Entry, words: readonly string[]): number {
  const lower = name.toLowerCase()
  const full = fullName.toLowerCase()
  const rest = `${text} ${kind}`.toLowerCase()
  let score = 0
  for (const word of words) {
    const stem = stemOf(word)
    if (lower === word) score += 100
    else if (lower.startsWith(word)) score += 30
    else if (full.split(/[\s-]+/).some((one) => stemOf(one) === stem)) score += 20
    else if (lower.includes(word) || full.includes(word)) score += 10
    else if (rest.includes(stem)) score += 1
    else return 0
  }
  return score
}

/** A word without a common ending: expires, expiry and expiration are one. */
function stemOf(word: string): string {
  return word.replace(/(?<=.{4})(?:ations?|ing|er|e[ds]|ies|[esy])$/, '')
}
