import type { Inspection } from '../core/inspect.ts'
import type { KeySet } from '../core/keys/material.ts'
import { isDpopProof, namesOthers } from '../core/validate/proofKind.ts'
import type { Proofs } from '../core/validate/proofs.ts'
import { type Level, type LevelWord, wordOfLevels } from './levels.ts'

/** How many of the other tokens in the text are looked at. */
const MOST_OTHERS = 20

/**
 * What is worked out of the innermost token besides its signature, where it is an SD-JWT, a DPoP proof or an ID token that
 * stands for things beside it; null for any other. Its code comes with the first such token. Never rejects.
 */
export async function proofsOf(
  { text, found, selected }: Pick<Inspection, 'text' | 'found' | 'selected'>,
  levels: readonly Level[],
  keys: KeySet | null,
): Promise<Proofs | null> {
  const inner = levels.at(-1)
  if (inner === undefined || inner.token.kind === 'undecodable' || inner.token.kind === 'jwe') return null
  if (inner.token.kind === 'jws' && !isDpopProof(inner.token) && !namesOthers(inner.token)) return null
  const others = found
    .slice(0, MOST_OTHERS + 1)
    .filter((_, index) => index !== selected)
    .slice(0, MOST_OTHERS)
    .map(({ span, reading }) => reading?.text ?? text.slice(span.from, span.to))
  try {
    const { proofs } = await import('../core/validate/proofs.ts')
    return await proofs(inner.text, inner.token, { text, others }, keys)
  } catch {
    // Without WebCrypto nothing can be hashed; the signature's line says so.
    return null
  }
}

/** The one word on all levels and what is known besides: what must be refused has failed, whatever its signature says. */
export function wordOfProved(levels: readonly Level[], proofs: Pick<Proofs, 'rejected'> | null): LevelWord {
  const word = wordOfLevels(levels)
  return word !== 'unreadable' && proofs !== null && proofs.rejected !== null ? 'failed' : word
}
