/** The document opened from disk: no server, no origin worth the name, and still a whole inspector. */
import { createHmac } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileUrl, launch, type Opened, open } from './harness.ts'

const secret = 'a secret of at least thirty-two octets'

function sign(claims: object): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

let browser: Browser
let opened: Opened

beforeAll(async () => {
  browser = await launch()
  opened = await open(await browser.newContext(), fileUrl)
})
afterAll(() => browser.close())

async function verdictOf(token: string): Promise<{ state(): Promise<string | null> }> {
  const { app } = opened
  await app.getByRole('textbox', { name: 'Token', exact: true }).fill(token)
  await app.getByRole('textbox', { name: 'Key', exact: true }).fill(secret)
  const verdict = app.getByRole('region', { name: 'Verdict', exact: true })
  return { state: () => verdict.getAttribute('data-state') }
}

test('a token of another implementation is verified', async () => {
  const verdict = await verdictOf(sign({ sub: 'from a file' }))
  await expect.poll(verdict.state).toBe('verified')
  const payload = opened.app.getByRole('region', { name: 'Payload', exact: true })
  expect(await payload.textContent()).toContain('from a file')
})

test('a changed token is not', async () => {
  const [header, , signature] = sign({ sub: 'someone' }).split('.')
  const [, payload] = sign({ sub: 'someone else' }).split('.')
  const verdict = await verdictOf(`${header}.${payload}.${signature}`)
  await expect.poll(verdict.state).toBe('failed')
})

test('it asks for nothing but itself, and nothing is refused or fails', () => {
  const { requests, violations, console } = opened.seen
  expect(requests.filter((url) => !url.startsWith('data:') && url !== 'about:srcdoc')).toEqual([fileUrl])
  expect(violations).toEqual([])
  expect(console.filter((line) => line.startsWith('error'))).toEqual([])
})
