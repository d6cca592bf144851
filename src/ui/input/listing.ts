import { foundName } from '../../content/messages/input.ts'
import type { VerdictWord } from '../../content/messages/words.ts'
import type { Found } from '../../core/recognize/found.ts'
import type { Row } from '../../state/batch.ts'

export const orders = {
  text: 'as in the text',
  state: 'state',
  name: 'name',
  alg: 'algorithm',
  issuer: 'issuer',
  subject: 'subject',
  time: 'time left',
} as const
export type Order = keyof typeof orders

/** States in the order of how much they ask for a look. */
const rank: Readonly<Record<VerdictWord, number>> = {
  failed: 0,
  unreadable: 1,
  unsecured: 2,
  impossible: 3,
  'needs-key': 4,
  checking: 5,
  empty: 6,
  decrypted: 7,
  verified: 8,
}

export interface Wanted {
  readonly order: Order
  /** Part of a name, algorithm, issuer or subject, in any case. */
  readonly part: string
  readonly state: VerdictWord | ''
}

/** Indices of the tokens that are wanted, in the order that is wanted. */
export function listed(
  found: readonly Found[],
  rows: readonly (Row | undefined)[],
  { order, part, state }: Wanted,
): readonly number[] {
  const needle = part.trim().toLowerCase()
  const all: number[] = []
  for (let i = 0; i < found.length; i++) {
    if (state !== '' && rows[i]?.word !== state) continue
    if (needle === '' || holds(found[i]!, rows[i], needle)) all.push(i)
  }
  if (order === 'text') return all
  const keys = new Map(all.map((i) => [i, keyOf(order, found[i]!, rows[i])]))
  return all.sort((a, b) => compare(keys.get(a)!, keys.get(b)!) || a - b)
}

function holds(found: Found, row: Row | undefined, needle: string): boolean {
  return [foundName(found), found.request, row?.alg, row?.issuer, row?.subject].some((value) =>
    value?.toLowerCase().includes(needle),
  )
}

/** What is absent comes last. */
function keyOf(order: Order, found: Found, row: Row | undefined): string | number {
  if (order === 'name') return found.name ?? '\uffff'
  if (row === undefined) return order === 'state' || order === 'time' ? Number.POSITIVE_INFINITY : '\uffff'
  if (order === 'state') return rank[row.word]
  if (order === 'time') return row.exp ?? Number.POSITIVE_INFINITY
  return row[order as 'alg' | 'issuer' | 'subject'] ?? '\uffff'
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
