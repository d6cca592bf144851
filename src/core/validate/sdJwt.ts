import { digestOf, type HashName } from '../crypto/digest.ts'
import { isObject } from '../decode/content.ts'
import { segmentMap } from '../decode/segments.ts'
import type { SdJwt } from '../decode/token.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { processedPayload } from './processed.ts'
import type { IssuerPayload, Linked, SelectiveFault } from './selective.ts'
import { linkDisclosures, selectiveHash } from './selective.ts'

/** An SD-JWT with its Disclosures hashed: from here on nothing has to be waited for. */
export interface Digested {
  readonly sdJwt: SdJwt
  readonly payload: IssuerPayload | null
  /** Null where no hash can be made, for the reason in `refusal`. */
  readonly hash: HashName | null
  /** The digest of each Disclosure, in base64url. */
  readonly digests: readonly string[]
  /** Why nothing can be linked at all. */
  readonly refusal: Fault<SelectiveFault> | null
}

/** What a verifier that gets some of the Disclosures is left with. */
export interface Seen extends Linked {
  /** The Processed SD-JWT Payload as JSON text; null where the SD-JWT must be rejected. */
  readonly processed: string | null
}

/** Hashes the Disclosures (RFC 9901 section 4.2.3). Rejects where the page has no WebCrypto. */
export async function digestDisclosures(sdJwt: SdJwt): Promise<Digested> {
  const { payloadContent, segments, disclosures } = sdJwt
  const nothing = { sdJwt, hash: null, digests: [] }
  const map = segmentMap(sdJwt, 'payload')
  if (!isObject(payloadContent) || map === null) {
    const at = segments[1]?.span ?? sdJwt.span
    return { ...nothing, payload: null, refusal: fault('sd-payload', at) }
  }
  const { document } = payloadContent
  const payload: IssuerPayload = {
    document,
    at: (node) => map.charactersOf(map.octetsOf({ from: document.from[node]!, to: document.to[node]! })),
  }
  const hash = selectiveHash(payload)
  if (typeof hash !== 'string') return { ...nothing, payload, refusal: hash }
  const digests = await Promise.all(disclosures.map(({ encoded }) => digestOf(hash, encoded)))
  return { sdJwt, payload, hash, digests, refusal: null }
}

/** The indexes of all Disclosures: what is presented as it stands. */
export function allShown({ disclosures }: SdJwt): ReadonlySet<number> {
  return new Set(disclosures.keys())
}

/** Verifies and processes an SD-JWT of which only the Disclosures with an index in `shown` are sent (RFC 9901 section 7.1). */
export function see({ sdJwt, payload, digests, refusal }: Digested, shown: ReadonlySet<number>): Seen {
  if (payload === null || refusal !== null) {
    const places = sdJwt.disclosures.map(() => null)
    return { places, unanswered: [], faults: refusal === null ? [] : [refusal], processed: null }
  }
  const linked = linkDisclosures(payload, sdJwt.disclosures, digests, shown)
  const processed = linked.faults.length > 0 ? null : processedPayload(payload, sdJwt.disclosures, linked)
  return { ...linked, processed }
}
