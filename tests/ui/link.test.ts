import { describe, expect, it } from 'vitest'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import { inspectionOf } from '../../src/state/inspection.ts'
import { linkOf } from '../../src/state/link.ts'

describe('a character of the token stands for', () => {
  const payload = '{"a" : 1,"b":{"c":2} , "d":3}'
  const token = `e30.${writeBase64url(new TextEncoder().encode(payload))}.`

  it.each([
    ['a colon', ' : 1', 1, '"a" : 1'],
    ['white space around it', ' : 1', 2, '"a" : 1'],
    ['the comma after a member', ',"b"', 0, '"a" : 1'],
    ['a name', '"b"', 1, '"b":{"c":2}'],
    ['the colon before an object', ':{', 0, '"b":{"c":2}'],
    ['a brace', '{"c"', 0, '{'],
    ['what follows a brace', ' , "d"', 1, '}'],
  ])('%s', (_, part, plus, expected) => {
    const octet = payload.indexOf(part) + plus
    // The first character with no bit of an octet before it.
    const offset = 'e30.'.length + Math.floor((octet * 8) / 6)
    const link = linkOf(inspectionOf({ text: token, selected: 0 }).token, {
      in: 'token',
      offset: offset + (octet % 3 === 0 ? 0 : 1),
    })!
    expect(payload.slice(link.text!.from, link.text!.to)).toBe(expected)
  })
})
