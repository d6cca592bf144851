import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnosed } from './diagnosed.ts'
import { eachIsFound, octets, type Row, words } from './secretRows.ts'
import { base64url, hs } from './sign.ts'

/** One with a letter in it. */
const uuid = fc.uuid().filter((text) => /[a-f]/.test(text))
const inBase64 = octets.map((value) => Buffer.from(value).toString('base64'))
const inBase64url = octets.filter((value) => /[-_]/.test(base64url(value))).map(base64url)
const inHex = octets.map((value) => Buffer.from(value).toString('hex'))

const rows: readonly Row[] = [
  { id: 'secret-base64', secret: inBase64, issuer: (text) => Buffer.from(text, 'base64') },
  { id: 'secret-base64url', secret: inBase64url, issuer: (text) => Buffer.from(text, 'base64url') },
  { id: 'secret-hex', secret: inHex, issuer: (text) => Buffer.from(text, 'hex') },
  {
    id: 'secret-hex',
    secret: inHex.map((text) => text.toUpperCase()),
    issuer: (text) => Buffer.from(text, 'hex'),
  },
  { id: 'secret-utf8', secret: inBase64, issuer: (text) => text, format: 'secret-base64' },
  { id: 'secret-utf8', secret: inHex, issuer: (text) => text, format: 'secret-hex' },
  { id: 'secret-utf8', secret: words, issuer: (text) => text, format: 'secret-base64' },
  {
    id: 'secret-base64',
    secret: inBase64,
    issuer: (text) => Buffer.from(text, 'base64'),
    format: 'secret-hex',
  },
  { id: 'secret-line-break', secret: words.map((text) => `${text}\n`), issuer: (text) => text.trimEnd() },
  { id: 'secret-line-break', secret: words.map((text) => `${text}\r\n`), issuer: (text) => text.trimEnd() },
  { id: 'secret-line-break', secret: words, issuer: (text) => `${text}\n` },
  { id: 'secret-line-break', secret: words, issuer: (text) => `${text}\r\n` },
  {
    id: 'secret-line-break',
    secret: words.map((text) => `${text}\n`),
    issuer: (text) => `${text.trimEnd()}\r\n`,
  },
  { id: 'secret-space', secret: words.map((text) => ` ${text} `), issuer: (text) => text.trim() },
  { id: 'secret-space', secret: words.map((text) => `\t${text}`), issuer: (text) => text.trim() },
  { id: 'secret-space', secret: words, issuer: (text) => `${text} ` },
  { id: 'secret-space', secret: words.map((text) => `${text}%`), issuer: (text) => text.slice(0, -1) },
  ...['"', "'", '`'].flatMap((quote): Row[] => [
    {
      id: 'secret-quotes',
      secret: words.map((text) => quote + text + quote),
      issuer: (text) => text.slice(1, -1),
    },
    {
      id: 'secret-quotes',
      secret: words.map((text) => ` ${quote}${text}${quote},\n`),
      issuer: (text) => text.slice(2, -3),
    },
    { id: 'secret-quotes', secret: words, issuer: (text) => quote + text + quote },
  ]),
  {
    id: 'secret-json-escapes',
    secret: words.map((text) => `${text}\\n"\\u0041\\/`),
    issuer: (text) => text.replace('\\n"\\u0041\\/', '\n"A/'),
  },
  {
    id: 'secret-json-escapes',
    secret: words.map((text) => `"${text}\\"${text}"`),
    issuer: (text) => text.slice(1, -1).replace('\\"', '"'),
  },
  {
    id: 'secret-json-escapes',
    secret: words.map((text) => `${text}"\t${text}`),
    issuer: (text) => JSON.stringify(text).slice(1, -1),
  },
  {
    id: 'secret-json-escapes',
    secret: words.map((text) => `${text}/${text}`),
    issuer: (text) => text.replaceAll('/', '\\/'),
  },
  {
    id: 'secret-json-escapes',
    secret: words.map((text) => `${text}ä€`),
    issuer: (text) => text.replace('ä€', '\\u00e4\\u20ac'),
  },
  { id: 'secret-encoded-text', secret: words, issuer: (text) => Buffer.from(text).toString('base64') },
  { id: 'secret-encoded-text', secret: words, issuer: (text) => Buffer.from(`${text}\n`).toString('base64') },
  { id: 'secret-encoded-text', secret: words, issuer: (text) => base64url(text) },
  { id: 'secret-encoded-text', secret: words, issuer: (text) => Buffer.from(text).toString('hex') },
  {
    id: 'secret-encoded-text',
    secret: octets.map((k) => JSON.stringify({ kty: 'oct', k: base64url(k) })),
    issuer: (text) => (JSON.parse(text) as { k: string }).k,
  },
  {
    id: 'secret-percent-encoding',
    secret: words.map((text) => encodeURIComponent(`${text}/+=`)),
    issuer: decodeURIComponent,
  },
  { id: 'secret-percent-encoding', secret: words.map((text) => `${text}/+=`), issuer: encodeURIComponent },
  ...[
    'SECRET=',
    'export JWT_SECRET=',
    'jwt.secret: ',
    'set SECRET=',
    'const secret = ',
    '"secret": ',
    '- JWT_SECRET=',
    '$env:JWT_SECRET = ',
    '"Jwt:Key": ',
    "'secret' => ",
    'private static final String SECRET = ',
  ].flatMap((head): Row[] => [
    {
      id: 'secret-assignment',
      secret: words.map((text) => head + text),
      issuer: (text) => text.slice(head.length),
    },
    {
      id: 'secret-assignment',
      secret: words.map((text) => `${head}"${text}"\n`),
      issuer: (text) => text.slice(head.length + 1, -2),
    },
  ]),
  ...['.', '\u200b'].map(
    (end): Row => ({
      id: 'secret-space',
      secret: words.map((text) => `${text}${end}`),
      issuer: (text) => text.slice(0, -1),
    }),
  ),
  {
    id: 'secret-byte-order-mark',
    secret: words.map((text) => `\ufeff${text}`),
    issuer: (text) => text.slice(1),
  },
  { id: 'secret-byte-order-mark', secret: words, issuer: (text) => `\ufeff${text}` },
  {
    id: 'secret-line-ends',
    secret: words.map((text) => `${text}\r\n${text}`),
    issuer: (text) => text.replace('\r', ''),
  },
  {
    id: 'secret-line-ends',
    secret: words.map((text) => `${text}\n${text}`),
    issuer: (text) => text.replace('\n', '\r\n'),
  },
  { id: 'secret-letter-case', secret: uuid, issuer: (text) => text.toUpperCase() },
  {
    id: 'secret-letter-case',
    secret: uuid.map((text) => text.toUpperCase()),
    issuer: (text) => text.toLowerCase(),
  },
  { id: 'secret-charset', secret: words, issuer: (text) => Buffer.from(text, 'utf16le') },
  {
    id: 'secret-charset',
    secret: words.map((text) => `${text}é`),
    issuer: (text) => Buffer.from(text, 'latin1'),
  },
  {
    id: 'secret-charset',
    secret: words.map((text) => `${text}e\u0301`),
    issuer: (text) => text.normalize('NFC'),
  },
]

eachIsFound(rows)

test('a secret that is another is found to be nothing, and all is tried within the budget', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(words, inBase64, inHex, inBase64url, fc.string({ unit: 'grapheme' })),
      words,
      async (keyText, other) => {
        fc.pre(keyText !== '' && !other.startsWith(keyText.trim()))
        const outcome = await diagnosed({ text: hs(`${other}?`), keyText })
        expect(outcome.found).toEqual([])
        expect(outcome.complete).toBe(true)
        expect(outcome.attempts).toBeLessThanOrEqual(200)
        expect(outcome.tried).toContain('secret encodings')
      },
    ),
    { numRuns: 60 },
  )
})
