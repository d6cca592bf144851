import { expect, it } from 'vitest'
import { findingsOf, token } from './subject.ts'

it.each([
  ['https://localhost./', 'https://i.example', 'loopback'],
  ['https://a.LOCALHOST/', 'https://i.example', 'loopback'],
  ['https://localhost.localdomain/', 'https://i.example', 'loopback'],
  ['https://localhost./', 'i.example', 'loopback'],
  ['https://localhost/', 'https://localhost', 'loopback'],
  ['https://127.1./', 'https://i.example', 'ip'],
  ['https://evil.example/', 'i.example', 'host'],
  ['https://evil.example/', 'https://i.example.', 'host'],
  ['https://i.example./', 'https://i.example', 'chosen'],
  ['https://i.example/', 'https://i.example.', 'chosen'],
  ['https://i.example/keys', 'I.example:443/x', 'chosen'],
  ['https://i.example/', 'my-service', 'chosen'],
  ['https://i.example/', 'a@p.example', 'chosen'],
  ['https://i.example/', 'did:web:other.example', 'chosen'],
])('a key at %s for the issuer %s is %s', async (jku, iss, why) => {
  const [finding] = (await findingsOf(token({ alg: 'HS256', jku }, { iss }))).filter(
    ({ rule }) => rule === 'header-key-url',
  )
  expect(finding).toMatchObject({ values: { why }, severity: why === 'chosen' ? 'warning' : 'error' })
})
