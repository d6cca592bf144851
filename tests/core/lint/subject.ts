import { profiles } from '../../../src/content/profiles/index.ts'
import { vendors } from '../../../src/content/vendors/index.ts'
import { verifyWithKeys } from '../../../src/core/crypto/choose.ts'
import { isObject } from '../../../src/core/decode/content.ts'
import { signingInput } from '../../../src/core/decode/signingInput.ts'
import type { Content } from '../../../src/core/decode/token.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { Finding, Subject } from '../../../src/core/lint/finding.ts'
import { lint, probe } from '../../../src/core/lint/index.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { knownIssuers } from '../../../src/core/validate/issuer.ts'
import { recognizeProfile } from '../../../src/core/validate/profile/recognize.ts'
import { proofs } from '../../../src/core/validate/proofs.ts'

export const NOW = 1_800_000_000

export const encode = (text: string | Uint8Array) =>
  writeBase64url(typeof text === 'string' ? new TextEncoder().encode(text) : text)

export function token(
  header: object | string,
  payload: object | string,
  signature: string | Uint8Array = new Uint8Array(32).fill(1),
) {
  const part = (value: object | string) => encode(typeof value === 'string' ? value : JSON.stringify(value))
  return `${part(header)}.${part(payload)}.${typeof signature === 'string' ? signature : encode(signature)}`
}

/** A subject of which nothing is known but the token. */
export function bareSubject(text: string, token: Subject['token']): Subject {
  const object = (content: Content | null) =>
    content !== null && isObject(content) ? content.document : null
  const [header, claims] = [object(token.headerContent), object(token.payloadContent)]
  const issuers = knownIssuers(vendors, claims)
  return {
    text,
    token,
    kind: recognizeProfile(profiles, header, claims, token.kind).profile.id,
    issuerKnown: issuers.length > 0,
    issuerLacks: issuers.flatMap(({ vendor }) => vendor.lacks ?? []),
    decryption: null,
    inner: null,
    others: [],
    proofs: null,
    keyText: '',
    keys: null,
    keyFault: null,
    key: null,
    verification: null,
    issuer: null,
    now: NOW,
    skew: 0,
  }
}

/** A subject as the page makes it: the token and the key, with the signature checked. */
export async function subjectFrom(text: string, keyText = '', more: Partial<Subject> = {}): Promise<Subject> {
  const decoded = inspect(text).token!
  const reading = keyText === '' ? null : await readKeys(keyText, 'detect')
  const keys = reading?.ok ? reading.value : null
  let choice = null
  if (decoded.kind === 'jws') {
    const input = signingInput(text, decoded)
    choice = await verifyWithKeys(
      {
        header: decoded.header,
        signingInput: typeof input === 'string' ? new TextEncoder().encode(input) : input,
        signature: decoded.segments[2]!.octets,
      },
      keys,
    )
  }
  const signed = decoded.kind === 'jws' || decoded.kind === 'sd-jwt'
  return {
    ...bareSubject(text, decoded),
    proofs: signed ? await proofs(text, decoded, { text, others: [] }, keys) : null,
    keyText,
    keys,
    keyFault: reading !== null && !reading.ok ? reading.fault : null,
    key: choice?.key ?? null,
    verification: choice?.verification ?? null,
    ...more,
  }
}

export async function findingsOf(
  text: string,
  keyText = '',
  more: Partial<Subject> = {},
): Promise<Finding[]> {
  const subject = await subjectFrom(text, keyText, more)
  return [...lint(subject), ...(await probe(subject))]
}
