import { digestOf } from '../crypto/digest.ts'
import type { Verification } from '../crypto/verification.ts'
import { verifySignature } from '../crypto/verify.ts'
import { isObject } from '../decode/content.ts'
import { presentation } from '../decode/sdJwt.ts'
import { signingInput } from '../decode/signingInput.ts'
import type { Jws, SdJwt } from '../decode/token.ts'
import type { JsonDocument, NodeId } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { memberValue } from '../json/read.ts'
import { scanJson } from '../json/scan.ts'
import type { KeyMaterial, KeySet } from '../keys/material.ts'
import { thumbprint } from '../keys/thumbprint.ts'
import type { Fault } from '../text/result.ts'
import { confirmationOf, confirmedKey, readEmbedded } from './confirmation.ts'
import type { Proof } from './dpop.ts'
import { checkKeyBinding, type KeyBinding } from './keyBinding.ts'
import { PRIVATE_MEMBERS } from './profile/demand.ts'
import { allShown, type Digested, digestDisclosures, type Seen, see } from './sdJwt.ts'
import { type SelectiveNotice, selectiveNotices } from './selectiveNotices.ts'

/** All that is worked out of an SD-JWT besides the issuer's signature. */
export interface Presented {
  readonly digested: Digested
  /** As it was presented: with every Disclosure that came. */
  readonly seen: Seen
  /** The Processed SD-JWT Payload; null where it must be rejected. */
  readonly claims: JsonDocument | null
  readonly notices: readonly Fault<SelectiveNotice>[]
  /** Null where there is no Key Binding JWT. */
  readonly binding: KeyBinding | null
}

/**
 * Hashes, links and processes what is presented, and checks the Key Binding JWT's signature with the key that the issuer
 * names (RFC 9901 section 7.3). `supplied` is searched where the issuer names it by `kid` only. Rejects where the page has
 * no WebCrypto.
 */
export async function examine(text: string, sdJwt: SdJwt, supplied: KeySet | null): Promise<Presented> {
  const digested = await digestDisclosures(sdJwt)
  const all = allShown(sdJwt)
  const seen = see(digested, all)
  const { payload, hash } = digested
  const notices = payload === null ? [] : selectiveNotices(payload, sdJwt.disclosures, seen)
  const claims = seen.processed === null ? null : scanJson(seen.processed).document
  const { keyBinding } = sdJwt
  if (keyBinding === null) return { digested, seen, claims, notices, binding: null }
  // The issuer may have made cnf itself selectively disclosable.
  const named = claims ?? payload?.document
  const confirmation = named === undefined ? ({ by: 'nothing' } as const) : confirmationOf(named)
  const key = await confirmedKey(confirmation, supplied)
  const binding: KeyBinding = {
    jwt: keyBinding,
    confirmation,
    thumbprint: key && (await thumbprint(key)),
    verification: await verifyWith(text, keyBinding, key),
    sdHash: hash === null ? null : await digestOf(hash, presentation(text, sdJwt, all)),
  }
  return { digested, seen, claims, notices, binding }
}

/** Why whoever gets it must reject what is presented, whatever the issuer's signature says; null where nothing is known against it. */
export function rejectionOf({ seen, binding }: Presented): 'disclosures' | 'key-binding' | null {
  if (seen.faults.length > 0) return 'disclosures'
  if (binding === null) return null
  const here = { audience: '', nonce: '', now: 0, skew: Number.POSITIVE_INFINITY }
  return checkKeyBinding(binding, here).some(({ refused }) => refused) ? 'key-binding' : null
}

/** A DPoP proof with its signature checked by its own key (RFC 9449 section 4.3): that shows possession, and nothing else. */
export async function examineProof(text: string, jwt: Jws): Promise<Proof> {
  const nothing = { jwt, thumbprint: null, verification: { state: 'needs-key' } } as const
  const brought = broughtKey(jwt)
  if (brought === null) return { ...nothing, jwk: 'absent' }
  const { document, node } = brought
  const isPrivate = PRIVATE_MEMBERS.some((name) => memberValue(document, node, name) !== null)
  const key = await readBrought(brought)
  if (key === null) return { ...nothing, jwk: isPrivate ? 'private' : 'unreadable' }
  return {
    jwt,
    jwk: isPrivate ? 'private' : 'public',
    thumbprint: isPrivate && key.jwk.kty === 'oct' ? null : await thumbprint(key),
    verification: await verifyWith(text, jwt, key),
  }
}

/** The key that a DPoP proof brings in its header, and that no other token may be verified by; null where it cannot be read. */
export async function ownKey(jwt: Jws): Promise<KeyMaterial | null> {
  const brought = broughtKey(jwt)
  return brought && readBrought(brought)
}

/** Where a header has a key. */
interface Brought {
  readonly document: JsonDocument
  readonly node: NodeId
}

async function readBrought({ document, node }: Brought): Promise<KeyMaterial | null> {
  if (document.kind[node] !== Kind.object) return null
  return readEmbedded(document.text.slice(document.from[node], document.to[node]))
}

function broughtKey({ headerContent }: Jws): Brought | null {
  const document = isObject(headerContent) ? headerContent.document : null
  const node = document && memberValue(document, 0, 'jwk')
  return document === null || node === null ? null : { document, node }
}

const encoder = new TextEncoder()

async function verifyWith(text: string, jwt: Jws, key: KeyMaterial | null): Promise<Verification> {
  const input = signingInput(text, jwt)
  return verifySignature({
    header: jwt.header,
    signingInput: typeof input === 'string' ? encoder.encode(input) : input,
    signature: jwt.segments[2]!.octets,
    key,
  })
}
