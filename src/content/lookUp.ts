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
  'a an the is are was be does do did can should will what which who whom whose why when where how it its this that of in on to by with for from mean means meaning stand stands tell explain define about me my i you please'.split(
    ' ',
  ),
)
/** Words that tell what kind of thing is meant; they rule nothing out. */
const kinds = new Set(
  'jwt jws jwe jose token tokens claim claims header headers parameter parameters field'.split(' '),
)

/** What a question is about, best first: names before words in the text. A name is found in whatever case. */
export function lookUp(question: string): readonly Entry[] {
  const words = wordsOf(question)
  const asked = words.filter((word) => !fillers.has(word))
  const meant = asked.filter((word) => !kinds.has(word))
  const wanted = meant.length > 0 ? meant : asked.length > 0 ? asked : words
  const besides = asked.filter((word) => !wanted.includes(word))
  if (wanted.length === 0) return []
  return entries
    .map((entry, order) => ({ entry, order, score: scoreOf(entry, wanted, besides) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** The words of a question, without the marks around them and the endings after an apostrophe: “What’s azp?”. */
function wordsOf(question: string): string[] {
  return question
    .toLowerCase()
    .split(/[\s?!,;"“”„«»]+/)
    .map((word) => word.replace(/['’ʼ](?:s|re|ll|d)?$/, ''))
    .map((word) => /[^.:()[\]'‘].*[^.:()[\]'‘]|[^.:()[\]'‘]/.exec(word)?.[0] ?? word)
    .filter((word) => word !== '')
}

/** 0 where some wanted word is nowhere in the entry. */
function scoreOf(entry: Entry, wanted: readonly string[], besides: readonly string[]): number {
  let score = 0
  for (const word of wanted) {
    const one = scoreOfWord(entry, word)
    if (one === 0) return 0
    score += one
  }
  return besides.reduce((sum, word) => sum + Math.min(1, scoreOfWord(entry, word)), score)
}

function scoreOfWord({ name, fullName, text, kind }: Entry, word: string): number {
  const lower = name.toLowerCase()
  const full = fullName.toLowerCase()
  const rest = `${text} ${kind}`.toLowerCase()
  if (lower === word) return 100
  if (lower.startsWith(word)) return 30
  const stem = stemOf(word)
  if (full.split(/[\s-]+/).some((one) => stemOf(one) === stem)) return 20
  if (lower.includes(word) || full.includes(word)) return 10
  return rest.includes(stem) ? 1 : 0
}

/** A word without a common ending: expires, expiry and expiration are one. */
function stemOf(word: string): string {
  return word.replace(/(?<=.{4})(?:ations?|ing|er|e[ds]|ies|[esy])$/, '')
}
