import { foreignUpTo } from './foreign.ts'

/**
 * The sentences by which a token is explained to somebody who has never seen one. `{name}` stands for words of our own,
 * `“{name}”` for a value that came with the token. None says more than the model knows: what only the token says is said to
 * be said by it, and a signature proves something only once it was checked.
 */
export const sentences = {
  // What it is.
  empty: 'There is no token yet. Paste one into the Token box, and it is explained here.',
  'no-token': 'No whole token was found in what you pasted.',
  several: 'The input holds {count} tokens; this is about number {place}.',
  jws: 'This is a token in signed form (JWS).',
  unsecured: 'This is an unsecured token (JWS).',
  encoded: 'Its content is encoded, not encrypted: anyone who has the token can read it.',
  plain: 'Its payload stands in it as it is, neither encoded nor encrypted.',
  jwe: 'This is an encrypted token (JWE). Only the holder of the right key can read its content.',
  'jwe-form': 'This is a token in encrypted form (JWE).',
  'sd-jwt': 'This is an SD-JWT: a token in signed form, whose holder chooses which claims to disclose.',
  undecodable: 'This is no whole token: it cannot be taken apart as a signed or an encrypted one.',
  damaged: 'It is damaged: its structure has {faults}. A verifier must refuse it, whatever its signature.',
  'damaged-jwe': 'It is damaged: its structure has {faults}. Its recipient must refuse it.',
  readable: 'What can still be read of it: {parts}.',
  json: 'It is written as JSON. A JWT is always compact, so libraries for JWTs do not take it.',
  nested: 'Inside it is another token.',
  innermost: 'What is said here of issuer, audience and times is what the innermost one says.',
  detached: 'No payload stands in the token: it is sent apart, or is empty.',
  kind: 'It looks like {kind}: {signs}.',
  purpose: 'Such a token {purpose}.',
  'no-kind': 'Nothing in it says what kind of token it is.',
  payload: 'Its payload is {what}, and no set of claims: it names no issuer, audience or time.',
  'payload-broken': 'Its payload is broken, so its claims cannot be read.',
  'no-claims': 'Its set of claims is empty: it says nothing about anyone.',

  // Who.
  'issuer-said': 'It says that it was issued by “{iss}” (iss).',
  'issuer-proven': 'It was issued by “{iss}” (iss), provided that the key you supplied is that issuer’s.',
  vendor: 'Judging by {by}, it looks like a token of {vendors}.',
  subject: 'Its subject (sub), whom or what it is about, is “{sub}”.',
  user: 'Its user_id, whom it is about, is “{id}”.',
  audience: 'Its audience (aud), for whom it is meant, is “{aud}”. Nobody else should accept it.',
  'audience-two': 'It is meant for “{first}” and “{second}” (aud). Nobody else should accept it.',
  'audience-many':
    'It is meant for {count} audiences (aud), the first of them “{first}” and “{second}”. Nobody else should accept it.',
  'audience-nobody': 'Its audience (aud) is an empty list: it is meant for nobody.',
  'proof-request': 'It is made for one request: “{htm}” to “{htu}”.',
  'not-said': 'It does not say {what}.',
  'not-shown': 'It does not show {what}: that may be among what is held back.',
  twice: 'Its {name} ({claim}) stands in it more than once, so two readers can see two different tokens.',
  'wrong-type': 'Its {name} ({claim}) is {is}, “{written}”, where {wanted} is needed.',
  'empty-text': 'Its {name} ({claim}) is an empty text.',

  // When.
  moment: 'Times are told for the moment that you chose, {at}.',
  issued: 'By its iat it was issued {ago}, on {at}.',
  'issued-ahead':
    'By its iat it will only be issued {until}, on {at}: two clocks differ, or it was written by hand.',
  expires: 'It expires {until}, on {at}.',
  expired: 'It expired {ago}, on {at}.',
  'expired-refuse': 'Whoever checks its time must refuse it.',
  'no-exp': 'It has no expiry (exp): by itself it never expires.',
  'no-exp-shown': 'It shows no expiry (exp), but one may be among what is held back.',
  'proof-brief': 'It has no expiry: a server takes it only for a short time from then.',
  'not-yet': 'It must not be used yet: by its nbf it begins {until}, on {at}.',
  tolerated: 'The tolerance of {skew} seconds that you chose still lets it pass.',
  never: 'Its nbf, {nbf}, is not before its exp, {exp}, so there is no moment at which it may be used.',
  'never-read':
    'Read as seconds, its nbf is not before its exp, so there is no moment at which it may be used.',
  'in-unit':
    'Its {claim}, “{written}”, seems to count {unit}, and so it would be {at}. Verifiers count seconds, and read a date far in the {when}.',
  'no-time': 'Its {claim}, “{written}”, is too {how} to be a time.',
  'not-judged': 'So nobody can tell {when} it may be used.',
  revoked: 'Whether it was revoked meanwhile, the token itself cannot show.',

  // How it is protected.
  level: 'Level {place} is {kind}.',
  checking: 'It is being checked.',
  'header-broken': 'Its header is broken, so nobody can tell how it was signed.',
  crit: 'It demands (crit) that its reader understands “{names}”. Who does not must refuse it, and so does this page.',
  'crit-malformed':
    'What it demands of its reader (crit) is not written as it must be, so whoever gets it must refuse it.',
  'brings-key':
    'Its header brings a key, or points to one ({names}). By itself that proves nothing, for anyone can do so.',
  'payload-wanted': 'To check its signature the payload is needed too: give it below the token.',
  mac: 'It names {alg}: one shared secret makes and checks the signature. Whoever can check this token could also have made it.',
  'private-key':
    'It names {alg}: a private key makes the signature, and the public key that belongs to it checks it.',
  none: 'Its alg is none: no signature protects it, and anyone can have written it.',
  'none-signed':
    'Its alg is none, and yet something stands where a signature would be. A verifier must refuse it.',
  'alg-unknown': 'It names the algorithm “{alg}”, which is not a signature algorithm that this page knows.',
  'alg-missing': 'Its header names no algorithm (alg), so nobody can check its signature.',
  'no-signature': 'It has no signature, although {alg} makes one: anyone can have written it.',
  unsigned: 'It has no signature: anyone can have written it.',
  signatures:
    'It carries {count} signatures. Matching a key you supplied: {matching}; not matching: {failing}; not checked: {rest}.',
  unchecked:
    'Its signature has not been checked: that needs {wanted}. Until then, anyone could have written it.',
  verified:
    'Verified here: the signature matches the key you supplied, so nothing was altered since it was signed.',
  matches: 'The signature matches the key you supplied.',
  unprotected: 'It does not cover the unprotected header, which anyone can change.',
  weak: 'That key is so weak that the match proves nothing.',
  'key-text': 'The secret is the text of a key: if that key is public, anyone can make such tokens.',
  'own-key': 'That key came with the token itself, so the match does not show who made it.',
  failed:
    'Not verified: the signature does not match the key you supplied. Either it is the wrong key, or the token was altered.',
  'failed-outright': 'Not verified: the signature cannot have been made with the key you supplied.',
  uncheckable: 'Its signature could not be checked; the verdict says why.',
  unverifiable: 'Nothing of it can be verified.',
  encrypted: 'It names {enc} for encrypting the content, and {alg} for the key to it.',
  'encrypted-directly':
    'It names {enc} for encrypting the content, with a key that both sides share already (dir).',
  recipients: 'It is encrypted for {count} recipients, each with a key of their own.',
  'header-differs':
    'Its header and the claims inside disagree on {names}, so its recipient should refuse it.',
  'encryption-unknown': 'Its header does not name a known way of encrypting.',
  closed: 'It has not been opened: that needs {key}. What it claims cannot be read here.',
  opened: 'It was opened here with the key you supplied.',
  'opened-unsigned': 'What was inside is not signed: encryption alone does not show who wrote it.',
  'opened-covered': 'The signature around it covers the encrypted text, whoever wrote what is inside.',
  'not-opened': 'It was not opened: the key you supplied does not fit, or the token was altered.',
  'cannot-open': 'It could not be opened; the verdict says why.',
  'nothing-selective': 'Nothing in it can be held back, and nothing is disclosed.',
  'none-disclosed':
    'It discloses nothing. Without a disclosure: {hidden}. What each stands for is held back, or it is a decoy.',
  'all-disclosed': 'It discloses {shown} and holds nothing back.',
  disclosed:
    'It discloses {shown}. Without a disclosure: {hidden}. What each stands for is held back, or it is a decoy.',
  'disclosures-refused': 'Its disclosures do not fit what was signed, so whoever gets it must reject it.',
  unbound: 'No Key Binding JWT came with it: whoever has a copy can present it.',
  'unbound-named':
    'It names its holder’s key (cnf), but without a Key Binding JWT nothing shows who presents it.',
  bound: 'Its Key Binding JWT was made just now, by whoever holds the key that the credential names (cnf).',
  'bound-once':
    'Its Key Binding JWT was made {ago}, by whoever then held the key that the credential names (cnf).',
  'binding-unfit':
    'Its Key Binding JWT does not fit the time, or what you expect, so its verifier must refuse it.',
  'binding-refused': 'Its Key Binding JWT does not hold, so whoever gets it must reject it.',
  'binding-unchecked': 'Its Key Binding JWT has not been checked: the holder’s key is not at hand.',
  possession:
    'Its signature matches the key that it brings: whoever made it had that key. Whose key that is, it does not show.',
  'possession-failed': 'Its signature does not match the key that it brings.',
  'proof-refused': 'It breaks a rule for DPoP proofs, so whoever gets it must refuse it.',
  'key-bound': 'It is bound to a key (cnf): whoever uses it must also prove to hold that key.',
  bearer:
    'Nothing binds it to its holder (a bearer token): whoever has a copy can use it just as the holder can.',
} as const

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never

