/** Looking for tokens is linear. Processor time is measured, which hangs less on what else the machine does. */
import { describe, expect, it } from 'vitest'
import { recognize } from '../../../src/core/recognize/index.ts'

const SIZE = 10_000_000
const token =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'
/** How much longer than promised a slow or busy machine may take: what is not linear takes a thousand times as long. */
const ROOM = 6

/** The least processor time of three, in milliseconds. */
function timeOf(text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage()
    recognize(text)
    least = Math.min(least, process.cpuUsage(before).user / 1000)
  }
  return least
}

describe('10 MB', { timeout: 60_000 }, () => {
  it.each([
    ...[
      'a',
      '.',
      'a.',
      'ey',
      'eyJ',
      'ew0K',
      '=',
      '{"',
      '{"a":',
      "-H '",
      'eyJ.',
      'eyJhbGci',
      'eyJhbGci.',
      'eyJhbGci\n',
      'eyJhbGci\r',
    ],
    ...[
      'eyJhbGci.\n',
      'eyJhbGci\\\n',
      'eyJhbGci%2E',
      'eyJhbGci+',
      'eyJhbGci=',
      'eyJhbGciOiJIUzI1NiJ9.a.+',
      '%2E',
      '~',
    ],
    ...[
      'eyJhbGciOiJIUzI1NiJ9.~',
      'eyJhbGciOiJIUzI1NiJ9.',
      'eyJhbGciOiJIUzI1NiJ9.e.abcdefgh~',
      '\n',
      ' ',
      '\\',
      '"',
      '://',
    ],
    ...[
      'eyJhbGciOiJIUzI1NiJ9.eyJz\n',
      '&t=eyJhbGciOiJIUzI1NiJ9.e30.AA',
      'eyJhbGciOiJIUzI1NiIsImVuYyI6IiJ9.',
      '…',
      '"signature":{',
      '{"signature":1}',
      '{"signature":"","x":{',
      '{\\"signature\\":',
      '{\\"signature\\":1}"',
    ],
    ...[
      '> eyJhbGci.\n',
      'eyJhbGci.\n~',
      'eyJhbGciOiJIUzI1NiJ9.e30.AA~\nW',
      'eyJhbGciOiJIUzI1NiJ9.e30.AA~\n',
      'eyJhbGci." + "',
      'eyJhbGci ',
      'eyJhbGci. \n',
      `eyJhbGci.${' '.repeat(100)}`,
      'eyJhbGci. |\n| ',
      'eyJhbGci."  ',
      'eyJhbGci.\\_',
      'eyJhbGci.&#95;',
      '\\_',
      '&#95;',
      '" + "',
    ],
    ...[
      'ZXlK',
      'ZXlK ',
      'ZXlK\n',
      'leUp.',
      ' V5Sj',
      `${'ZXlK'.repeat(6)} `,
      `${'leUp'.repeat(13)} `,
      ` V5Sj${'A'.repeat(60)}`,
      'ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZTMwLkFB',
      'ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZTMwLkFBICAg',
      'a.0=ZXlK;a.1=',
    ],
  ])('of %j takes at most 200 ms', (unit) => {
    expect(timeOf(unit.repeat(Math.ceil(SIZE / unit.length)))).toBeLessThan(200 * ROOM)
  })

  it('of a log: 10,000 tokens are found in at most 100 ms', () => {
    const words =
      '2026-11-25T13:00:00Z INFO orders user=42 path=/v1/orders?limit=50 status=200 agent="Mozilla/5.0"\n'
    let log = ''
    for (let i = 0; i < 10_000; i++) log += `${words.repeat(9)}WARN authorization="Bearer ${token}" id=${i}\n`
    expect(log.length).toBeGreaterThan(SIZE)
    expect(recognize(log)).toHaveLength(10_000)
    expect(timeOf(log)).toBeLessThan(100 * ROOM)
  })

  it('of one token are looked at about once', () => {
    const [header, , signature] = token.split('.')
    expect(timeOf(`${header}.${'A'.repeat(SIZE)}.${signature}`)).toBeLessThan(30 * ROOM)
  })
})

it('names every one of many tokens in linear time', () => {
  const unit = `&a='x'; b=c&t=${token.slice(0, 60)}.AA `
  const found = recognize(unit.repeat(20_000))
  const before = process.cpuUsage()
  for (const one of found) void one.name
  expect(found).toHaveLength(20_000)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500 * ROOM)
})
