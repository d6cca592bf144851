/** Fetching keys as a person does it: what is asked, what comes back, and how each failure is told from the others. */
import { createSign } from 'node:crypto'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorOf } from './door.person.ts'
import { type KeyServers, keySet, listenAsKeyServers, pair } from './door.servers.ts'
import { fileUrl, launch, open, type Site, serveSite } from './harness.ts'
import { base64url } from './inspector.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let servers: KeyServers

beforeAll(async () => {
  servers = await listenAsKeyServers()
  site = await serveSite()
  browser = await launch()
  context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
})
afterAll(async () => {
  await browser.close()
  await site.close()
  servers.close()
})

function es256(payload: object, header: object = {}): string {
  const input = `${base64url(JSON.stringify({ alg: 'ES256', kid: 'one', ...header }))}.${base64url(JSON.stringify(payload))}`
  const signature = createSign('sha256')
    .update(input)
    .sign({ key: pair.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${input}.${base64url(signature)}`
}

async function start(token = es256({ sub: 'me' })) {
  const opened = await open(context, site.url)
  const at = doorOf(opened)
  await at.key.fill('')
  await at.token.fill(token)
  servers.asked.length = 0
  return { ...opened, ...at }
}

describe('keys', () => {
  test('of an OpenID issuer come by two clicks, each for an address that was shown', async () => {
    const at = await start(es256({ iss: `${servers.http}/openid`, exp: 4_000_000_000 }))
    await at.reaches('needs-key')
    await at.summary.click()
    // The token suggests its issuer.
    expect(await at.address.inputValue()).toBe(`${servers.http}/openid`)
    expect(servers.asked).toEqual([])
    await at.review.click()
    await at.fetch.waitFor()
    expect(servers.asked).toEqual([])
    expect(await at.door.getByLabel('Address').innerText()).toBe(
      `${servers.http}/openid/.well-known/openid-configuration`,
    )
    await at.fetch.click()
    await expect.poll(() => at.door.getByLabel('Address').innerText()).toBe(`${servers.byNumber}/keys`)
    expect(servers.asked.map(({ url }) => url)).toEqual(['/openid/.well-known/openid-configuration'])
    await at.fetch.click()
    await at.reaches('verified')
    expect(servers.asked.map(({ url }) => url)).toEqual(['/openid/.well-known/openid-configuration', '/keys'])

    expect(await at.dialog.count()).toBe(0)
    await expect.poll(() => at.key.evaluate((box) => box === document.activeElement)).toBe(true)
    const origin = at.app.getByText(`Fetched from ${servers.byNumber}/keys`)
    expect(await origin.innerText()).toContain('names the same issuer as the token')
    // Once the text is another, it is not what was fetched.
    await at.key.press('End')
    await at.key.pressSequentially(' ')
    await expect.poll(() => origin.count()).toBe(0)
    await at.page.close()
  })

  test('of an RFC 8414 issuer, whose name in the metadata is not the token’s to the character', async () => {
    const at = await start(es256({ iss: `${servers.http}/oauth` }))
    await at.suggest('OAuth issuer', `${servers.http}/oauth`)
    await at.fetch.click()
    await expect.poll(() => at.door.getByLabel('Address').innerText()).toBe(`${servers.http}/keys`)
    await at.fetch.click()
    await at.reaches('verified')
    expect(await at.key.inputValue()).toBe(keySet)
    expect(servers.asked.map(({ url }) => url)).toEqual([
      '/.well-known/oauth-authorization-server/oauth',
      '/keys',
    ])
    await at.app.getByText('the slash at the end is a difference').waitFor()
    await at.page.close()
  })

  test('of an issuer that calls itself something else are taken with a warning; a query is left out', async () => {
    const at = await start(es256({ iss: `${servers.http}/foreign` }))
    await at.suggest('OpenID issuer', `${servers.http}/foreign`)
    await at.fetch.click()
    await at.door.getByText('Left out, and not sent: the query').waitFor()
    await at.fetch.click()
    await at.app.getByText('these are keys of another issuer').waitFor()
    expect(servers.asked.at(-1)?.url).toBe('/keys')
    await at.page.close()
  })

  test.each(['/keys', '/certificate', '/just-fits'])('of an address of their own: %s', async (path) => {
    const at = await start()
    await at.suggest('Key set', `${servers.http}${path}`)
    await at.fetch.click()
    await at.app.getByText(`Fetched from ${servers.http}${path}`).waitFor()
    await at.page.close()
  })

  test('verify the token, without any further step', async () => {
    const at = await start()
    await at.reaches('needs-key')
    await at.suggest('Key set', `${servers.http}/key`)
    await at.fetch.click()
    await at.reaches('verified')
    await at.page.close()
  })

  test('are asked for plainly: nothing of the person’s goes along, no cookie is kept', async () => {
    const at = await start()
    for (const path of ['/cookie', '/keys']) {
      await at.suggest('Key set', `${servers.http}${path}`)
      await at.fetch.click()
      await at.app.getByText(`Fetched from ${servers.http}${path}`).waitFor()
    }
    for (const { method, headers } of servers.asked) {
      expect(method).toBe('GET')
      expect(
        Object.keys(headers).filter(
          (name) =>
            !/^(host|connection|pragma|cache-control|user-agent|accept|accept-.*|origin|sec-fetch-.*|sec-ch-.*)$/.test(
              name,
            ),
        ),
      ).toEqual([])
      expect(headers.origin).toBe(new URL(site.url).origin)
    }
    expect(servers.asked).toHaveLength(2)
    expect(await context.cookies()).toEqual([])
    await at.page.close()
  })

  test('are suggested by jku too, with a warning that it is another host than the issuer’s', async () => {
    const at = await start(es256({ iss: 'https://idp.example' }, { jku: 'https://evil.example/k?x' }))
    await at.summary.click()
    expect(await at.address.inputValue()).toBe('https://idp.example')
    await at.app.getByRole('button', { name: 'Use “jku”' }).click()
    expect(await at.address.inputValue()).toBe('https://evil.example/k?x')
    await at.app.getByText('evil.example is not the host of the token’s issuer, idp.example.').waitFor()
    await at.app.getByText('Left out, and not sent: the query').waitFor()
    expect(servers.asked).toEqual([])
    await at.page.close()
  })
})

describe('a failure is told from the others', () => {
  test.each([
    ['/500', /HTTP status 500/],
    ['/404', /HTTP status 404 \(not found\)/],
    ['/401', /HTTP status 401 \(it wants a login\)/],
    ['/redirect', /redirects to another address, which is not followed/],
    ['/html', /a web page \(HTML\), not JSON/],
    ['/text', /is not JSON/],
    ['/octets', /is no text/],
    ['/error', /no key set/],
    ['/big', /larger than 1 MB/],
    ['/endless', /larger than 1 MB/],
    ['/slow', /No answer within 10 seconds/],
    ['/trickle', /No answer within 10 seconds/],
    ['/no-cors', /No answer that a page may read/],
    ['/trap/.well-known/openid-configuration', /names an address for its keys that is not asked.*Plain http/],
  ])('%s', async (path, words) => {
    const at = await start()
    await at.suggest('Key set', `${servers.http}${path}`)
    await at.fetch.click()
    await expect.poll(() => at.failure.innerText(), { timeout: 12_000 }).toMatch(words)
    expect(servers.asked.map(({ url }) => url)).toEqual([path])
    // What else can be done: a command, and pasting.
    await at.door.getByText(`curl -sS --max-time 10 '${servers.http}${path}'`).waitFor()
    await at.door.getByRole('button', { name: 'Paste keys instead' }).click()
    await expect.poll(() => at.key.evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await at.key.inputValue()).toBe('')
    await at.page.close()
  })

  test.each([
    ['that forbids reading', () => `${servers.http}/no-cors`, /does not allow other pages to read it/, 2],
    ['that is not there', () => `${servers.closed}/keys`, /cannot be reached/, 0],
    [
      'with a certificate that nobody signed',
      () => `${servers.https}/keys`,
      /cannot be reached.*certificate/,
      0,
    ],
  ])('a server %s: one more click finds out', async (_, address, words, requests) => {
    const at = await start()
    await at.suggest('Key set', address())
    await at.fetch.click()
    await expect.poll(() => at.failure.innerText()).toMatch(/No answer that a page may read/)
    await at.door.getByRole('button', { name: 'Find out which' }).click()
    await expect.poll(() => at.failure.innerText()).toMatch(words)
    expect(servers.asked).toHaveLength(requests)
    await at.page.close()
  })

  test('metadata that leads to metadata leads nowhere', async () => {
    const at = await start()
    await at.suggest('OpenID issuer', `${servers.http}/loop`)
    await at.fetch.click()
    await at.door.getByText('says that its keys are here').waitFor()
    await at.fetch.click()
    await expect.poll(() => at.failure.innerText()).toMatch(/no key set/)
    await at.page.close()
  })
})

describe('where nothing can be fetched', () => {
  test('from a file: it says so, and gives the command', async () => {
    const opened = await open(context, fileUrl)
    const at = { ...opened, ...doorOf(opened) }
    await at.summary.click()
    await at.address.fill('https://idp.example')
    await at.app.getByText('A page opened from a file cannot fetch').waitFor()
    await at.app
      .getByText("curl -sS --max-time 10 'https://idp.example/.well-known/openid-configuration'")
      .waitFor()
    expect(await at.review.count()).toBe(0)
    await opened.page.close()
  })

  test('offline: it says so, and comes back with the network', async () => {
    const at = await start()
    await at.summary.click()
    await at.address.fill('https://idp.example')
    await at.review.waitFor()
    await context.setOffline(true)
    await at.app.getByText('You are offline').waitFor()
    await context.setOffline(false)
    await at.review.waitFor()
    await at.page.close()
  })
})

test('all of it works by keyboard, and Escape gives the focus back', async () => {
  const at = await start()
  await at.summary.focus()
  await at.page.keyboard.press('Enter')
  await at.address.fill(`${servers.http}/openid`)
  await at.review.focus()
  await at.page.keyboard.press('Enter')
  await at.fetch.waitFor()
  await at.page.keyboard.press('Escape')
  await expect.poll(() => at.dialog.count()).toBe(0)
  await expect.poll(() => at.review.evaluate((button) => button === document.activeElement)).toBe(true)
  await at.page.waitForTimeout(1100)
  await at.page.keyboard.press('Enter')
  await expect.poll(() => at.fetch.isEnabled()).toBe(true)
  await at.page.keyboard.press('Tab')
  await at.page.keyboard.press('Enter')
  await expect.poll(() => servers.asked.length).toBe(1)
  await at.page.close()
})
