import { expect, test } from 'vitest'
import { fixture } from '../keys/fixture.ts'
import { diagnosed } from './diagnosed.ts'

interface Row {
  readonly name: string
  readonly tool: string
  readonly token: string
  /** A secret, a JWK, or the name of a file. */
  readonly key: string
  readonly expect: string
}

const rows = JSON.parse(fixture('diagnose/tools.json')) as readonly Row[]

test.each(rows)('$name ($tool)', async ({ token, key, expect: id }) => {
  const keyText = key.endsWith('.pem') ? fixture(`keys/${key}`) : key
  const { found, hints } = await diagnosed({ text: token, keyText })
  expect([...found, ...hints].map((one) => one.id)).toEqual([id])
})
