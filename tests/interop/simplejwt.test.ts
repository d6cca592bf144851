/** Django REST Framework with SimpleJWT, for real: what the server calls invalid, the page tells apart. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from '../site/harness.ts'
import { inspector } from '../site/inspector.ts'
import { type Django, missing, startDjango } from './django.ts'

const SECRET_KEY = 'django-insecure-8k#w2vq9!zr5t@x1m^p7c&b4n*d6f(h3j)l0s-u_y=e+g%a$o'
const why = missing()

// Where Django is not installed there is nothing to ask; in CI it must be.
if (why !== null && process.env.CI) throw new Error(`Django cannot be run, and CI requires it: ${why}`)

describe.skipIf(why !== null)(`SimpleJWT${why === null ? '' : ` (skipped: ${why})`}`, () => {
  let browser: Browser
  let site: Site
  let django: Django
  let brief: Django
  let answer: string
  let tokens: { readonly access: string; readonly refresh: string }

  beforeAll(async () => {
    ;[browser, site, django, brief] = await Promise.all([
      launch(),
      serveSite(),
      startDjango(SECRET_KEY),
      startDjango(SECRET_KEY, 1),
    ])
    answer = await logIn(django)
    tokens = JSON.parse(answer)
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close(), django?.close(), brief?.close()])
  })

  async function logIn(server: Django): Promise<string> {
    const { status, text } = await server.ask('/api/token/', {
      body: { username: 'ada', password: 'engine-no-1' },
    })
    expect(status).toBe(200)
    return text
  }

  /** Pastes into a page of its own, so that nothing is left of what came before. */
  async function paste(
    text: string,
    key: string,
  ): Promise<{ ui: ReturnType<typeof inspector>; opened: Opened }> {
    const opened = await open(await browser.newContext(), site.url)
    const ui = inspector(opened)
    await ui.token.fill(text)
    await ui.key.fill(key)
    return { ui, opened }
  }

  const refused = async (token: string) => {
    const { status, text } = await django.ask('/api/me/', { token })
    expect(status).toBe(401)
    return text
  }

  test('the whole answer is pasted: both tokens are listed, verified and explained', async () => {
    expect((await django.ask('/api/me/', { token: tokens.access })).status).toBe(200)
    const { ui } = await paste(answer, SECRET_KEY)
    await ui.reaches('verified')
    await expect
      .poll(() => ui.region('Input').innerText())
      .toMatch(/access[\s\S]*refresh|refresh[\s\S]*access/)
    await expect.poll(ui.findings).toContainEqual('hmac-key-django-insecure error')
    await expect.poll(() => ui.region('Checks').innerText()).toMatch(/SimpleJWT (access|refresh) token/)
  })

  test('wrong key', async () => {
    await refused(await otherKeyToken())
    const { ui } = await paste(await otherKeyToken(), SECRET_KEY)
    await ui.reaches('failed')
    expect(await ui.line('Signature')).toMatch(/does not match/i)
    expect(await ui.line('Time')).toMatch(/valid now/i)
  })

  async function otherKeyToken(): Promise<string> {
    const other = await startDjango('another-secret-key-of-some-other-project-0123456789')
    try {
      return JSON.parse(await logIn(other)).access
    } finally {
      await other.close()
    }
  }

  test('expired', async () => {
    const { access } = JSON.parse(await logIn(brief))
    await new Promise((resolve) => setTimeout(resolve, 2100))
    await refused(access)
    const { ui } = await paste(access, SECRET_KEY)
    await ui.reaches('verified')
    await expect.poll(() => ui.line('Time')).toMatch(/expired/i)
  })

  test('a refresh token in place of an access token', async () => {
    expect(await refused(tokens.refresh)).toMatch(/token_not_valid/)
    const { ui } = await paste(tokens.refresh, SECRET_KEY)
    await ui.reaches('verified')
    await expect.poll(() => ui.region('Checks').innerText()).toMatch(/SimpleJWT refresh token/)
    await ui.region('Checks').getByText('As libraries would see it').click()
    expect(await ui.region('Checks').locator('[data-library="simplejwt"]').innerText()).toMatch(
      /Token has wrong type/,
    )
  })

  test('tampered with', async () => {
    const [header, payload, signature] = tokens.access.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, user_id: 2 })).toString('base64url')
    const token = `${header}.${forged}.${signature}`
    await refused(token)
    const { ui } = await paste(token, SECRET_KEY)
    await ui.reaches('failed')
    expect(await ui.line('Structure')).toMatch(/sound/i)
  })
})
