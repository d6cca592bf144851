import { signText } from '../../content/messages/checks.ts'
import { purposes, type Statement, say } from '../../content/messages/explain.ts'
import { profiles } from '../../content/profiles/index.ts'
import { isObject } from '../../core/decode/content.ts'
import type { Content, Token } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import type { Kind } from '../../core/json/document.ts'
import type { KeyBinding } from '../../core/validate/keyBinding.ts'
import { isMediaType } from '../../core/validate/profile/demand.ts'
import { recognizeProfile } from '../../core/validate/profile/recognize.ts'
import type { Sign } from '../../core/validate/profile/rule.ts'
import { unlike } from '../../core/validate/replicated.ts'
import { claimsOf, mayWithhold } from '../../state/claims.ts'
import { decisiveLevel } from '../../state/levels.ts'
import { wordOf } from '../../state/settled.ts'
import type { Answer, AnsweredLevel } from '../../state/verification.ts'
import { counted } from '../common/count.ts'
import { ClaimsSet, kindNames } from './claim.ts'
import { boundAt, holder } from './holder.ts'
import { parties } from './parties.ts'
import { doubtsOf, encryptedBy, isKnownEncryption, isSigned, presentedBy, signedBy } from './protection.ts'
import { type Dates, datesOf, type Moment, times } from './times.ts'

/** What can be said of a token whatever the time, in paragraphs; and what depends on it. */
export interface Explained {
  readonly before: readonly (readonly Statement[])[]
  readonly dates: Dates | null
  readonly isProven: boolean
  readonly after: readonly (readonly Statement[])[]
  /** The Key Binding JWT, of which time and expectations decide what can be said. */
  readonly binding: KeyBinding | null
}

/**
 * What can be said of the selected token of an input, in the order in which it is told. `answer` is null while it is worked
 * out. Of tokens in tokens the form and protection of each is told, and the claims of the innermost.
 */
export function explain(inspection: Inspection, answer: Answer | null): Explained {
  const { text, token, found } = inspection
  const nothing = { dates: null, isProven: false, after: [], binding: null }
  if (token === null) return { ...nothing, before: [[say(/\S/.test(text) ? 'no-token' : 'empty')]] }
  const levels = answer?.levels ?? []
  const innermost = levels.at(-1)?.token ?? token
  const document = claimsOf(innermost, answer)
  const claims = document === null ? null : new ClaimsSet(document)
  const all = levels.length === 0 ? [token] : levels.map((level) => level.token)
  const profile = claims && kindOf(innermost, claims)
  const decisive = decisiveLevel(levels)
  const isVerified = wordOf({ inspection, answer }) === 'verified'
  const isProven = isVerified && decisive !== null && doubtsOf(decisive).length === 0
  const isPartial = mayWithhold(answer)
  const several = found.length > 1 ? [severalTokens(inspection)] : []
  return {
    before: [
      [
        ...several,
        ...form(token, levels, claims !== null),
        ...content(innermost, claims),
        ...kind(profile, innermost),
      ],
      claims === null || claims.isEmpty || profile === null
        ? []
        : parties(claims, profile.profile, isProven && !isShared(decisive), isPartial),
    ],
    dates: claims === null || profile === null ? null : datesOf(claims, profile.profile, isPartial),
    isProven,
    after: [
      ...protection(token, levels, answer, claims),
      holder(claims, profile?.profile ?? null, answer?.proofs ?? null, all.some(isSigned)),
    ],
    binding: answer?.proofs?.presented?.binding ?? null,
  }
}

/** The whole, at a moment: paragraphs of statements, none of them empty. */
export function paragraphs(
  { before, dates, isProven, after, binding }: Explained,
  moment: Moment,
): (readonly Statement[])[] {
  const time = dates === null ? [] : times(dates, moment, isProven)
  const bound = binding === null ? [] : [boundAt(binding, moment)]
  return [...before, time, ...after, bound].filter((paragraph) => paragraph.length > 0)
}

function severalTokens({ found, isFull, selected }: Inspection): Statement {
  const count = `${isFull ? 'at least ' : ''}${found.length.toLocaleString('en')}`
  return say('several', { count, place: String(selected + 1) })
}

/** What the token is by its outer form. */
function form(token: Token, levels: readonly AnsweredLevel[], hasClaims: boolean): Statement[] {
  const header = isObject(token.headerContent) ? ['its header'] : []
  const parts = [...header, ...(hasClaims ? ['its claims'] : [])].join(' and ')
  const readable = parts === '' ? [] : [say('readable', { parts })]
  if (token.kind === 'undecodable')
    return parts === '' ? [say('no-token')] : [say('undecodable'), ...readable]
  const said = [say(formOf(token))]
  if (token.serialization !== 'compact') said.push(say('json'))
  const all = levels.length === 0 ? [token] : levels.map((level) => level.token)
  const faults = all.reduce((sum, one) => sum + one.faults.length, 0)
  if (faults > 0)
    said.push(
      say(token.kind === 'jwe' ? 'damaged-jwe' : 'damaged', { faults: counted(faults, 'fault') }),
      ...readable,
    )
  if (token.kind === 'jws' && token.detached) said.push(say('detached'))
  else if (token.kind === 'jws' && !token.header.b64) said.push(say('plain'))
  // What is inside may be encrypted, which is known once it was looked at.
  else if (levels.length > 0 && isReadable(levels) && all.every(({ kind }) => kind !== 'jwe'))
    said.push(say('encoded'))
  if (levels.length > 1) said.push(say('nested'), ...(hasClaims ? [say('innermost')] : []))
  return said
}

