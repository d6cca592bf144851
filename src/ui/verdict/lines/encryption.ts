import { keyToOpen } from '../../../content/messages/encryption.ts'
import { faultText } from '../../../content/messages/faults.ts'
import { foreign } from '../../../content/messages/foreign.ts'
import { keysTried, openingKind } from '../../../content/messages/verdict.ts'
import { secretSize } from '../../../core/crypto/encryption.ts'
import { headerParameter } from '../../../core/decode/joseHeader.ts'
import type { Jwe } from '../../../core/decode/token.ts'
import type { AnsweredLevel } from '../../../state/verification.ts'
import type { Line } from './line.ts'

/** Whether a JWE opens, and if not, at which step it stops. */
export function encryptionLine(token: Jwe, { outcome, key }: AnsweredLevel): Line {
  const name = 'Encryption'
  if (outcome.kind !== 'encrypted') return { name, tone: 'none', text: '…' }
  const { alg, enc } = token.header
  const detail = [alg, enc]
    .filter((value) => value !== null)
    .map(foreign)
    .join(' · ')
  const { decryption } = outcome
  switch (decryption.state) {
    case 'decrypted': {
      const of =
        token.recipients.length === 1
          ? ''
          : `, as recipient ${decryption.recipient + 1} of ${token.recipients.length}`
      return { name, tone: 'sound', text: `Opens with the key you supplied${of}`, detail }
    }
    case 'failed':
      return { name, tone: 'bad', text: faultText(decryption.note), detail }
    case 'needs-key':
      return { name, tone: 'none', text: 'Not opened: the key is missing.', detail }
    case 'impossible': {
      const { reason } = decryption
      if (reason.code.startsWith('crypto-')) return { name, tone: 'warning', text: faultText(reason), detail }
      const what = key.kind === 'unreadable' ? 'cannot be read' : 'does not open it'
      return { name, tone: 'warning', text: `Not opened: the key ${what}.`, detail }
    }
  }
}

/** The key that a JWE was opened with, or is wanted for it. */
export function openingKeyLine(token: Jwe, { outcome, key }: AnsweredLevel): Line {
  const name = 'Key'
  if (key.kind === 'none') return { name, tone: 'none', text: `None given. Wanted: ${wantedBy(token)}.` }
  if (key.kind === 'unreadable') return { name, tone: 'bad', text: faultText(key.fault) }
  const decryption = outcome.kind === 'encrypted' ? outcome.decryption : null
  const misfit =
    decryption?.state === 'impossible' && decryption.reason.code.startsWith('fit-') ? decryption.reason : null
  if (key.key === null) {
    const tried = keysTried(key.keys.keys.length, key.tried)
    return { name, tone: 'warning', text: misfit === null ? tried : `The set ${faultText(misfit)}.` }
  }
  const kind = foreign(openingKind(key.key))
  const detail = key.thumbprint === null ? '' : `thumbprint ${key.thumbprint}`
  if (misfit !== null)
    return { name, tone: 'bad', text: `${kind}: ${faultText(misfit)}. Wanted: ${wantedBy(token)}.`, detail }
  const notices = key.key.notices.map(faultText)
  const tone = notices.length === 0 ? 'sound' : 'warning'
  return { name, tone, text: [kind, ...notices].join('. '), detail }
}

/** Who could open it: the keys that the recipients hold. */
export function wantedBy(token: Jwe): string {
  const wanted = new Set(
    token.recipients.map(({ header: { alg, enc, kid }, unprotected }) => {
      if (alg === null) return 'a key, but the header does not say of which kind'
      const headers = [token.headerContent, unprotected?.content, token.unprotected?.content]
      const epk = headerParameter(
        headers.filter((one) => one !== undefined),
        'epk',
      )
      const crv = typeof epk === 'object' && epk !== null && 'crv' in epk ? epk.crv : null
      const key = keyToOpen(alg, typeof crv === 'string' ? foreign(crv) : null, secretSize(alg, enc))
      const named = kid === null ? '' : ` (kid ${foreign(kid)})`
      return key === null ? `${foreign(alg)} is not known here` : `${foreign(alg)} needs ${key}${named}`
    }),
  )
  return [...wanted].slice(0, 5).join('; or ')
}
