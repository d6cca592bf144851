import type { Token, UnprotectedHeader } from '../../core/decode/token.ts'

/** A header that nothing protects, and whose it is. */
export interface Unprotected {
  readonly name: 'own' | 'shared' | 'recipient'
  readonly header: UnprotectedHeader
}

/** The unprotected headers of a JSON serialization that apply to the signature or recipient shown. */
export function unprotectedOf(token: Token): readonly Unprotected[] {
  const found: Unprotected[] = []
  const add = (name: Unprotected['name'], header: UnprotectedHeader | null | undefined) => {
    if (header != null) found.push({ name, header })
  }
  if (token.kind === 'jws') add('own', token.signatures[token.shown]?.unprotected)
  if (token.kind === 'jwe') {
    add('shared', token.unprotected)
    add('recipient', token.recipients[token.shown]?.unprotected)
  }
  return found
}
