import { algorithmOf } from '../../content/algorithms.ts'
import { keyToOpen } from '../../content/messages/encryption.ts'
import { type Statement, say } from '../../content/messages/explain.ts'
import { secretSize } from '../../core/crypto/encryption.ts'
import type { Verification } from '../../core/crypto/verification.ts'
import { isObject } from '../../core/decode/content.ts'
import { withSignature } from '../../core/decode/signingInput.ts'
import type { JoseHeader, Jwe, Jws, SdJwt, Token } from '../../core/decode/token.ts'
import { isMediaType } from '../../core/validate/profile/demand.ts'
import type { Proofs } from '../../core/validate/proofs.ts'
import { type AnsweredLevel, isKeyText, weaknessesOf } from '../../state/verification.ts'
import { counted, disclosedCount } from '../common/count.ts'
import { ClaimsSet } from './claim.ts'

/** Algorithms of several signatures that are spoken of. */
const MOST_ALGORITHMS = 3

type Key = Pick<AnsweredLevel, 'key'>

/** How the signature of a token protects it, and whether that was checked; `level` is null while it is. */
export function signedBy(
  token: Jws | SdJwt,
  level: AnsweredLevel | null,
  proofs: Proofs | null,
): Statement[] {
  const jws = token.kind === 'sd-jwt' ? token.jws : token
  const outcome = level?.outcome.kind === 'signed' ? level.outcome : null
  if (jws.signatures.length > 1) {
    if (level === null || outcome === null) return [say('checking')]
    const { verification, choices } = outcome
    const doubts = verification.state === 'verified' ? doubtsOf(level) : []
    return [tally(choices.map((choice) => choice.verification)), ...algorithms(jws), ...doubts]
  }
  const by = algorithm(jws)
  if (level === null || outcome === null) return [...by, say('checking')]
  if (isUnsigned(jws)) return by
  const own = proofs?.possession?.proof
  const { verification } = outcome
  // What a DPoP proof shows, it shows with the key that it brings.
  const isByReader = verification.state === 'verified' || verification.state === 'failed'
  const isOwn = !isByReader && own?.verification.state === 'verified' && proofs?.rejected === null
  const refused = proofs?.rejected === 'proof' ? [say('proof-refused')] : []
  const found = isOwn
    ? [say('possession')]
    : !isByReader && own?.verification.state === 'failed'
      ? [say('possession-failed')]
      : [...checked(verification, jws, level, proofs?.rejected ?? null), ...broughtKey(jws, level)]
  return [...by, ...found, ...refused]
}

/** The algorithms of several signatures, each said once. */
function algorithms(jws: Jws): Statement[] {
  const said = jws.signatures.flatMap((_, i) => algorithm(withSignature(jws, i)))
  const isNew = ({ code, values }: Statement, i: number) =>
    said.findIndex((one) => one.code === code && JSON.stringify(one.values) === JSON.stringify(values)) === i
  return said.filter(isNew).slice(0, MOST_ALGORITHMS)
}

/** What the header says of how it was signed. */
function algorithm(jws: Jws): Statement[] {
  const { headerContent, header } = jws
  const { alg } = header
  if (isObject(headerContent) && new ClaimsSet(headerContent.document).twice.has('alg'))
    return [say('twice', { name: 'algorithm', claim: 'alg' })]
  const unsigned = hasSignature(jws) ? [] : [say('unsigned')]
  if (alg === null) {
    const isBroken = headerContent.kind !== 'empty' && !isObject(headerContent)
    return [say(isBroken ? 'header-broken' : 'alg-missing'), ...unsigned]
  }
  const { use } = algorithmOf(alg) ?? {}
  if (use === 'none') return [say(hasSignature(jws) ? 'none-signed' : 'none')]
  if (use !== 'mac' && use !== 'signature') return [say('alg-unknown', { alg }), ...unsigned]
  if (unsigned.length > 0) return [say('no-signature', { alg })]
  return [say(use === 'mac' ? 'mac' : 'private-key', { alg })]
}

function hasSignature({ segments }: Jws): boolean {
  const signature = segments[2]
  return signature !== undefined && signature.span.to > signature.span.from
}

/** Whether a token has signatures that protect what it says, right or wrong. */
export function isSigned(token: Token): boolean {
  const jws = token.kind === 'sd-jwt' ? token.jws : token
  return jws.kind === 'jws' && (jws.signatures.length > 1 || !isUnsigned(jws))
}

/** Where no key could change a thing. */
function isUnsigned(jws: Jws): boolean {
  return !hasSignature(jws) || jws.header.alg === 'none' || jws.header.alg === null
}

