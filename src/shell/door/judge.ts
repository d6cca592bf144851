/** What an answer is, told by the text alone. */

export type Judgement =
  | { readonly kind: 'keys' }
  /** An issuer's metadata: where it keeps its keys, and what it calls itself. */
  | { readonly kind: 'metadata'; readonly keys: string; readonly issuer: string | null }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'html' }
  | { readonly kind: 'not-keys' }

export function judge(text: string): Judgement {
  if (/-----BEGIN (CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)-----/.test(text.slice(0, 4096)))
    return { kind: 'keys' }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: text.trimStart().startsWith('<') ? 'html' : 'not-json' }
  }
  if (typeof value !== 'object' || value === null) return { kind: 'not-keys' }
  const member = (name: string): unknown =>
    Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
  if (Array.isArray(member('keys')) || typeof member('kty') === 'string') return { kind: 'keys' }
  const keys = member('jwks_uri')
  const issuer = member('issuer')
  if (typeof keys === 'string')
    return { kind: 'metadata', keys, issuer: typeof issuer === 'string' ? issuer.slice(0, 2000) : null }
  return { kind: 'not-keys' }
}
