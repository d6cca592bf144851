import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import { diagnosed, found, stateOf, taken } from './diagnosed.ts'
import { hs } from './sign.ts'

export const octets = fc.uint8Array({ minLength: 32, maxLength: 48 })
/** Text as people type it: at least one character that neither base64 nor hexadecimal has. */
export const words = fc.stringMatching(/^[a-z]{3,9}[!$*_. ][A-Za-z0-9!$&*()_.]{20,40}[a-z]$/)

/** A text in the box, and what the issuer makes of it. */
export interface Row {
  readonly id: string
  readonly secret: fc.Arbitrary<string>
  /** What the issuer's octets are, of the text in the box. */
  readonly issuer: (text: string) => string | Uint8Array
  readonly format?: KeyFormat
}

/** For each row: the diagnosis names it, by itself and beside another algorithm, and its fix makes the token verify. */
export function eachIsFound(rows: readonly Row[]): void {
  describe.each(rows)('$id', ({ id, secret, issuer, format = 'detect' as const }) => {
    test('is found, and its fix makes the token verify', async () => {
      await fc.assert(
        fc.asyncProperty(secret, async (keyText) => {
          const inputs = { text: hs(issuer(keyText)), keyText, keyFormat: format }
          const outcome = await diagnosed(inputs)
          expect(outcome.found.map((one) => one.id)).toContain(id)
          expect(await stateOf(taken(inputs, outcome.found))).toBe('verified')
        }),
        { numRuns: 8 },
      )
    })

    test('is found where the token has HS512 and says HS256', async () => {
      await fc.assert(
        fc.asyncProperty(secret, async (keyText) => {
          const ids = await found({ text: hs(issuer(keyText), {}, 'HS512'), keyText, keyFormat: format })
          expect(ids).toContain(id)
          expect(ids).toContain('alg-variant')
        }),
        { numRuns: 3 },
      )
    })
  })
}
