import type { Disclosure } from '../decode/token.ts'
import { stringValue } from '../json/read.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import { embeddedDigests } from './embeddedDigests.ts'
import type { IssuerPayload, Linked } from './selective.ts'

/** What is wrong with how an SD-JWT was issued, though it is not to be rejected for it. */
export type SelectiveNotice =
  /** `_sd_alg` below the top level, where RFC 9901 section 4.1.1 forbids it. */
  | 'sd-alg-nested'
  /** A salt that another Disclosure has too (RFC 9901 section 9.3). */
  | 'salt-repeated'
  /** A salt of fewer characters than 128 bits take in base64url (`length`; RFC 9901 section 9.3). */
  | 'salt-short'
  /** A claim that decides validity can be held back (`name`; RFC 9901 section 9.7). */
  | 'claim-withholdable'

/** 128 bits in base64url. */
const SALT_LENGTH = 22

/** Claims that a verifier must see (RFC 9901 section 9.7; the last three: SD-JWT VC). */
const critical = new Set(['iss', 'aud', 'exp', 'nbf', 'cnf', 'vct', 'vct#integrity', 'status'])

/** Each kind is told once, of the first place where it is so. Spans count in the pasted text. */
export function selectiveNotices(
  { document, at }: IssuerPayload,
  disclosures: readonly Disclosure[],
  { places }: Linked,
): readonly Fault<SelectiveNotice>[] {
  const notices = new Map<SelectiveNotice, Fault<SelectiveNotice>>()
  const tell = (notice: Fault<SelectiveNotice>) => {
    if (!notices.has(notice.code)) notices.set(notice.code, notice)
  }
  const nested = embeddedDigests(document, 0, true).misplaced.find(({ code }) => code === 'sd-alg-nested')
  if (nested !== undefined) tell(fault('sd-alg-nested', at(nested.node)))
  const salts = new Set<string>()
  for (const [index, { segment, content, elements }] of disclosures.entries()) {
    if (elements === null || content.kind !== 'json') continue
    const salt = stringValue(content.document, elements.salt)
    if (salts.has(salt)) tell(fault('salt-repeated', segment.span))
    if (salt.length < SALT_LENGTH) tell(fault('salt-short', segment.span, { length: salt.length }))
    salts.add(salt)
    const place = places[index]
    if (elements.name === null || place?.source !== 'payload' || place.place !== 0) continue
    const name = stringValue(content.document, elements.name)
    if (critical.has(name)) tell(fault('claim-withholdable', segment.span, { name }))
  }
  return [...notices.values()]
}
