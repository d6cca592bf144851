import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

const DAY = 86_400
const YEAR = 366 * DAY

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
  // Entra's are withdrawn at once from whoever says that they hear of it; a session cookie of Firebase is to last two weeks.
  const capabilities = claims.node('xms_cc')
  const isCookie = claims.text('iss')?.startsWith('https://session.firebase.google.com/') ?? false
  if (seconds <= (isCookie ? 14 * DAY : capabilities === null ? DAY : 1.25 * DAY)) return []
  return [found('lifetime-long', seconds > YEAR ? 'error' : 'warning', claims.at('exp'), { seconds })]
}
