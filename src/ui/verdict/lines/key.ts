import { faultText } from '../../../content/messages/faults.ts'
import { foreign } from '../../../content/messages/foreign.ts'
import {
  certificateDisagrees,
  kidText,
  outOfValidity,
  placeText,
  unreadText,
} from '../../../content/messages/keySet.ts'
import { keyKind, keysTried, keyWanted, ownKeyText } from '../../../content/messages/verdict.ts'
import type { KidAgreement } from '../../../core/crypto/choose.ts'
import type { Token } from '../../../core/decode/token.ts'
import type { Certificate } from '../../../core/keys/certificate.ts'
import { isDpopProof } from '../../../core/validate/proofKind.ts'
import { weaknessesOf } from '../../../state/verification.ts'
import type { Checked, Line } from './line.ts'

export function keyLine(token: Token, answer: Checked, now: number): Line {
  const name = 'Key'
  const alg = token.header.alg
  const embedded = token.header.embeddedKeys
  if (answer === null) return { name, tone: 'none', text: 'Reading…' }
  const { key } = answer
  if (key.kind === 'none') {
    const wanted = alg === null ? null : keyWanted(alg)
    const own =
      embedded.length === 0 || isDpopProof(token)
        ? ''
        : ` The token brings its own (${embedded.join(', ')}): such a key proves nothing.`
    return {
      name,
      tone: own === '' ? 'none' : 'warning',
      text: isDpopProof(token)
        ? 'None is needed: a DPoP proof brings its own.'
        : `None given.${wanted === null ? '' : ` Wanted: ${wanted}.`}${own}`,
    }
  }
  if (key.kind === 'unreadable') return { name, tone: 'bad', text: faultText(key.fault) }
  const { kid } = token.header
  const aboutSet = [kidText(key.kid, kid, key.key), unreadText(key.keys.unread)].filter(
    (text) => text !== null,
  )
  if (key.key === null) {
    const tried = keysTried(key.keys.keys.length, key.tried)
    return { name, tone: 'warning', text: [tried, ...aboutSet].join(' ') }
  }
  const kind = foreign(keyKind(key.key)) + placeText(key.keys, key.key)
  if (alg === 'none') return { name, tone: 'warning', text: `${kind}: not used, as alg is none.` }
  const { fit } = key
  const detail = key.thumbprint === null ? '' : `thumbprint ${key.thumbprint}`
  const weaknesses = weaknessesOf(answer)
  const notices = [...weaknesses, ...key.key.notices, ...key.keys.notices].map(faultText)
  notices.push(...aboutSet, ...certificateNotices(key.key.certificates[0], key.certificate, now))
  if (key.fromToken) notices.unshift(ownKeyText)
  if (fit?.fits === false)
    return { name, tone: 'bad', text: [`${kind}: ${faultText(fit.fault)}.`, ...notices].join(' '), detail }
  const fits = fit === null || weaknesses.some(({ code }) => isNoRsa(code)) ? '' : `, fits ${alg}`
  return {
    name,
    tone: notices.length === 0 ? 'sound' : 'warning',
    text: notices.length === 0 ? `${kind}${fits}` : [`${kind}${fits}.`, ...notices].join(' '),
    detail,
  }
}

function certificateNotices(
  certificate: Certificate | undefined,
  agreement: KidAgreement,
  now: number,
): readonly string[] {
  const disagrees = agreement === 'disagrees' ? [certificateDisagrees] : []
  // Before the page's clock has run its first step, nothing can be said.
  if (certificate === undefined || now === 0) return disagrees
  const out = outOfValidity(certificate.notBefore, certificate.notAfter, now)
  return out === null ? disagrees : [...disagrees, `Its certificate ${out}.`]
}

/** Of such a key it would be odd to say that it fits. */
function isNoRsa(code: string): boolean {
  return code === 'weak-rsa-exponent' || code === 'weak-rsa-factor'
}
