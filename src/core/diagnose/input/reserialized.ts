import { isObject } from '../../decode/content.ts'
import type { Content } from '../../decode/token.ts'
import type { JsonDocument } from '../../json/document.ts'
import { members } from '../../json/read.ts'
import type { Evidence } from '../evidence.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { overInput, toBase64url } from './attempt.ts'
import { canRewrite, type Escapes, reordered, rewritten, spacings } from './rewriting.ts'

/** Octets of JSON above which it is not written anew: each way costs a pass over it. */
const LONGEST = 64_000

interface Written {
  readonly text: string
  readonly spacing: string
  readonly order: string
  readonly escapes: string
}

/**
 * Something on the way read header or payload and wrote them anew: other white space, another order, other escapes, and the
 * signature over the first text is lost. The ways in which common libraries write are tried for what was signed.
 */
export const reserialized: Hypothesis = {
  topic: 'rewritten JSON',
  *suggest(evidence) {
    const { jws } = evidence
    if (jws === null) return
    const headers = [...writings(evidence.headerContent)]
    const payloads = [...writings(evidence.payloadContent)]
    for (const written of payloads)
      yield* attempt(evidence, 'payload', jws.protected, toBase64url(written.text), written)
    for (const written of headers)
      yield* attempt(evidence, 'header', toBase64url(written.text), jws.payload, written)
    for (const header of headers) {
      // One writer wrote both.
      const payload = payloads.find(
        (one) =>
          one.spacing === header.spacing && one.order === header.order && one.escapes === header.escapes,
      )
      if (payload !== undefined) {
        yield* attempt(
          evidence,
          'header and payload',
          toBase64url(header.text),
          toBase64url(payload.text),
          header,
        )
      }
    }
    yield* permuted(evidence)
  },
}

function attempt(evidence: Evidence, part: string, header: string, payload: string, written: Written) {
  const { spacing, order, escapes } = written
  return overInput(evidence, `${header}.${payload}`, 'input-reserialized', { part, spacing, order, escapes })
}

/** The ways to write the content, but for the one it is in. */
function* writings(content: Content | null): Generator<Written> {
  if (content?.kind !== 'json' || content.fault !== null) return
  const { document, text } = content
  if (text.length > LONGEST || !canRewrite(document)) return
  const seen = new Set([text])
  for (const escapes of escapesFor(text)) {
    for (const sorted of [false, true]) {
      for (const spacing of spacings) {
        const written = rewritten(document, { spacing, sorted, escapes })
        for (const end of ['', '\n']) {
          if (seen.has(written + end)) continue
          seen.add(written + end)
          yield {
            text: written + end,
            spacing: end === '' ? spacing.name : `${spacing.name} with a line break behind`,
            order: sorted ? 'sorted' : '',
            escapes: escapes === 'as written' ? '' : escapes,
          }
        }
      }
    }
  }
}

/** The ways of escaping that can make a difference to this text. */
function escapesFor(text: string): Escapes[] {
  const escapes: Escapes[] = ['as written']
  const foreign = /[^ -~\s]|\\/.test(text)
  if (foreign) escapes.push('fewest', 'ascii')
  if (text.includes('/'))
    escapes.push(...(foreign ? (['slash', 'ascii-slash'] as const) : (['slash'] as const)))
  if (/[<>&'+`]/.test(text) || foreign) escapes.push('html', 'strict')
  return escapes
}

/** The header's few members in every order. */
function* permuted(evidence: Evidence) {
  const { headerContent, jws } = evidence
  if (!isObject(headerContent)) return
  const count = [...members(headerContent.document, 0)].length
  if (count < 2 || count > 4) return
  for (const order of permutations(count)) {
    for (const spacing of spacings.slice(0, 2)) {
      const text = reordered(headerContent.document as JsonDocument, order, spacing)
      yield* attempt(evidence, 'header', toBase64url(text), jws!.payload, {
        text,
        spacing: spacing.name,
        order: 'other',
        escapes: '',
      })
    }
  }
}

function* permutations(count: number, begun: readonly number[] = []): Generator<readonly number[]> {
  if (begun.length === count) yield begun
  for (let i = 0; i < count; i++) if (!begun.includes(i)) yield* permutations(count, [...begun, i])
}
