import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf, type Located } from './located.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** Kinds of token that live long by their nature. */
const lasting = [
  'sd-jwt',
  'sd-jwt-vc',
  'status-list',
  'trust-mark',
  'entity-statement',
  'apple-client-secret',
  'simplejwt-refresh',
]

/** A life of more than a day, or of years: a stolen token is of use as long. */
export function lifetimeLong(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const [iat, exp] = [claims.number('iat'), claims.number('exp')]
  if (iat === null || exp === null || exp > 1e11 || lasting.includes(subject.kind)) return []
  // Kubernetes lets a pod’s token outlive the moment by which it is renewed, for old clients.
  const cluster = claims.node('kubernetes.io')
  const warning = cluster === null ? null : claims.memberOf(cluster, 'warnafter')
  const renewed = warning === null ? null : claims.numberAt(warning)
  const seconds = (renewed ?? exp) - iat
  if (seconds <= usualOf(claims)) return []
  return [found('lifetime-long', seconds > YEAR ? 'error' : 'warning', claims.at('exp'), { seconds })]
}

/** Seconds that a token may live without a word. */
function usualOf(claims: Located): number {
  // A session cookie of Firebase lasts two weeks at most.
  if (claims.text('iss')?.startsWith('https://session.firebase.google.com/')) return 14 * DAY
  // Entra withdraws tokens at once from whoever says that they hear of it, and so has them live for up to 28 hours.
  return claims.has('xms_cc') ? 28 * HOUR : DAY
}
