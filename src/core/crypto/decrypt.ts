import { headerParameter } from '../decode/joseHeader.ts'
import { authenticatedData, withRecipient } from '../decode/signingInput.ts'
import type { Content, JoseHeader, Jwe } from '../decode/token.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import { type Fault, fault } from '../text/result.ts'
import { algorithmOf } from './algorithms.ts'
import { contentKey, type Step } from './contentKey.ts'
import type { DecryptFault, Decryption, OpeningFault, Permits } from './decryption.ts'
import { decryptionMisfit } from './decryptionFit.ts'
import {
  type ContentEncryption,
  contentEncryptionOf,
  contentEncryptions,
  type KeyManagement,
  keyManagementOf,
  keyManagements,
} from './encryption.ts'
import { contentLengthFault, inflated, openContent, type SealedContent } from './openContent.ts'

/** What came of opening a JWE with the keys of a set. */
export interface Opening {
  readonly decryption: Decryption
  /** The key that decided: the one that opens it, else the only one that comes into question; null where that is none or several. */
  readonly key: KeyMaterial | null
  /** How often a key was tried on a recipient's encrypted key. */
  readonly tried: number
}

/** Keys tried on recipients in all: each try may cost milliseconds. */
const MOST_TRIES = 100

const NOWHERE = { from: 0, to: 0 }

interface Try {
  readonly recipient: number
  readonly management: KeyManagement
  readonly key: KeyMaterial
}

/**
 * Opens a JWE (RFC 7516 section 5.2) with whichever of the keys opens it for one of its recipients: those that `kid` names
 * first. `text` is what the token was decoded from. Never rejects.
 */
export async function openWithKeys(
  text: string,
  token: Jwe,
  keys: KeySet | null,
  permits: Permits,
): Promise<Opening> {
  const enc = judgedEnc(token)
  if ('code' in enc) return closed({ state: 'impossible', reason: enc })
  const managements = token.recipients.map(({ header }) => managementFor(header))
  const known = managements.findIndex((management) => !('code' in management))
  if (known < 0) return closed({ state: 'impossible', reason: managements[0] as Fault<DecryptFault> })
  if (keys === null) return closed({ state: 'needs-key' })

  const tries: Try[] = []
  let misfit: Fault | null = null
  managements.forEach((management, recipient) => {
    if ('code' in management) return
    for (const key of keys.keys) {
      const found = decryptionMisfit(key, management, enc)
      if (found === null) tries.push({ recipient, management, key })
      else misfit ??= found
    }
  })
  const only = keys.keys.length === 1 ? keys.keys[0]! : null
  if (tries.length === 0) {
    const { alg } = managements[known] as KeyManagement
    const none = fault('fit-none', NOWHERE, { alg, count: keys.keys.length })
    return closed({ state: 'impossible', reason: only === null ? none : (misfit ?? none) }, only)
  }
  const named = ({ recipient, key }: Try) => {
    const { kid } = token.recipients[recipient]!.header
    return kid !== null && key.jwk.kid === kid
  }
  const ordered = [...tries.filter(named), ...tries.filter((one) => !named(one))].slice(0, MOST_TRIES)
  let first: Decryption | null = null
  let tried = 0
  for (const one of ordered) {
    tried++
    const decryption = await decryptionOf(text, token, enc, one, permits)
    if (decryption.state === 'decrypted') return { decryption, key: one.key, tried }
    // That something is to be asked, or was refused, is worth more than that another key does not fit.
    if (first === null || (first.state === 'failed' && decryption.state === 'impossible')) first = decryption
  }
  const distinct = new Set(tries.map(({ key }) => key))
  return { decryption: first!, key: distinct.size === 1 ? ordered[0]!.key : null, tried }
}

function closed(decryption: Decryption, key: KeyMaterial | null = null): Opening {
  return { decryption, key, tried: 0 }
}

