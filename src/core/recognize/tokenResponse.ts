import type { Form } from './place.ts'
import { memberBefore } from './place.ts'

/** Members by which the answers of token endpoints are known: OAuth 2 and OpenID Connect, and SimpleJWT's pair. */
const KNOWN = /"(?:access_token|id_token|refresh_token|token_type|access|refresh)"\s*:/
const LONGEST = 200_000

/** The JSON of a token endpoint (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3), or SimpleJWT's. */
export const tokenResponse: Form = {
  id: 'token-response',
  holds: (head, text) =>
    text.length < LONGEST && /^\s*\{/.test(head) && /\}\s*$/.test(text.slice(-80)) && KNOWN.test(head),
  nameAt: ({ before }) => memberBefore(before),
}
