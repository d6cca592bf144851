/** Tokens in lines, quotations, strings and escapes that other programs made of them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import { recognize } from '../../../src/core/recognize/index.ts'

const file = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8').trim()
const sdJwt: string = JSON.parse(file('rfc9901/5_1.issuance.issued.json')).sdJwt
const bound: string = JSON.parse(file('rfc9901/5_2.presentation_kb.json')).sdJwt
const tokens = {
  JWT: file('pastes/bare.txt'),
  'long JWT': file('pastes/wrapped.txt').replaceAll('\n', ''),
  JWE: file('pastes/jwe.txt'),
  'SD-JWT': sdJwt,
  'SD-JWT+KB': bound,
}
const token = tokens.JWT

const own = (text: string) =>
  recognize(text).map(({ span, reading }) => reading?.text ?? text.slice(span.from, span.to))
const linesOf = (whole: string, width: number) => whole.match(new RegExp(`.{1,${width}}`, 'g'))!
const escaped = (whole: string) => whole.replaceAll(/[-_~]/g, '\\$&')

/** What becomes of a token whose lines these are. */
const ways: Readonly<Record<string, (lines: readonly string[], whole: string, width: number) => string>> = {
  lines: (lines) => lines.join('\n'),
  'lines between words': (lines) => `Here it is:\r\n\r\n${lines.join('\r\n')}\r\nRegards, Bob\r\n`,
  'lines with an indent': (lines) => lines.join('\n    '),
  'lines behind a name': (_, whole, width) => linesOf(`token: ${whole}`, width).join('\n'),
  'lines that a terminal padded': (lines, _, width) =>
    `$ cat token\n${lines.map((line) => line.padEnd(width + 4)).join('\n')}\n$ `,
  'a box': (lines, _, width) => `┌─┐\n│ ${lines.map((line) => line.padEnd(width)).join(' │\n│ ')} │\n└─┘`,
  'soft breaks of quoted-printable': (lines) => lines.join('=\r\n'),
  'a reply by mail': (lines) =>
    `On Monday Bob wrote:\n> Hello,\n> here it is:\n>\n> ${lines.join('\n> ')}\n> Regards, Bob\n\nThanks.`,
  'a reply to a reply': (lines) => `>> ${lines.join('\n>> ')}`,
  'a quoted line that was broken once more': (lines) => `> ${lines.join('\n')}\n> Regards`,
  'a quotation with bars': (lines) => `| ${lines.join('\n| ')}`,
  'a comment': (lines) => `  // ${lines.join('\n  // ')}\n  return 1`,
  'escapes of Markdown': (lines) => lines.map(escaped).join('\n'),
  'escapes of Markdown in lines of one width': (_, whole, width) => linesOf(escaped(whole), width).join('\n'),
  'strings of Java': (lines) => `String t =\n    "${lines.join('" +\n    "')}";`,
  'strings of Python': (lines) => `t = ("${lines.join('"\n     f"')}")`,
  'strings on one line': (lines) => `t = '${lines.join("' + '")}', x = 'abc'`,
  'strings of PHP': (lines) => `$t = '${lines.join("'\n  . '")}';`,
  'strings of Visual Basic': (lines) => `t = "${lines.join('" & _\n  "')}"`,
  'strings of PowerShell': (lines) => `$t = "${lines.join('" + `\n  "')}"`,
  'strings of C#': (lines) => `var t = @"${lines.join('" + @"')}";`,
  'strings of a shell': (lines) => `T="${lines.join('"\\\n"')}"`,
  'lines of a shell': (lines) => `T='${lines.join('\\\n')}'`,
  'a template of JavaScript': (lines) => `const t = \`\n${lines.join('\n')}\n\``,
}

describe.each(Object.entries(tokens))('%s', (_, whole) => {
  it.each(Object.entries(ways))('in %s', (_, way) => {
    for (const width of [...Array(60).keys()].map((i) => i + 20).concat(100, 120, 132)) {
      const text = way(linesOf(whole, width), whole, width)
      expect(own(text), `${width} characters`).toEqual([whole])
      const { token: shown } = inspect(text)
      expect(shown!.kind, `${width} characters`).not.toBe('undecodable')
      expect(shown!.faults, `${width} characters`).toEqual([])
    }
  })

  it.each([
    ['references of HTML', whole.replaceAll('_', '&#95;').replaceAll('.', '&#x2E;')],
    ['references of HTML', `<p>${whole.replaceAll('-', '&#x2d;').replaceAll('~', '&#126;')}</p>`],
    [
      'escapes of JavaScript',
      `'${whole.replaceAll(/[._~-]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`)}'`,
    ],
    ['escapes of Markdown', `see ${escaped(whole).replaceAll('.', '\\.')} there`],
    ['escapes of Markdown in JSON', JSON.stringify({ text: `see ${escaped(whole)}\\. There` })],
    ['a break behind each dot', whole.replaceAll('.', '.\n')],
    ['a break before each dot', whole.replaceAll('.', '\n.')],
    ['a break behind each ~', whole.replaceAll('~', '~\r\n')],
    ['a break before each ~', whole.replaceAll('~', '\n~')],
    ['a string for each part', `"${whole.replaceAll(/\.+/g, '" + "$&" + "').replaceAll('~', '" +\n"~')}"`],
  ])('with %s', (_, text) => {
    expect(own(text)).toEqual([whole])
    expect(inspect(text).token!.faults).toEqual([])
  })
})

