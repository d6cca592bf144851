import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { memberValue, stringValue } from '../json/read.ts'
import { UNSEEN } from '../text/unseen.ts'
import { jsonParts, MAX_PLACES } from './documents.ts'
import type { Finding, Subject } from './finding.ts'

const DECEPTIVE = new RegExp(`[${UNSEEN}]`, 'u')

/** A letter of a script in which some look like Latin ones, and one beside a Latin one (UTS 39 section 5). */
const OTHER = '[\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Armenian}\\p{sc=Cherokee}]'
const MIXED = new RegExp(`\\p{sc=Latn}${OTHER}|${OTHER}\\p{sc=Latn}`, 'u')
const RUN = new RegExp(`${OTHER}+`, 'gu')
const LATIN = /\p{sc=Latn}/u
/** Letters that look like no Latin one: who writes them hides nothing. */
const DISTINCT = /[б-дж-нптфц-яβ-θλμξπςσφψω]/u

/** What begins with the character that deceives, or null. A hyphen or digits join what they stand between: google-аррѕ is one word. */
function deceptiveIn(text: string): string | null {
  const unseen = DECEPTIVE.exec(text)
  if (unseen !== null) return unseen[0]
  for (const word of text.split(/[\s./]+/)) {
    if (!LATIN.test(word)) continue
    const letters = word.match(RUN) ?? []
    const mixed = MIXED.test(word) ? letters[0] : letters.find((run) => !DISTINCT.test(run))
    if (mixed !== undefined) return mixed
  }
  return null
}

/** Member names, and values that people decide by. */
const JUDGED = ['iss', 'sub', 'kid'] as const

export function deceptiveText(subject: Subject): Finding[] {
  return jsonParts(subject).flatMap((part): Finding[] => {
    const { document } = part
    const places: NodeId[] = []
    for (const node of judged(document)) {
      if (places.length < MAX_PLACES && deceptiveIn(stringValue(document, node)) !== null) places.push(node)
    }
    const first = places[0]
    if (first === undefined) return []
    const character = deceptiveIn(stringValue(document, first))!.codePointAt(0)!
    const values = {
      part: part.name,
      why: DECEPTIVE.test(stringValue(document, first)) ? 'unseen' : 'mixed',
      codePoint: `U+${character.toString(16).toUpperCase().padStart(4, '0')}`,
    }
    return [{ rule: 'text-deceptive', severity: 'warning', at: places.map(part.at), values }]
  })
}

function* judged(document: JsonDocument): Iterable<NodeId> {
  if (document.kind[0] === Kind.object) {
    for (const name of JUDGED) {
      const node = memberValue(document, 0, name)
      if (node !== null && document.kind[node] === Kind.string) yield node
    }
  }
  for (let node = 0; node < document.count; node++) if (document.kind[node] === Kind.key) yield node
}
