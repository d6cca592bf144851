import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isExactDouble } from '../../../src/core/json/number.ts'
import { numberText } from './arbitrary.ts'

describe('isExactDouble', () => {
  test.each([
    ...[
      '0',
      '-0',
      '0.000',
      '-0e5',
      '0e999999999999999999999',
      '1',
      '1.10',
      '100',
      '1e2',
      '1E+2',
      '100e-2',
      '0.1',
      '-0.5',
    ],
    ...[
      '9007199254740991',
      '9007199254740992',
      '9007199254740994',
      '18014398509481984',
      '1700000000.123',
      '1e22',
      '1e300',
    ],
    ...[
      '1.7976931348623157e308',
      '5e-324',
      '0.00000015e6',
      '123456789.125000',
      '1e0000000002',
      '1200000000000000000000000',
    ],
  ])('%s comes back', (text) => {
    expect(isExactDouble(text)).toBe(true)
  })

  test.each([
    ...[
      '9223372036854775807',
      '9007199254740993',
      '-9007199254740993',
      '1e400',
      '-1e400',
      '1e-400',
      '1e-99999999999999999999',
    ],
    ...[
      '0.1000000000000000055511151231257827',
      '3.14159265358979323846',
      '1e99999999999999999999',
      '123456789012345678901',
    ],
    // The double is exact, but ECMAScript prints it as 9223372036854776000.
    '9223372036854775808',
  ])('%s does not', (text) => {
    expect(isExactDouble(text)).toBe(false)
  })

  test('agrees with comparing as fractions', () => {
    const fraction = (text: string): [bigint, bigint] => {
      const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
      const [integer = '', decimals = ''] = mantissa.split('.')
      const power = Number(exponent) - decimals.length
      const scale = 10n ** BigInt(Math.abs(power))
      return power < 0 ? [BigInt(integer + decimals), scale] : [BigInt(integer + decimals) * scale, 1n]
    }
    fc.assert(
      fc.property(
        fc.oneof(numberText, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)),
        (text) => {
          const printed = String(Number(text))
          if (printed.endsWith('Infinity')) {
            expect(isExactDouble(text)).toBe(false)
            return
          }
          const [a, b] = fraction(text)
          const [c, d] = fraction(printed)
          expect(isExactDouble(text)).toBe(a * d === b * c)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('takes linear time on a megabyte of zeros', () => {
    const started = performance.now()
    expect(isExactDouble(`1${'0'.repeat(1_000_000)}1`)).toBe(false)
    expect(isExactDouble(`0.${'0'.repeat(1_000_000)}1e1000001`)).toBe(true)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
