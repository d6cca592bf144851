import type { JsonDocument } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { items, memberValue, stringValue } from '../json/read.ts'
import { isObject } from './content.ts'
import type { Content, JoseHeader } from './token.ts'

const KEY_PARAMETERS = ['jwk', 'jku', 'x5c', 'x5u']

/**
 * The header parameters that steer processing (RFC 7515 section 4.1). Of a name that stands twice, the last counts,
 * as RFC 7515 section 4 allows; of a header that is no JSON object, all are absent.
 */
export function joseHeaderOf(content: Content): JoseHeader {
  if (!isObject(content)) return { alg: null, enc: null, typ: null, kid: null, crit: null, embeddedKeys: [] }
  const document = content.document
  const text = (name: string) => {
    const node = memberValue(document, 0, name)
    return node !== null && document.kind[node] === Kind.string ? stringValue(document, node) : null
  }
  return {
    alg: text('alg'),
    enc: text('enc'),
    typ: text('typ'),
    kid: text('kid'),
    crit: critOf(document),
    embeddedKeys: KEY_PARAMETERS.filter((name) => memberValue(document, 0, name) !== null),
  }
}

/** `crit` must be a non-empty array of distinct strings, each the name of a parameter that is present (RFC 7515 section 4.1.11). */
function critOf(document: JsonDocument): JoseHeader['crit'] {
  const node = memberValue(document, 0, 'crit')
  if (node === null) return null
  if (document.kind[node] !== Kind.array) return 'malformed'
  const names: string[] = []
  for (const item of items(document, node)) {
    if (document.kind[item] !== Kind.string) return 'malformed'
    names.push(stringValue(document, item))
  }
  const sound = names.length > 0 && new Set(names).size === names.length
  return sound && names.every((name) => memberValue(document, 0, name) !== null) ? names : 'malformed'
}
