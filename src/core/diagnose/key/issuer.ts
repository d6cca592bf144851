import { isObject } from '../../decode/content.ts'
import { Kind } from '../../json/document.ts'
import { memberValue, stringValue } from '../../json/read.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'

/** A host name of at least two labels, as it stands in a certificate’s subject or in an issuer’s address. */
const HOST = /^(?:\*\.)?(?:[a-z\d-]{1,63}\.)+[a-z]{2,63}$/i

/** The certificate names a host, and the token’s issuer has another: they are of different environments. */
export const issuer: Hypothesis = {
  topic: 'key properties',
  mere: true,
  *suggest({ payloadContent, keys }) {
    if (keys === null || payloadContent === null || !isObject(payloadContent)) return
    const node = memberValue(payloadContent.document, 0, 'iss')
    if (node === null || payloadContent.document.kind[node] !== Kind.string) return
    const iss = stringValue(payloadContent.document, node)
    const host = hostOf(iss)
    const subjects = keys.keys
      .flatMap(({ certificates }) => certificates.slice(0, 1))
      .map(({ subject }) => subject)
    const names = subjects
      .flatMap((subject) => /(?:^|, |\+)CN=([^,+]{1,253})/.exec(subject)?.[1] ?? [])
      .filter((name) => HOST.test(name))
    if (host === null || names.length === 0 || names.some((name) => covers(name, host))) return
    yield { hint: diagnosis('key-issuer', { iss, names: names.join(', ') }) }
  },
}

function hostOf(iss: string): string | null {
  const host = /^(?:https?:\/\/)?([^/:?#@]{1,253})(?:[/:?#]|$)/i.exec(iss)?.[1] ?? ''
  return HOST.test(host) ? host.toLowerCase() : null
}

/** Equal, or one within the domain of the other. */
function covers(name: string, host: string): boolean {
  const own = name.toLowerCase().replace(/^\*\./, '')
  return own === host || host.endsWith(`.${own}`) || own.endsWith(`.${host}`)
}