async function decryptionOf(
  text: string,
  token: Jwe,
  enc: ContentEncryption,
  one: Try,
  permits: Permits,
): Promise<Decryption> {
  let step: Step
  try {
    step = await open(text, withRecipient(token, one.recipient), enc, one, permits)
  } catch {
    step = { ok: false, fault: platformFault(one) }
  }
  if (step.ok) return { state: 'decrypted', plaintext: step.value, recipient: one.recipient }
  return step.fault.code.startsWith('open-')
    ? { state: 'failed', note: step.fault as Fault<OpeningFault> }
    : { state: 'impossible', reason: step.fault as Fault<DecryptFault> }
}

async function open(
  text: string,
  token: Jwe,
  enc: ContentEncryption,
  { recipient, management, key }: Try,
  permits: Permits,
): Promise<Step> {
  const content = sealedContent(text, token)
  const wrong = contentLengthFault(enc, content)
  if (wrong !== null) return wrong
  const headers = headersOf(token, recipient)
  const encryptedKey = token.segments[1]!.octets
  const unlocked = await contentKey({ management, enc, key, headers, encryptedKey }, permits)
  if (!unlocked.ok) return unlocked
  const direct = management.way === 'direct' || (management.way === 'agree' && management.wrapping === null)
  const opened = await openContent(enc, unlocked.value, content, direct)
  const zip = headerParameter([token.headerContent], 'zip')
  return opened.ok && zip !== undefined ? inflated(opened.value, permits) : opened
}

/** The headers that apply to a recipient, the protected one first. */
export function headersOf(token: Jwe, recipient: number): Content[] {
  const open = [token.recipients[recipient]?.unprotected, token.unprotected].filter(
    (header) => header != null,
  )
  return [token.headerContent, ...open.map(({ content }) => content)]
}

function sealedContent(text: string, token: Jwe): SealedContent {
  const octets = (name: string) => token.segments.find((segment) => segment.name === name)!.octets
  return {
    iv: octets('iv'),
    ciphertext: octets('ciphertext'),
    tag: octets('tag'),
    aad: new TextEncoder().encode(authenticatedData(text, token)),
  }
}

/** The content encryption, or what keeps every key from being tried. */
function judgedEnc(token: Jwe): ContentEncryption | Fault<DecryptFault> {
  const { crit, enc } = token.header
  if (crit === 'malformed') return fault('crypto-crit-malformed', NOWHERE)
  if (crit !== null) return fault('crypto-crit-unknown', NOWHERE, { names: crit.join(', ') })
  if (enc === null) return fault('crypto-enc-missing', NOWHERE)
  const known = contentEncryptionOf(enc)
  if (known === null) {
    const meant = meantBy(
      enc,
      contentEncryptions.map((one) => one.enc),
    )
    if (meant !== null) return fault('crypto-encryption-case', NOWHERE, { name: 'enc', value: enc, meant })
    return fault('crypto-enc-unknown', NOWHERE, { enc })
  }
  const zip = headerParameter([token.headerContent], 'zip')
  if (zip === undefined || zip === 'DEF') return known
  return fault('crypto-zip-unknown', NOWHERE, { zip: typeof zip === 'string' ? zip : JSON.stringify(zip) })
}

function managementFor({ alg, hasAlg }: JoseHeader): KeyManagement | Fault<DecryptFault> {
  if (alg === null) return fault('crypto-alg-missing', NOWHERE, { isThere: Number(hasAlg) })
  const known = keyManagementOf(alg)
  if (known !== null) return known
  const meant = meantBy(
    alg,
    keyManagements.map((one) => one.alg),
  )
  if (meant !== null) return fault('crypto-encryption-case', NOWHERE, { name: 'alg', value: alg, meant })
  return fault(algorithmOf(alg) === null ? 'crypto-alg-unknown' : 'crypto-alg-signature', NOWHERE, { alg })
}

function meantBy(name: string, known: readonly string[]): string | null {
  return known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null
}

function platformFault({ management: { alg }, key }: Try): Fault<DecryptFault> {
  if (globalThis.crypto?.subtle === undefined) return fault('crypto-no-webcrypto', NOWHERE)
  return fault('crypto-key-rejected', NOWHERE, { alg, kty: key.jwk.kty ?? '', bits: key.bits })
}
