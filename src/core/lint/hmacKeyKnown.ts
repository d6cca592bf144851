import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'
import { firstMatching } from './underSecret.ts'

/** Secrets that stand in examples, templates and compose files. */
const placeholders =
  'secret|secret123|secretkey|secret_key|secret-key|SECRET_KEY|mysecret|my-secret|my_secret|mysecretkey|my-secret-key|supersecret|' +
  'super-secret|super_secret|supersecretkey|topsecret|changeme|change-me|change_me|changeit|changethis|password|password123|passw0rd|123456|' +
  '12345678|1234567890|qwerty|admin|test|testing|dev|development|key|private|privatekey|jwt|jwtsecret|jwt-secret|jwt_secret|' +
  'JWT_SECRET|jwt_secret_key|your_jwt_secret|your-jwt-secret|token|your-256-bit-secret|your-384-bit-secret|your-512-bit-secret|your-secret|your_secret|your-secret-key|' +
  'your_secret_key|yoursecretkey|shhhhh|shhhhhared-secret|hello|example|default|keyboard cat|a-string-secret-at-least-256-bits-long|' +
  'super-secret-jwt-token-with-at-least-32-characters-long|00000000000000000000000000000000|0123456789abcdef0123456789abcdef'

const encoder = new TextEncoder()
const secrets = () => ['', ...placeholders.split('|')].map((text) => ({ text, octets: encoder.encode(text) }))

/** An HMAC under a secret that everybody knows, or an empty one: whoever wants can sign (RFC 8725 section 3.5). Tried without any key given. */
export async function hmacKeyKnown(subject: Subject): Promise<Finding[]> {
  const given = secretOf(subject)?.text
  if (given != null && secrets().some(({ text }) => text === given)) {
    return [found('hmac-key-known', 'error', [], { secret: given, by: 'given' })]
  }
  const known = await firstMatching(subject, secrets())
  return known === null ? [] : [found('hmac-key-known', 'error', [], { secret: known.text, by: 'tried' })]
}