export type StatementCode = keyof typeof sentences
type ValuesOf<Code extends StatementCode> = Readonly<Record<Slots<(typeof sentences)[Code]>, string>>

/** One thing that is said of a token, with all values that its sentence needs: the compiler asks for them. */
export type Statement = {
  [Code in StatementCode]: { readonly code: Code; readonly values: ValuesOf<Code> }
}[StatementCode]

export function say<Code extends StatementCode>(
  code: Code,
  ...values: [keyof ValuesOf<Code>] extends [never] ? [] : [ValuesOf<Code>]
): Statement {
  return { code, values: values[0] ?? {} } as Statement
}

/** A stretch of a sentence; one that came with the token must be kept apart from the words around it. */
export interface Piece {
  readonly text: string
  readonly isForeign: boolean
}

export function piecesOf({ code, values }: Statement): Piece[] {
  return sentences[code]
    .split(/(“?\{\w+\}”?)/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^“?\{(\w+)\}/.exec(part)?.[1]
      if (name === undefined) return { text: part, isForeign: false }
      const value = (values as Readonly<Record<string, string>>)[name] ?? ''
      return part.startsWith('“')
        ? { text: `“${quotable(value)}”`, isForeign: true }
        : { text: value, isForeign: false }
    })
}

/** The statement as plain text, to be copied. */
export function sentenceOf(statement: Statement): string {
  return piecesOf(statement)
    .map(({ text }) => text)
    .join('')
}

