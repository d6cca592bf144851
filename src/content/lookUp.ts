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
const filler = new Set(
  'a an the is are what does do mean means meaning of in for jwt token claim header parameter tell me about'.split(
    ' ',
  ),
)

/** What a question is about, best first: names before words in the text. A name is found in whatever case. */
export function lookUp(question: string): readonly Entry[] {
  const words = question
    .toLowerCase()
    .split(/[\s?!,;"'“”]+/)
    .filter((word) => word !== '')
  const meant = words.filter((word) => !filler.has(word))
  const wanted = meant.length === 0 ? words : meant
  if (wanted.length === 0) return []
  return entries
    .map((entry, order) => ({ entry, order, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** 0 where some word is nowhere in the entry. */
function scoreOf({ name, fullName, text, kind }: Entry, words: readonly string[]): number {
  const lower = name.toLowerCase()
  const full = fullName.toLowerCase()
  const rest = `${text} ${kind}`.toLowerCase()
  let score = 0
  for (const word of words) {
    if (lower === word) score += 100
    else if (lower.startsWith(word)) score += 30
    else if (full.split(/[\s-]+/).includes(word)) score += 20
    else if (lower.includes(word) || full.includes(word)) score += 10
    else if (rest.includes(word)) score += 1
    else return 0
  }
  return score
}