/** Whether the innermost payload can be read at all, whatever it is. */
function isReadable(levels: readonly AnsweredLevel[]): boolean {
  const { payloadContent, segments } = levels.at(-1)!.token
  const payload = segments.find(({ name }) => name === 'payload')
  return payloadContent?.kind !== 'octets' || payload === undefined || payload.faults.length === 0
}

function formOf(token: Exclude<Token, { readonly kind: 'undecodable' }>) {
  if (token.kind === 'jws') return token.header.alg === 'none' ? 'unsecured' : 'jws'
  // Who can open what is damaged, or closed in a way that is not known here?
  return token.kind === 'sd-jwt' || (token.faults.length === 0 && isKnownEncryption(token))
    ? token.kind
    : 'jwe-form'
}

/** What the innermost payload is, where it is no claims set that says something. */
function content({ payloadContent, kind: form, segments }: Token, claims: ClaimsSet | null): Statement[] {
  if (claims !== null) return claims.isEmpty ? [say('no-claims')] : []
  // Of a JWE that is not opened nothing can be known, and of what is no token nothing is expected.
  if (payloadContent === null || form === 'undecodable') return []
  const payload = segments.find(({ name }) => name === 'payload')
  const isBroken = payloadContent.kind === 'json' && payloadContent.fault !== null
  if (isBroken || (payload !== undefined && payload.faults.length > 0)) return [say('payload-broken')]
  return payloadContent.kind === 'empty' ? [] : [say('payload', { what: payloadKind(payloadContent) })]
}

function payloadKind(content: Content): string {
  if (content.kind !== 'json') return content.kind === 'text' ? 'plain text' : 'binary data'
  return `${kindNames[content.document.kind[0] as Kind]} in JSON`
}

/** Whether others than the issuer have the key that checked a signature, and could have made it. */
function isShared({ key }: AnsweredLevel): boolean {
  return key.kind === 'read' && key.key?.jwk.kty === 'oct'
}

type Recognized = ReturnType<typeof kindOf>

function kindOf(token: Token, { document }: ClaimsSet) {
  const header = isObject(token.headerContent) ? token.headerContent.document : null
  return recognizeProfile(profiles, header, document)
}

function kind(recognized: Recognized | null, { header }: Token): Statement[] {
  if (recognized === null) return []
  const { profile, by } = recognized
  const typ = header?.typ ?? ''
  if (by.length === 0) return [say('no-kind')]
  const { id, title } = profile
  const article = /^(?:[AEIO]|SD)/.test(title) ? 'an' : 'a'
  const purpose = Object.hasOwn(purposes, id) ? [say('purpose', { purpose: purposes[id]! })] : []
  return [
    say('kind', {
      kind: `${article} ${title}`,
      signs: by.map((sign) => signText(shownOf(sign, typ))).join(', '),
    }),
    ...purpose,
  ]
}

/** Of the types of a kind the one that is there. */
function shownOf(sign: Sign, typ: string): Sign {
  return 'typ' in sign ? { typ: sign.typ.filter((one) => isMediaType(typ, [one])) } : sign
}

/** Where a header says something else than what was encrypted beside it. */
function copies(header: Content | null, claims: ClaimsSet | null): Statement[] {
  if (header === null || !isObject(header) || claims === null) return []
  const names = unlike(new ClaimsSet(header.document), claims)
  return names.length === 0 ? [] : [say('header-differs', { names: names.join(', ') })]
}

/** A paragraph for each level, outermost first. */
function protection(
  token: Token,
  levels: readonly AnsweredLevel[],
  answer: Answer | null,
  claims: ClaimsSet | null,
): Statement[][] {
  const proofs = answer?.proofs ?? null
  const all =
    levels.length === 0 ? [{ token, level: null }] : levels.map((level) => ({ token: level.token, level }))
  return all.map(({ token: at, level }, i) => {
    const isInnermost = i === all.length - 1
    const place = all.length === 1 ? [] : [say('level', { place: String(i + 1), kind: levelKinds[at.kind] })]
    if (at.kind === 'undecodable') return at.payloadContent === null ? place : [...place, say('unverifiable')]
    if (at.kind === 'jwe') {
      const isCovered = all.some(({ token }) => isSigned(token))
      const inside = isInnermost ? (isCovered ? 'opened-covered' : 'opened-unsigned') : null
      return [...place, ...encryptedBy(at, level, inside), ...copies(at.headerContent, claims)]
    }
    const own = isInnermost ? proofs : null
    const presented = at.kind === 'sd-jwt' ? presentedBy(at, own) : []
    return [...place, ...signedBy(at, level, own), ...presented]
  })
}

const levelKinds: Readonly<Record<Token['kind'], string>> = {
  jws: 'a JWS',
  jwe: 'a JWE',
  'sd-jwt': 'an SD-JWT',
  undecodable: 'no token',
}
