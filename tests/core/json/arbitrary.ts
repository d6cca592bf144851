import fc from 'fast-check'
import { invisible } from './invisible.ts'

const space = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc.string({ unit: fc.constantFrom(...' \t\n\r') }),
)

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 24 })

export const numberText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '-'),
    digits.map((text) => text.replace(/^0+(?=.)/, '')),
    fc.option(digits, { nil: '' }),
    fc.option(
      fc
        .tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat({ max: 400 }))
        .map((parts) => parts.join('')),
      {
        nil: '',
      },
    ),
  )
  .map(
    ([sign, integer, fraction, exponent]) =>
      sign + integer + (fraction === '' ? '' : `.${fraction}`) + exponent,
  )

const stringPiece = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }).map((text) => JSON.stringify(text).slice(1, -1)),
  fc.string({ unit: 'binary', maxLength: 3 }).map((text) => JSON.stringify(text).slice(1, -1)),
  fc.constantFrom(
    '\\"',
    '\\\\',
    '\\/',
    '\\b',
    '\\f',
    '\\n',
    '\\r',
    '\\t',
    '\\u0061',
    '\\uD83D\\uDE00',
    '\\ud800',
  ),
  fc.constantFrom('\ud800', '\udc00', '😀', '\u2028', 'é'),
  fc.constantFrom(...invisible),
)

export const stringText: fc.Arbitrary<string> = fc
  .array(stringPiece, { maxLength: 4 })
  .map((pieces) => `"${pieces.join('')}"`)

/** Few names, so that some come twice, written in more than one way. */
const nameText = fc.oneof(
  fc.constantFrom('"a"', '"\\u0061"', '"b"', '""', '"__proto__"', '"constructor"', '"0"', '"~/"', '"\\""'),
  stringText,
)

/**
 * JSON texts as a hand, a library or an adversary may write them: any white space, order, escapes, repeated
 * names.
 */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string; spaced: string; member: string }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'json' },
      fc.constantFrom('true', 'false', 'null'),
      numberText,
      stringText,
      fc
        .array(tie('spaced'), { maxLength: 5, depthIdentifier: 'json' })
        .map((items) => `[${items.join(',')}]`),
      fc
        .array(tie('member'), { maxLength: 12, depthIdentifier: 'json' })
        .map((members) => `{${members.join(',')}}`),
      fc.constantFrom('[ ]', '{\n}'),
    ),
    spaced: fc.tuple(space, tie('value'), space).map((parts) => parts.join('')),
    member: fc.tuple(space, nameText, space, fc.constant(':'), tie('spaced')).map((parts) => parts.join('')),
  }),
).spaced

const slip = fc.constantFrom(
  ...[
    '',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '\\u',
    '\\x',
    '0',
    '-',
    '+',
    '.',
    'e',
    '1.',
    ' ',
    '\n',
    '\u0000',
  ],
  ...[
    '\u001f',
    '\u00a0',
    '\ufeff',
    '“',
    'True',
    'None',
    'NaN',
    'nul',
    'undefined',
    '//',
    '/* */',
    'é',
    '\ud800',
    '😀',
    '_',
  ],
)

/** A JSON text with a piece of it replaced, removed or cut off: mostly none any more. */
export const damagedText: fc.Arbitrary<string> = fc
  .tuple(jsonText, fc.nat(), fc.nat({ max: 3 }), slip, fc.boolean())
  .map(([text, place, removed, inserted, cut]) => {
    const at = place % (text.length + 1)
    return text.slice(0, at) + inserted + (cut ? '' : text.slice(at + removed))
  })
