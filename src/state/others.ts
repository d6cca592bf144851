import type { Token } from '../core/decode/token.ts'
import { decodeWritten } from '../core/decode/written.ts'
import type { Inspection } from '../core/inspect.ts'

/** Tokens that are compared with each other at most. */
const MOST = 200

const known = new WeakMap<Inspection['found'], readonly Token[]>()

/** The tokens of the input beside the selected one, at most {@link MOST} of them; taken apart when first asked for. */
export function othersOf({ text, found, selected }: Inspection): readonly Token[] {
  if (found.length < 2) return []
  const all = known.get(found) ?? found.slice(0, MOST).map((one) => decodeWritten(text, one))
  known.set(found, all)
  return all.filter((_, i) => i !== selected)
}