function checked(
  verification: Verification,
  { header, signatures }: Jws,
  level: Key,
  rejected: Proofs['rejected'],
): Statement[] {
  switch (verification.state) {
    case 'verified': {
      const open = signatures[0]!.unprotected === null ? [] : [say('unprotected')]
      return [...withDoubts(level, open.length === 0 && rejected === null), ...open]
    }
    case 'failed':
      return [say(verification.note === undefined ? 'failed' : 'failed-outright')]
    case 'needs-key':
      return [say('unchecked', { wanted: wantedFor(header) })]
    case 'unsecured':
      return []
    case 'impossible':
      return whyNot(verification.reason.code, header)
  }
}

function whyNot(code: string, { crit }: JoseHeader): Statement[] {
  if (crit === 'malformed') return [say('crit-malformed')]
  const unknown = (crit ?? []).filter((name) => name !== 'b64')
  if (unknown.length > 0) return [say('crit', { names: unknown.join(', ') })]
  return [say(code === 'crypto-payload-missing' ? 'payload-wanted' : 'uncheckable')]
}

/** A key that anybody can have put there; that the match is of that very key is said beside the match. */
function broughtKey({ header: { embeddedKeys } }: Jws, { key }: Key): Statement[] {
  const isSaid = key.kind === 'read' && key.fromToken
  return embeddedKeys.length === 0 || isSaid ? [] : [say('brings-key', { names: embeddedKeys.join(', ') })]
}

function wantedFor({ alg, typ }: JoseHeader): string {
  if (algorithmOf(alg ?? '')?.use === 'mac') return 'the shared secret'
  return isMediaType(typ ?? '', ['kb+jwt'])
    ? 'the holder’s key, which the credential names (cnf)'
    : 'the issuer’s public key'
}

/** That a signature matches, with all that keeps the match from proving anything. */
function withDoubts(level: AnsweredLevel | Key, isWhole: boolean): Statement[] {
  const doubts = doubtsOf(level)
  const isSound = isWhole && (!('token' in level) || level.token.faults.length === 0)
  return doubts.length === 0 && isSound ? [say('verified')] : [say('matches'), ...doubts]
}

/** Why a match would prove nothing; empty where it does. */
export function doubtsOf(level: Key): Statement[] {
  const { key } = level
  return [
    ...(isKeyText(level) ? [say('key-text')] : weaknessesOf(level).length > 0 ? [say('weak')] : []),
    ...(key.kind === 'read' && key.fromToken ? [say('own-key')] : []),
  ]
}

function tally(checks: readonly Verification[]): Statement {
  const count = (state: Verification['state']) => checks.filter((check) => check.state === state).length
  const [matching, failing] = [count('verified'), count('failed')]
  return say('signatures', {
    count: String(checks.length),
    matching: String(matching),
    failing: String(failing),
    rest: String(checks.length - matching - failing),
  })
}

export function isKnownEncryption({ header: { alg, enc } }: Jwe): boolean {
  return (
    algorithmOf(alg ?? '')?.use === 'keyManagement' && algorithmOf(enc ?? '')?.use === 'contentEncryption'
  )
}

/** How a JWE is encrypted, and whether it was opened; `inside`: what is to be said of claims that are right inside it. */
export function encryptedBy(
  token: Jwe,
  level: AnsweredLevel | null,
  inside: 'opened-unsigned' | 'opened-covered' | null,
): Statement[] {
  const { alg, enc } = token.header
  const known = isKnownEncryption(token)
  const by = [
    !known
      ? say('encryption-unknown')
      : alg === 'dir'
        ? say('encrypted-directly', { enc: enc! })
        : say('encrypted', { alg: alg!, enc: enc! }),
  ]
  const { length } = token.recipients
  if (length > 1) by.push(say('recipients', { count: String(length) }))
  if (level === null || level.outcome.kind !== 'encrypted') return [...by, say('checking')]
  const { decryption } = level.outcome
  switch (decryption.state) {
    case 'decrypted':
      return [...by, say('opened'), ...(inside === null ? [] : [say(inside)])]
    case 'needs-key': {
      const key =
        length > 1
          ? 'the key of one of them'
          : (alg !== null && known && keyToOpen(alg, null, secretSize(alg, enc))) || 'its recipient’s key'
      return [...by, say('closed', { key })]
    }
    case 'failed':
      return [...by, say('not-opened')]
    case 'impossible':
      return [...by, say('cannot-open')]
  }
}

/** What was disclosed of an SD-JWT. */
export function presentedBy(token: SdJwt, proofs: Proofs | null): Statement[] {
  const presented = proofs?.presented ?? null
  if (presented === null) return []
  const { faults, unanswered } = presented.seen
  return [faults.length > 0 ? say('disclosures-refused') : disclosedOf(token, unanswered.length)]
}

function disclosedOf({ disclosures }: SdJwt, left: number): Statement {
  const shown = disclosedCount(disclosures)
  const hidden = counted(left, 'digest')
  if (disclosures.length === 0)
    return left === 0 ? say('nothing-selective') : say('none-disclosed', { hidden })
  return left === 0 ? say('all-disclosed', { shown }) : say('disclosed', { shown, hidden })
}
