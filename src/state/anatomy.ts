import { useEffect, useState } from 'react'
import type { Anatomy } from '../core/anatomy/cell.ts'
import { encryptionAnatomy } from '../core/anatomy/encryption.ts'
import { signatureAnatomy } from '../core/anatomy/signature.ts'
import { ownKey } from '../core/validate/presented.ts'
import { isDpopProof } from '../core/validate/proofKind.ts'
import type { Shown } from './level.ts'
import { useShown } from './settled.ts'

/** How the signature of the level that is shown comes about, with the key that its check chose, or that a proof brings. */
async function anatomyOf({ text, token, level, levels }: Shown): Promise<Anatomy | null> {
  if (token === null || token.kind === 'undecodable') return null
  if (token.kind === 'jwe') return encryptionAnatomy(text, token)
  const outcome = levels[level]?.outcome
  const jws = token.kind === 'sd-jwt' ? token.jws : token
  const chosen = outcome?.kind === 'signed' ? (outcome.choices[jws.shown]?.key ?? null) : null
  return signatureAnatomy(text, jws, isDpopProof(token) ? await ownKey(jws) : chosen)
}

/** The same for the view, and whether it is still of what was there before; null where there is no token to take apart. */
export function useAnatomy(): { readonly anatomy: Anatomy | null; readonly stale: boolean } {
  const { text, token, level, levels } = useShown()
  const [made, setMade] = useState<{ readonly of: Shown['levels']; readonly anatomy: Anatomy | null } | null>(
    null,
  )
  useEffect(() => {
    let over = false
    void anatomyOf({ text, token, level, levels }).then((anatomy) => {
      if (!over) setMade({ of: levels, anatomy })
    })
    return () => {
      over = true
    }
  }, [text, token, level, levels])
  return { anatomy: made?.anatomy ?? null, stale: made?.of !== levels }
}
