import { expect, it } from 'vitest'
import { inspect } from '../../../src/core/inspect.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const header = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')

it.each(['GET /orders/4711', '{"a":[1]}', 'é 😀', '$.02'])('a payload as it is: %s', (payload) => {
  expect(inspect(`${header}.${payload}.AAAA`).token).toMatchObject({
    kind: 'jws',
    payloadContent: { text: payload },
  })
})
it('takes no other text for one', () => {
  const token = `${encode('{"alg":"HS256","b64":true}')}.GET /orders.AAAA`
  expect(inspect(token).token?.kind).not.toBe('jws')
  expect(inspect(`${header}.a b.AA*A`).token?.faults).not.toEqual([])
})
