import { describe, expect, test } from 'vitest'
import { algorithms } from '../../../src/content/algorithms.ts'
import { algorithmOf, classifyUnknown, curvesOf } from '../../../src/core/crypto/algorithms.ts'

/** What is to be said of an alg, as far as that follows from the use that the registry gives it. */
const kinds = {
  signature: null,
  mac: null,
  none: null,
  keyManagement: 'encryption',
  contentEncryption: 'encryption',
  jwkOnly: 'prohibited',
} as const

describe('every algorithm of the registry', () => {
  test.each(algorithms)('$name ($use)', ({ name, use }) => {
    const kind = kinds[use]
    if (kind !== null) {
      expect(algorithmOf(name)).toBeNull()
      expect(classifyUnknown(name)).toEqual({ kind })
    } else if (use !== 'none') {
      expect(algorithmOf(name)?.alg).toBe(name)
    }
  })
})

test.each([
  ['EdDSA', ['Ed25519', 'Ed448']],
  ['Ed25519', ['Ed25519']],
  ['Ed448', ['Ed448']],
  ['ES256K', ['secp256k1']],
  ['RS256', []],
  ['none', []],
])('the curves of %s', (alg, curves) => {
  expect(curvesOf(alg)).toEqual(curves)
  for (const crv of curves) expect(algorithmOf(alg, crv)).toMatchObject({ alg, crv })
})

test.each([
  ['es256k', { kind: 'case', meant: 'ES256K' }],
  ['ED448', { kind: 'case', meant: 'Ed448' }],
  ['NONE', { kind: 'case', meant: 'none' }],
  ['ESP384', { kind: 'cose', meant: 'ES384' }],
  ['ESB512', { kind: 'cose', meant: '' }],
  ['SLH-DSA-SHA2-128s', { kind: 'unknown' }],
  ['__proto__', { kind: 'unknown' }],
  ['toString', { kind: 'unknown' }],
])('%s', (alg, what) => {
  expect(algorithmOf(alg)).toBeNull()
  expect(classifyUnknown(alg)).toEqual(what)
})
