import type { JsonDocument } from '../json/document.ts'
import { Kind } from '../json/document.ts'
import { items, memberValue, stringValue, toPlain } from '../json/read.ts'
import { isObject } from './content.ts'
import type { Content, JoseHeader } from './token.ts'

const KEY_PARAMETERS = ['jwk', 'jku', 'x5c', 'x5u']

/**
 * The header parameters that steer processing (RFC 7515 section 4.1, RFC 7516 section 4.1), of the protected header and,
 * in a JSON serialization, the unprotected ones. Of a name that stands twice, the last counts, as RFC 7515 section 4
 * allows, and the protected one before others; of a header that is no JSON object, all are absent.
 */
export function joseHeaderOf(protectedHeader: Content, ...unprotected: readonly Content[]): JoseHeader {
  const documents = documentsOf([protectedHeader, ...unprotected])
  const has = (name: string) => documents.some((document) => memberValue(document, 0, name) !== null)
  const text = (name: string) => {
    const value = parameterIn(documents, name)
    return typeof value === 'string' ? value : null
  }
  const crit = critOf(protectedHeader, unprotected, has)
  return {
    alg: text('alg'),
    enc: text('enc'),
    typ: text('typ'),
    cty: text('cty'),
    kid: text('kid'),
    hasAlg: has('alg'),
    crit,
    b64: !(
      Array.isArray(crit) &&
      crit.includes('b64') &&
      parameterIn(documentsOf([protectedHeader]), 'b64') === false
    ),
    embeddedKeys: KEY_PARAMETERS.filter(has),
  }
}

/** The value of a header parameter in the first of these headers that has it; undefined where none has. */
export function headerParameter(headers: readonly Content[], name: string): unknown {
  return parameterIn(documentsOf(headers), name)
}

function documentsOf(headers: readonly Content[]): JsonDocument[] {
  return headers.filter(isObject).map(({ document }) => document)
}

function parameterIn(documents: readonly JsonDocument[], name: string): unknown {
  for (const document of documents) {
    const node = memberValue(document, 0, name)
    if (node !== null) return toPlain(document, node)
  }
  return undefined
}

/** Parameters of RFC 7515, 7516 and 7518, which `crit` must not name. */
const standard = new Set(
  'alg enc zip jku jwk kid x5u x5c x5t x5t#S256 typ cty crit epk apu apv iv tag p2s p2c'.split(' '),
)

/**
 * `crit` must stand in the protected header and be a non-empty array of distinct strings, each the name of a parameter
 * that is present and none of those standards’ own (RFC 7515 section 4.1.11). `b64` must be protected and a boolean (RFC 7797 section 3).
 */
function critOf(
  protectedHeader: Content,
  unprotected: readonly Content[],
  has: (name: string) => boolean,
): JoseHeader['crit'] {
  if (headerParameter(unprotected, 'crit') !== undefined) return 'malformed'
  if (!isObject(protectedHeader)) return null
  const { document } = protectedHeader
  const node = memberValue(document, 0, 'crit')
  if (node === null) return null
  if (document.kind[node] !== Kind.array) return 'malformed'
  const names: string[] = []
  for (const item of items(document, node)) {
    if (document.kind[item] !== Kind.string) return 'malformed'
    names.push(stringValue(document, item))
  }
  if (names.includes('b64') && typeof headerParameter([protectedHeader], 'b64') !== 'boolean')
    return 'malformed'
  const sound = names.length > 0 && new Set(names).size === names.length
  return sound && names.every((name) => has(name) && !standard.has(name)) ? names : 'malformed'
}
