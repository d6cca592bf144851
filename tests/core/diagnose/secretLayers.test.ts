/** Causes that lie behind one another: encoded text with a line break, a value encoded twice, names before encodings, escapes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosed, found } from './diagnosed.ts'
import { eachIsFound, octets, type Row, words } from './secretRows.ts'
import { hs } from './sign.ts'

const encodings = ['base64', 'base64url', 'hex'] as const
const written = (text: string | Uint8Array, encoding: BufferEncoding) =>
  Buffer.from(text as string).toString(encoding)
const read = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding).toString()

const encodedText = encodings.flatMap((encoding): Row[] => {
  const of = (around: (text: string) => string) => words.map((text) => written(around(text), encoding))
  const row = (secret: Row['secret'], issuer: (text: string) => string, format?: Row['format']): Row => ({
    id: 'secret-decoded',
    secret,
    issuer: (text) => issuer(read(text, encoding)),
    ...(format && { format }),
  })
  return [
    row(
      of((text) => `${text}\n`),
      (text) => text.trimEnd(),
    ),
    row(
      of((text) => `${text}\r\n`),
      (text) => text.trimEnd(),
    ),
    row(
      of((text) => `${text}\n`),
      (text) => text.trimEnd(),
      `secret-${encoding}`,
    ),
    row(
      of((text) => text),
      (text) => `${text}\n`,
    ),
    row(
      of((text) => ` ${text} `),
      (text) => text.trim(),
    ),
    row(
      of((text) => `"${text}"\n`),
      (text) => text.slice(1, -2),
    ),
    row(
      of((text) => `'${text}'`),
      (text) => text.slice(1, -1),
    ),
  ]
})

const twice: readonly Row[] = [
  {
    id: 'secret-decoded',
    secret: octets.map((secret) => written(written(secret, 'base64'), 'base64')),
    issuer: (text) => Buffer.from(read(text, 'base64'), 'base64'),
  },
  {
    id: 'secret-decoded',
    secret: octets.map((secret) => written(`${written(secret, 'hex')}\n`, 'base64')),
    issuer: (text) => Buffer.from(read(text, 'base64').trim(), 'hex'),
  },
  {
    id: 'secret-decoded',
    secret: words.map((text) => written(`${written(`${text}\n`, 'base64')}\n`, 'base64')),
    issuer: (text) => read(read(text, 'base64'), 'base64').trimEnd(),
  },
  {
    id: 'secret-decoded',
    secret: words.map((text) => `  jwt-secret: ${written(`${text}\n`, 'base64')}`),
    issuer: (text) => read(text.split(': ')[1]!, 'base64').trimEnd(),
  },
]

const inBase64 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => written(key, 'base64'))
const laravel = ['APP_KEY=base64:', 'JWT_SECRET="base64:', "APP_KEY: 'base64:", 'base64:'].flatMap(
  (head): Row[] => {
    const end = /["']/.exec(head)?.[0] ?? ''
    const secret = inBase64.map((key) => `${head}${key}${end}`)
    const value = (text: string) => text.slice(head.length, text.length - end.length)
    return [
      { id: 'secret-assignment', secret, issuer: (text) => Buffer.from(value(text), 'base64') },
      { id: 'secret-assignment', secret, issuer: value },
      ...(head === 'base64:'
        ? []
        : [{ id: 'secret-assignment', secret, issuer: (text: string) => `base64:${value(text)}` }]),
    ]
  },
)
const replaced = (from: string, to: string) => (text: string) => text.replaceAll(from, () => to)
const pairs: readonly [escaped: string, plain: string][] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
  ['&quot;', '"'],
  ['$$', '$'],
  ['\\$', '$'],
  ['\\`', '`'],
]
const escaped = pairs.flatMap(([from, to]): Row[] => {
  const plain = words.map((text) => text.replace(/[$&]/g, '.'))
  const row = (secret: Row['secret'], issuer: Row['issuer']): Row => ({
    id: 'secret-escapes',
    secret,
    issuer,
  })
  return [
    row(
      plain.map((text) => `${text}${from}${text}${from}!`),
      replaced(from, to),
    ),
    // Of several ways to write an apostrophe, one is written.
    ...(/x27|apos/.test(from)
      ? []
      : [
          row(
            plain.map((text) => `${text}${to}${text}${to}!`),
            replaced(to, from),
          ),
        ]),
    row(
      plain.map((text) => `SECRET="${text}${from}${text}"`),
      (text) => replaced(from, to)(text.slice('SECRET="'.length, -1)),
    ),
  ]
})
eachIsFound([...encodedText, ...twice, ...laravel, ...escaped])

describe('what is told of layers', () => {
  test('every one of them, from outside in, with one fix', async () => {
    const keyText = `SECRET=${written('right and long\n', 'base64')}`
    const outcome = await diagnosed({ text: hs('right and long'), keyText })
    expect(outcome.found).toMatchObject([
      { id: 'secret-assignment', values: { name: 'SECRET=' }, fix: { keyText: 'right and long' } },
      { id: 'secret-decoded', values: { encoding: 'base64' }, fix: null },
      { id: 'secret-line-break', values: { how: 'without' }, fix: null },
    ])
  })

  test.each([
    ['secret-base64', Buffer.from(written('plain text', 'base64'), 'base64')],
    ['secret-encoded-text', written(`${written('plain text', 'base64')}\n`, 'base64')],
  ])('the simplest cause comes first: %s', async (id, secret) => {
    expect(await found({ text: hs(secret), keyText: written('plain text', 'base64') })).toEqual([id])
  })

  test('nothing matches, and the search stays within its budget, whatever is around the secret', async () => {
    const layer = fc.constantFrom<(text: string) => string>(
      (text) => written(text, 'base64'),
      (text) => written(text, 'hex'),
      (text) => `${text}\n`,
      (text) => `"${text}"`,
      (text) => `KEY=${text}`,
      (text) => `base64:${text}`,
      (text) => `${text}&amp;$$\\$a`,
    )
    await fc.assert(
      fc.asyncProperty(words, fc.array(layer, { maxLength: 5 }), async (word, around) => {
        const keyText = around.reduce((text, put) => put(text), word)
        const outcome = await diagnosed({ text: hs(`${word}?`), keyText })
        expect(outcome).toMatchObject({ found: [], complete: true })
      }),
      { numRuns: 60 },
    )
  })
})

test('a value in base64 twice is said to be that, and to have no line break', async () => {
  const keyText = written(written('a secret with words', 'base64'), 'base64')
  expect(await found({ text: hs('a secret with words'), keyText })).toEqual([
    'secret-decoded',
    'secret-base64',
  ])
})