/** Longest value that is quoted whole, in UTF-16 units: an issuer’s address can be long. */
const LONGEST = 120

/** A value that cannot end its own quotation, and go on in our name. */
function quotable(value: string): string {
  return foreignUpTo(LONGEST, value).replaceAll(/[“”„‟]/g, '"')
}

/** The claims of which a sentence speaks, in a newcomer's words. */
export const claimNames = {
  iss: 'issuer',
  sub: 'subject',
  aud: 'audience',
  exp: 'expiry',
  nbf: 'beginning',
  iat: 'time of issue',
  cnf: 'holder’s key',
} as const

/** What is not said where one of these is missing. */
export const unsaid = {
  iss: 'who issued it (iss)',
  sub: 'whom it is about (sub)',
  aud: 'for whom it is meant (aud)',
} as const

const signedIn = 'tells a client who signed in (authentication), and no API should accept it for access'
const mayDo = 'tells an API what its caller may do (authorization)'

/** What a kind of token is for, after “Such a token”; by the id of its profile. */
export const purposes: Readonly<Record<string, string>> = {
  rfc9068: mayDo,
  'simplejwt-access': 'tells Django REST Framework which user is calling',
  'cognito-access': mayDo,
  'simplejwt-refresh': 'is exchanged for a new access token, and no API view should accept it',
  'simplejwt-sliding': 'is access token and refresh token in one',
  'oidc-id-token': signedIn,
  'cognito-id': signedIn,
  'firebase-id': 'tells an app and its own backend who signed in (authentication)',
  dpop: 'shows, for one request, that its sender holds a key',
  'client-assertion': 'tells an authorization server which client is asking',
  'sd-jwt-vc': 'is a credential, which its holder shows to others',
  'kb-jwt': 'shows a verifier that its sender holds a key',
  'k8s-sa': 'lets a pod call the API of its cluster',
  'github-oidc': 'tells a cloud which workflow is running',
  set: 'reports that something happened, and grants nothing',
  'oidc-logout': 'tells a client that a session has ended',
}
