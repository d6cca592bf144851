import type { Check } from '../../core/validate/check.ts'
import type { DpopCheckName } from '../../core/validate/dpop.ts'
import type { HashCheckName } from '../../core/validate/hashes.ts'
import type { KeyBindingCheckName } from '../../core/validate/keyBinding.ts'
import { foreign } from './foreign.ts'

type Words = (check: Check) => string

const quoted = (value: string | number | undefined) => `“${foreign(value)}”`

/** `why` of a claim that is not there or not what it must be; null where it is. */
function unfit({ values: { why, value } }: Check): string | null {
  if (why === 'missing') return 'Missing, and required.'
  if (why === 'no-string')
    return `Must be a string${value === undefined ? '' : `, and is ${foreign(value)}`}.`
  return null
}

/** Of a claim that is compared with something else: how it is called, and what to do where there is none. */
function compare(other: string, missing: string): Words {
  return (check) => {
    const { found, expected } = check.values
    const fault = unfit(check)
    if (fault !== null) return fault
    if (check.outcome === 'met') return `${quoted(found)}, as ${other}.`
    if (check.outcome === 'broken') return `${quoted(found)}, but ${other} gives ${quoted(expected)}.`
    return `${quoted(found)}. Not compared: ${missing}`
  }
}

function span(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400).toLocaleString('en')} days`
}

const made: Words = (check) => {
  const { why, value, seconds } = check.values
  if (why === 'no-number') return `Must be a number of seconds, and is ${foreign(value)}.`
  if (why === 'over') return `It expired ${span(Number(seconds))} ago.`
  if (why === 'ahead') return `Made ${span(Number(seconds))} ahead of your clock.`
  if (seconds === undefined) return unfit(check) ?? ''
  return check.outcome === 'met'
    ? `Made ${span(Number(seconds))} ago.`
    : `Made ${span(Number(seconds))} ago. Verifiers commonly allow minutes; now it would count as replayed.`
}

const confirmations: Readonly<Record<string, string>> = {
  jwk: 'Holder key named by the issuer, in cnf',
  kid: 'Holder key named by the issuer (cnf.kid), found among your keys',
  jkt: 'Holder key named by the issuer (cnf.jkt), found among your keys',
}

/** What each check found, in a sentence; the compiler asks for an entry for each. */
const words: Readonly<Record<KeyBindingCheckName | DpopCheckName | HashCheckName, Words>> = {
  'kb-key': ({ outcome, values: { by, thumbprint, method, value } }) => {
    if (outcome === 'met') return `${confirmations[String(by)]}: thumbprint ${thumbprint}.`
    if (by === 'nothing') return 'The issuer names no holder key (cnf), so nothing can be bound to it.'
    if (outcome === 'broken') return 'cnf holds no key that can be read.'
    return `The issuer names the holder’s key only by ${foreign(method)} ${foreign(value)}. Put that key into the Key box beside the issuer’s, in one JWK set.`
  },
  'kb-signature': ({ outcome, values: { alg, why } }) => {
    if (outcome === 'met') return `${alg}, matches the holder key named by the issuer.`
    if (why === 'none') return 'None: alg is none.'
    if (why === 'mac') return `${foreign(alg)} is no signature: it proves nothing about the holder.`
    if (outcome === 'broken') return 'Does not match the holder key named by the issuer.'
    return why === undefined
      ? 'Not checked: the holder’s key is not at hand.'
      : `${foreign(alg)} could not be checked with this key.`
  },
  'kb-typ': ({ outcome, values: { typ } }) =>
    outcome === 'met'
      ? 'kb+jwt.'
      : typ === ''
        ? 'Missing: it must be kb+jwt.'
        : `${quoted(typ)}: it must be kb+jwt.`,
  'kb-iat': made,
  'kb-nonce': compare('you expect', 'say below which nonce the verifier sent.'),
  'kb-aud': compare('you expect', 'say below who the verifier is.'),
  'kb-sd-hash': (check) =>
    unfit(check) ??
    (check.outcome === 'met'
      ? 'The hash of what is presented here.'
      : check.outcome === 'broken'
        ? `Of another presentation: here it is ${foreign(check.values.expected)}. A disclosure was added, removed or moved after the holder signed.`
        : 'Not compared: the hash is not known.'),
  'dpop-alg': ({ outcome, values: { alg } }) =>
    outcome === 'met'
      ? `${foreign(alg)}.`
      : `${alg === '' ? 'Missing' : quoted(alg)}: a proof is signed with a private key, so neither none nor a MAC will do.`,
  'dpop-jwk': ({ values: { why, thumbprint } }) =>
    ({
      private: 'It has private members: the client gives its secret away, and the proof must be refused.',
      unreadable: 'No public key that can be read.',
      absent: 'Missing: the proof must bring its public key.',
    })[String(why)] ?? `A public key, thumbprint ${thumbprint}.`,
  'dpop-signature': ({ outcome }) =>
    outcome === 'met'
      ? 'Matches the proof’s own key, which is what DPoP asks.'
      : outcome === 'broken'
        ? 'Does not match the proof’s own key.'
        : 'Not checked: the proof’s own key cannot be used.',
  'dpop-jti': (check) =>
    unfit(check) ?? `${quoted(check.values.found)}. The server must not have seen it before.`,
  'dpop-htm': compare('the request', 'paste the request too, raw or as a curl command.'),
  'dpop-htu': compare('the request', 'paste the request too, raw or as a curl command.'),
  'dpop-nonce': (check) =>
    check.values.why === 'missing'
      ? `Missing, though the server asks for ${quoted(check.values.expected)}.`
      : compare('the server’s DPoP-Nonce', 'paste the server’s answer too.')(check),
  'dpop-iat': made,
  'dpop-ath': (check) =>
    check.values.why === 'missing'
      ? 'Missing, though an access token comes with the proof.'
      : (unfit(check) ??
        (check.outcome === 'met'
          ? 'The hash of the access token beside it.'
          : check.outcome === 'broken'
            ? `Of another access token: the one here hashes to ${foreign(check.values.expected)}.`
            : 'Not compared: paste the access token too.')),
  'dpop-jkt': ({ outcome, values: { why, boundTo, thumbprint } }) =>
    outcome === 'met'
      ? 'The access token is bound to the proof’s key.'
      : why === 'unbound'
        ? 'The access token is bound to no key: it has no cnf.jkt.'
        : outcome === 'broken'
          ? `The access token is bound to ${foreign(boundTo)}, the proof’s key is ${thumbprint}.`
          : 'Not compared: the access token cannot be read, so only the server knows its key.',
  at_hash: hashed('access token'),
  c_hash: hashed('code'),
  s_hash: hashed('state'),
  nonce: compare('the request', 'paste the authorization request too.'),
}

function hashed(what: string): Words {
  return (check) => {
    const { why, alg, expected } = check.values
    if (why === 'alg') return `Not compared: no hash is laid down for ${foreign(alg)}.`
    if (check.outcome === 'met') return `Left half of the hash of the ${what} beside it.`
    if (check.outcome === 'undecided') return `Not compared: paste the ${what} too.`
    return unfit(check) ?? `Of another ${what}: the one here gives ${foreign(expected)}.`
  }
}

export type CheckName = keyof typeof words

const labels: Partial<Record<CheckName, string>> = {
  'kb-key': 'Holder key',
  'kb-signature': 'Signature',
  'dpop-signature': 'Signature',
  'dpop-jkt': 'cnf.jkt',
  'kb-sd-hash': 'sd_hash',
}

/** What is checked, by its name in the token where it has one, and what came of it. */
export function checkText(check: Check<CheckName>): { readonly label: string; readonly text: string } {
  const { name } = check
  return { label: labels[name] ?? name.replace(/^(?:kb|dpop)-/, ''), text: words[name](check) }
}

export const outcomeWords = { met: 'Holds', broken: 'Does not hold', undecided: 'Not compared' } as const
