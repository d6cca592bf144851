import type { Inspection } from '../core/inspect.ts'
import type { KeySet } from '../core/keys/material.ts'
import { isDpopProof, namesOthers } from '../core/validate/proofKind.ts'
import type { Proofs } from '../core/validate/proofs.ts'

/**
 * What is worked out of a token besides its signature, where it is an SD-JWT, a DPoP proof or an ID token that stands for
 * things beside it; null for any other. Its code comes with the first such token. Never rejects.
 */
export async function proofsOf(
  { text, found, token }: Inspection,
  keys: KeySet | null,
): Promise<Proofs | null> {
  if (token === null || token.kind === 'undecodable' || token.kind === 'jwe') return null
  if (token.kind === 'jws' && !isDpopProof(token) && !namesOthers(token)) return null
  try {
    const { proofs } = await import('../core/validate/proofs.ts')
    return await proofs(
      text,
      token,
      found.map(({ span }) => span),
      keys,
    )
  } catch {
    // Without WebCrypto nothing can be hashed; the signature's line says so.
    return null
  }
}
