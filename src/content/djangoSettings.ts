import type { JsonDocument } from '../core/json/document.ts'
import { Members } from '../core/validate/profile/claims.ts'

/** Algorithms that SimpleJWT can be set to (5.2 to 5.5). */
const allowed = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']

/**
 * The `SIMPLE_JWT` settings with which a Django project accepts such a token, as Python text; null where SimpleJWT does not
 * know the algorithm. Of the token only names, issuer, audience and algorithm are in it, and never the key.
 */
export function djangoSettings(header: JsonDocument | null, claims: JsonDocument | null): string | null {
  const alg = new Members(header).text('alg')
  if (alg === null || !allowed.includes(alg)) return null
  const members = new Members(claims)
  const lines: string[] = [`"ALGORITHM": "${alg}",`]
  if (alg.startsWith('HS')) {
    lines.push(
      '"SIGNING_KEY": os.environ["JWT_SIGNING_KEY"],  # the secret in the Key box; SECRET_KEY if left out',
    )
  } else {
    lines.push('"SIGNING_KEY": None,  # only who issues tokens needs it')
    lines.push('"VERIFYING_KEY": Path("jwt-public.pem").read_text(),  # or "JWK_URL": "https://…"')
  }
  const audienceNode = members.node('aud')
  const audience =
    audienceNode === null ? null : (members.text('aud') ?? members.textsAt(audienceNode)?.[0] ?? null)
  if (audience !== null) lines.push(`"AUDIENCE": ${quoted(audience)},`)
  const issuer = members.text('iss')
  if (issuer !== null) lines.push(`"ISSUER": ${quoted(issuer)},`)
  const user = ['user_id', 'sub', 'username', 'preferred_username'].find(
    (name) => members.node(name) !== null,
  )
  if (user === undefined) {
    lines.push(
      '# "USER_ID_CLAIM": "…",  # none of the usual claims names a user, and without one it is refused',
    )
  } else if (user !== 'user_id') {
    lines.push(`"USER_ID_CLAIM": "${user}",`)
    lines.push(`"USER_ID_FIELD": "username",  # the field that ${user} is compared with`)
  }
  const type = members.text('token_type')
  if (members.node('token_type') === null)
    lines.push('"TOKEN_TYPE_CLAIM": None,  # the token has no token_type')
  else if (type === 'sliding')
    lines.push('"AUTH_TOKEN_CLASSES": ("rest_framework_simplejwt.tokens.SlidingToken",),')
  else if (type === 'refresh')
    lines.push('# A refresh token: API views refuse it whatever is set. Send the access token.')
  else if (type !== 'access') lines.push('"TOKEN_TYPE_CLAIM": None,  # its token_type is none of SimpleJWT’s')
  if (members.node('jti') === null) lines.push('"JTI_CLAIM": None,  # the token has no jti')
  if (members.node('exp') === null) lines.push('# The token has no exp: it is refused whatever is set.')
  const imports = alg.startsWith('HS') ? 'import os' : 'from pathlib import Path'
  return `${imports}\n\nSIMPLE_JWT = {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`
}

/** A Python string; all but printable ASCII is escaped, so that nothing hides in it. */
function quoted(text: string): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    if (character === '"' || character === '\\') return `\\${character}`
    if (code >= 0x20 && code < 0x7f) return character
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`
  })
  return `"${escaped.join('')}"`
}
