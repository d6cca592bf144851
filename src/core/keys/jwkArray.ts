import { Kind } from '../json/document.ts'
import { fail } from '../text/result.ts'
import { type JsonForm, spanOfNode } from './jsonText.ts'
import { readItems } from './jwkSet.ts'

/** A bare array of JWKs: what stands in a set's `keys`. */
export const jwkArray: JsonForm = {
  format: 'jwk-array',
  fits: ({ document, root }) => document.kind[root] === Kind.array,
  async read(json) {
    const { document, root, spanOf } = json
    if (document.kind[root] !== Kind.array) return fail('jwk-not-array', spanOfNode(json, root))
    return readItems('jwk-array', document, root, spanOf)
  },
}
