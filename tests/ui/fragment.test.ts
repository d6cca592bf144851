import { expect, it } from 'vitest'
import { takeLink } from '../../src/shell/fragment.ts'

it.each([
  ['#token=a.b.c', '', 'a.b.c', ['link-history'], ''],
  ['#value=a.b.c', '?x=1', 'a.b.c', ['link-history'], '?x=1'],
  ['#jwt=a.b.c', '', 'a.b.c', ['link-history'], ''],
  ['#eyJhIjoxfQ.b.c', '?x=1', 'eyJhIjoxfQ.b.c', ['link-history'], '?x=1'],
  ['#debugger-io?token=a.b.c', '', 'a.b.c', ['link-history'], ''],
  ['#/path?access_token=a.b.c', '', 'a.b.c', ['link-history'], ''],
  ['#token=a%2Eb.c', '', 'a.b.c', ['link-history'], ''],
  ['#token=a.b+.c', '', 'a.b+.c', ['link-history'], ''],
  ['#token=%zz', '', '%zz', ['link-history'], ''],
  [
    '#code=1&id_token=a.b.c&access_token=d.e.f&state=x',
    '',
    'code=1&id_token=a.b.c&access_token=d.e.f&state=x',
    ['link-history'],
    '',
  ],
  ['#token=a.b.c&secret=s3', '', 'a.b.c', ['link-key', 'link-history'], ''],
  [
    '#id_token=a.b.c&publicKey=k&token=d.e.f',
    '',
    'id_token=a.b.c&token=d.e.f',
    ['link-key', 'link-history'],
    '',
  ],
  ['', '?token=a.b.c', 'a.b.c', ['link-query'], ''],
  ['', '?lang=en&access_token=a.b.c', 'lang=en&access_token=a.b.c', ['link-query'], ''],
  ['#token=d.e.f', '?token=a.b.c&key=k', 'token=a.b.c&token=d.e.f', ['link-key', 'link-query'], ''],
  ['#key=k', '', '', ['link-key'], ''],
])('%s %s', (hash, search, text, notices, rest) => {
  expect(takeLink({ hash, search })).toEqual({ text, notices, rest })
})

it.each([
  ['', ''],
  ['#inspect', ''],
  ['#a=b', '?c=d'],
  ['#tokens', '?token'],
])('leaves %j %j be', (hash, search) => {
  expect(takeLink({ hash, search })).toBeNull()
})
