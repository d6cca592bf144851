import { isObject } from '../../decode/content.ts'
import { Kind } from '../../json/document.ts'
import { memberValue, stringValue } from '../../json/read.ts'
import { writeBase64url } from '../../text/base64url.ts'
import { pairsOf } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'
import { overInput, toBase64url } from './attempt.ts'

/**
 * Access tokens for Microsoft Graph carry a `nonce` in their header, and are signed over a header that has the SHA-256 of it
 * in its place: only Graph is to check them.
 */
export const nonce: Hypothesis = {
  topic: 'signing input',
  async *suggest(evidence) {
    const { headerContent, jws } = evidence
    if (jws === null || !isObject(headerContent)) return
    const { document } = headerContent
    const node = memberValue(document, 0, 'nonce')
    if (node === null || document.kind[node] !== Kind.string) return
    const octets = new TextEncoder().encode(stringValue(document, node))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', octets))
    const url = writeBase64url(digest)
    const hex = Array.from(digest, (octet) => octet.toString(16).padStart(2, '0')).join('')
    const forms = {
      base64url: url,
      base64: btoa(String.fromCharCode(...digest)),
      hex,
      'hex in capitals': hex.toUpperCase(),
    }
    for (const [encoding, value] of Object.entries(forms)) {
      const { text } = document
      const header = `${text.slice(0, document.from[node])}"${value}"${text.slice(document.to[node])}`
      yield* overInput(evidence, `${toBase64url(header)}.${jws.payload}`, 'nonce-hashed', { encoding })
    }
    const graph = /graph\.microsoft\.com|00000003-0000-0000-c000-000000000000/
    const payload = evidence.payloadContent
    if (
      pairsOf(evidence).length > 0 &&
      payload?.kind === 'json' &&
      graph.test(payload.text.slice(0, 100_000))
    ) {
      yield { hint: diagnosis('nonce-hashed', { encoding: '' }) }
    }
  },
}
