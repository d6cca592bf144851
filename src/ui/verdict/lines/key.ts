import { faultText } from '../../../content/messages/faults.ts'
import { foreign } from '../../../content/messages/foreign.ts'
import { keyKind, keysTried, keyWanted, ownKeyText } from '../../../content/messages/verdict.ts'
import type { Token } from '../../../core/decode/token.ts'
import { isDpopProof } from '../../../core/validate/proofKind.ts'
import { weaknessesOf } from '../../../state/verification.ts'
import type { Checked, Line } from './line.ts'

export function keyLine(token: Token, answer: Checked): Line {
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
        ? 'None given, and none is needed: a DPoP proof brings its own.'
        : `None given.${wanted === null ? '' : ` Wanted: ${wanted}.`}${own}`,
    }
  }
  if (key.kind === 'unreadable') return { name, tone: 'bad', text: faultText(key.fault) }
  if (key.key === null) return { name, tone: 'warning', text: keysTried(key.keys.keys.length, key.tried) }
  const kind = foreign(keyKind(key.key))
  if (alg === 'none') return { name, tone: 'warning', text: `${kind}: not used, as alg is none.` }
  const { fit } = key
  const detail = key.thumbprint === null ? '' : `thumbprint ${key.thumbprint}`
  const weaknesses = weaknessesOf(answer)
  const notices = [...weaknesses, ...key.key.notices].map(faultText)
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

/** Of such a key it would be odd to say that it fits. */
function isNoRsa(code: string): boolean {
  return code === 'weak-rsa-exponent' || code === 'weak-rsa-factor'
}
