import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { Span } from '../text/span.ts'
import { decodeCompact } from './compact.ts'
import { readDisclosure } from './disclosure.ts'
import { charactersIn } from './signingInput.ts'
import type { Disclosure, Jws, SdJwt } from './token.ts'

/** More Disclosures than anybody issues; those past it are not looked at. */
export const MAX_DISCLOSURES = 10_000

/**
 * Takes an SD-JWT or SD-JWT+KB in compact serialization apart (RFC 9901 section 4); null where there is no tilde, or where
 * what stands before the first one is no JWS with an encoded payload.
 */
export function decodeSdJwt(text: string, span: Span): SdJwt | null {
  const spans = tildeSpans(text, span)
  if (spans.length === 1) return null
  const jws = decodeCompact(text, spans[0]!)
  if (jws.kind !== 'jws' || !jws.header.b64) return null
  const last = spans.at(-1)!
  const faults: Fault[] = []
  let parts = spans.slice(1, -1)
  let keyBinding: Jws | null = null
  if (last.from < last.to) {
    const dot = text.indexOf('.', last.from)
    if (dot < 0 || dot >= last.to) {
      faults.push(fault('sd-jwt-last-tilde', { from: last.to, to: last.to }))
      parts = spans.slice(1)
    } else {
      const decoded = decodeCompact(text, last)
      if (decoded.kind === 'jws') keyBinding = decoded
      else faults.push(fault('sd-jwt-key-binding', last))
    }
  }
  const disclosures = parts.slice(0, MAX_DISCLOSURES).map((part) => readDisclosure(text, part))
  return { ...sdJwtOf(jws, disclosures, keyBinding, faults, parts.length), span }
}

/** Puts an SD-JWT together from its parts, however they were serialized; `count` is how many Disclosures were sent. */
export function sdJwtOf(
  jws: Jws,
  disclosures: readonly Disclosure[],
  keyBinding: Jws | null,
  faults: readonly Fault[],
  count: number,
): SdJwt {
  const { span, serialization, segments, header, headerContent, payloadContent } = jws
  const most = MAX_DISCLOSURES
  const tooMany = count > most ? [fault('sd-jwt-too-many', span, { count, most })] : []
  return {
    kind: 'sd-jwt',
    span,
    serialization,
    segments,
    header,
    headerContent,
    payloadContent,
    jws,
    disclosures,
    keyBinding,
    faults: [...jws.faults, ...tooMany, ...faults, ...(keyBinding?.faults ?? [])],
  }
}

/**
 * The text that `sd_hash` is made over, and what a holder presents: the issuer-signed JWT and the Disclosures with an
 * index in `shown`, each followed by a tilde (RFC 9901 section 4.3.1). Of a JSON serialization it is put together anew
 * (section 8.1).
 */
export function presentation(text: string, { jws, disclosures }: SdJwt, shown: ReadonlySet<number>): string {
  const own = jws.origin ?? { text, token: jws }
  const signed = own.token.segments.map((segment) => charactersIn(own.text, segment)).join('.')
  const chosen = disclosures.filter((_, index) => shown.has(index))
  return [signed, ...chosen.map(({ encoded }) => encoded), ''].join('~')
}

function tildeSpans(text: string, { from, to }: Span): Span[] {
  const spans: Span[] = []
  let start = from
  for (let tilde = text.indexOf('~', start); tilde >= 0 && tilde < to; tilde = text.indexOf('~', start)) {
    spans.push({ from: start, to: tilde })
    start = tilde + 1
  }
  spans.push({ from: start, to })
  return spans
}