it('says how it was put together', () => {
  const [a, b] = linesOf(token, 100)
  expect(recognize(`t = "${a}" + "${b}"`)[0]!.reading).toMatchObject({ apart: 'joined', wrapped: false })
  expect(recognize(`> ${a}\n> ${b}`)[0]!.reading).toMatchObject({ wrapped: true, escaped: false })
  expect(recognize(escaped(tokens.JWE))[0]!.reading).toMatchObject({ wrapped: false, escaped: true })
})

it.each([sdJwt.split('~')[0]!, sdJwt, bound])('a signature broken where another could end: %s', (whole) => {
  for (let width = 20; width < whole.length; width++) {
    expect(own(linesOf(whole, width).join('\n')), `${width} characters`).toEqual([whole])
  }
})

it('a line in the midst of a payload that begins like a header', () => {
  const payload = Buffer.from(JSON.stringify({ a: 'b'.repeat(21), n: { c: 1, d: 'e'.repeat(60) } }))
  const at = payload.toString('base64url').indexOf('eyJj')
  const [header, , signature] = token.split('.') as [string, string, string]
  const whole = `${header}.${payload.toString('base64url')}.${signature}`
  expect(at).toBeGreaterThan(0)
  expect(own(linesOf(whole, header.length + 1 + at).join('\n'))).toEqual([whole])
})

describe('what is no rest of a token', () => {
  const other = file('pastes/jwe.txt')
  const unsecured = token.replace(/[^.]*$/, '')
  it.each<[string, string, string[]]>([
    ['another SD-JWT', `${sdJwt}\n${sdJwt}\n${bound}\n`, [sdJwt, sdJwt, bound]],
    [
      'another in lines',
      [sdJwt, bound, sdJwt].map((one) => linesOf(one, 76).join('\n')).join('\n'),
      [sdJwt, bound, sdJwt],
    ],
    ['another behind an SD-JWT', `${sdJwt}\n${token}\n${other}`, [sdJwt, token, other]],
    ['others in a quotation', `> ${token}\n> ${sdJwt}\n> ${other}\n> x`, [token, sdJwt, other]],
    ['words behind padding', `${token}  \nRegards\n${sdJwt}  \nWyoming`, [token, sdJwt]],
    ['the next option', `cmd ${token} \\\n  --name x`, [token]],
    ['the next row of a table', `| ${token} |\n| name |\n| ${other} |`, [token, other]],
    ['a reference of HTML', `${token}&nbsp;&quot;`, [token]],
    ['words in a quotation', `> ${token}\n> Regards\n`, [token]],
    ['words behind an SD-JWT', `${sdJwt}\nRegards\nWe`, [sdJwt]],
    ...[unsecured, sdJwt].flatMap((one): [string, string, string[]][] => [
      ['the next header field', `Authorization: Bearer ${one}\nUpgrade-Insecure-Requests: 1\n`, [one]],
      ['the next variable', `TOKEN=${one}\nANOTHER_VARIABLE_WITH_A_LONG_NAME=x\n`, [one]],
      ['the next member of YAML', `token: ${one}\nsomething_with_a_long_name: x\n`, [one]],
      ['a rule', `${one}\n------------------------\n${one}`, [one, one]],
      ['a boundary', `a\r\n\r\n${one}\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n`, [one]],
      ['an identifier', `${one}\n550e8400-e29b-41d4-a716-446655440000\n`, [one]],
      ['the name of a class', `${one}\nDisabledSecurityContextHolderStrategy\n`, [one]],
    ]),
    ['the end of a block', `~~~\n${token}\n~~~\n`, [token]],
    ['a path', `${sdJwt}\n~/file\n${token}\n~/file`, [sdJwt, token]],
    ['the next of a list', `["${token}", "${other}", "abc"]`, [token, other]],
    ['the next argument', `cmd "${token}" "name" '${other}' 'x'`, [token, other]],
    ['the next row', `"${token}"\n"name"\n"${token}"\n`, [token, token]],
    ['a dot and a word', `"${token}". "Words"`, [token]],
    ['a full stop', `${escaped(token)}\\. It`, [token]],
  ])('%s', (_, text, expected) => {
    expect(own(text)).toEqual(expected)
  })
})
