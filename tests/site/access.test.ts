/** For everybody: axe-core finds nothing in any state, in both themes and at both widths; all of it works by keyboard. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch, open, type Site, serveSite } from './harness.ts'
import { base64url, hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const fixture = (name: string) => JSON.parse(readFileSync(`tests/fixtures/${name}.json`, 'utf8'))
const sdJwt = fixture('rfc9901/5_2.presentation_kb')

const states: readonly (readonly [state: string, token: string, key: string])[] = [
  ['verified', hs256('{"sub":"me","exp":4000000000,"iat":1700000000000}'), secret],
  ['verified', hs256('{"sub":"me","exp":1,"big":9223372036854775807,"big":1}'), secret],
  ['failed', hs256('{"sub":"me"}'), 'another secret, long enough for it'],
  ['needs-key', hs256(JSON.stringify({ long: 'x'.repeat(3000), deep: [[[{ a: null }]]] })), ''],
  ['impossible', hs256('{}'), '-----BEGIN NOTHING-----'],
  ['unsecured', `${base64url('{"alg":"none"}')}.e30.`, ''],
  ['unreadable', `${base64url('{"alg":"HS256"}')}.e3!0==.A B`, secret],
  ['unreadable', 'no token at all', ''],
  ['verified', hs256(Uint8Array.of(0, 255, 1)), secret],
  ['verified', sdJwt.sdJwt, JSON.stringify(sdJwt.issuerPublicJwk)],
  ['failed', sdJwt.sdJwt.replace('~', `~${base64url('["salt","name","Eve"]')}~`), ''],
  ['needs-key', fixture('rfc9449/dpop').resourceRequest, ''],
  ['empty', '', ''],
]

describe.each([
  ['light', 1400],
  ['dark', 1400],
  ['light', 390],
  ['dark', 390],
] as const)('%s, %i px wide', (colorScheme, width) => {
  test('axe-core finds nothing in any state, and nothing overflows', async () => {
    const opened = await open(
      await browser.newContext({ colorScheme, viewport: { width, height: 900 } }),
      site.url,
    )
    const at = inspector(opened)
    await opened.app.getByRole('button', { name: 'Explain this token', exact: true }).click()
    await at.region('Explanation').waitFor()
    for (const [state, token, key] of states) {
      await at.token.fill(token)
      await at.key.fill(key)
      await at.reaches(state)
      expect(await violations(opened), `${state} ${token.slice(0, 30)}`).toEqual([])
      expect(
        await opened.frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `overflow of ${token.slice(0, 30)}`,
      ).toBeLessThanOrEqual(0)
    }
    await opened.app.getByRole('button', { name: 'Copy explanation', exact: true }).click()
    await opened.app.getByText('Copied', { exact: true }).waitFor()
    expect(await violations(opened), 'copied').toEqual([])
    for (const view of ['Build', 'Compare', 'Learn', 'Inspect']) {
      await opened.app.getByRole('link', { name: view, exact: true }).click()
      expect(await violations(opened), view).toEqual([])
    }
    await opened.page.context().close()
  })
})

test.each([320, 390, 768, 1099, 1100, 1920, 2560])('%i px: no sideways scroll', async (width) => {
  const opened = await open(await browser.newContext({ viewport: { width, height: 900 } }), site.url)
  const at = inspector(opened)
  const long = JSON.stringify({
    ['n'.repeat(300)]: 'v'.repeat(5000),
    url: `https://example.com/${'p'.repeat(400)}`,
  })
  for (const alg of ['HS256', 'A'.repeat(80)]) {
    await at.token.fill(hs256(long, JSON.stringify({ alg })))
    await at.reaches(alg === 'HS256' ? 'needs-key' : 'impossible')
    for (const wrap of [true, false]) {
      await opened.app.getByRole('checkbox', { name: 'Wrap' }).setChecked(wrap)
      expect(
        await opened.frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  }
  await opened.page.context().close()
})

test('on a narrow screen a chip tells the verdict while it is out of sight, and leads back to it', async () => {
  const opened = await open(await browser.newContext({ viewport: { width: 390, height: 800 } }), site.url)
  const at = inspector(opened)
  await at.reaches('verified')
  const chip = opened.app.getByRole('button', { name: 'Verified', exact: true })
  await expect.poll(() => chip.count()).toBe(0)
  await at.region('Findings').scrollIntoViewIfNeeded()
  await chip.waitFor()
  const box = (await chip.boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual(800)
  await chip.click()
  await expect.poll(() => chip.count()).toBe(0)
  const { y } = (await at.verdict.boundingBox())!
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(400)
  await opened.page.context().close()
})

test('where colours are forced, what is pointed at alone stands out, in the token too', async () => {
  const opened = await open(await browser.newContext({ forcedColors: 'active' }), site.url)
  const at = inspector(opened)
  await opened.app.getByRole('textbox', { name: 'Payload text', exact: true }).press('Control+Home')
  await opened.page.keyboard.press('ArrowDown')
  await opened.app.locator('.jot-linked').first().waitFor()
  expect(
    await opened.app
      .locator('.jot-linked')
      .first()
      .evaluate((part) => getComputedStyle(part).outlineStyle),
  ).toBe('solid')
  const lit = await opened.frame.evaluate(() =>
    [...CSS.highlights].filter(([, { size }]) => size > 0).map(([name]) => name),
  )
  expect(lit).toEqual(['jot-linked'])
  await at.reaches('verified')
  await opened.page.context().close()
})

describe('by keyboard', () => {
  test('the caret in the token lights up the claim, the caret in the payload lights up the token', async () => {
    const opened = await open(await browser.newContext(), site.url)
    const at = inspector(opened)
    const token = hs256('{"first":1,"second":"two"}')
    await at.token.fill(token)
    await at.token.press('Control+Home')
    const linked = () =>
      opened.app
        .locator('.jot-linked')
        .allInnerTexts()
        .then((parts) => parts.join(''))
    const shown = () =>
      opened.frame.evaluate(() =>
        [...(CSS.highlights.get('jot-linked') ?? [])]
          .map((range) => {
            const { startContainer, startOffset, endOffset } = range as StaticRange
            return (startContainer.textContent ?? '').slice(startOffset, endOffset)
          })
          .join(),
      )
    for (let i = 0; i < token.indexOf('.') + 8; i++) await opened.page.keyboard.press('ArrowRight')
    await expect.poll(shown).toBe('"first": 1')
    const bytes = await at.region('Bytes').innerText()
    expect(bytes).toMatch(/payload, octet/)
    await opened.app.getByRole('textbox', { name: 'Payload text', exact: true }).focus()
    await opened.page.keyboard.press('Control+Home')
    await opened.page.keyboard.press('ArrowDown')
    await opened.page.keyboard.press('ArrowDown')
    await opened.page.keyboard.press('End')
    await opened.page.keyboard.press('ArrowLeft')
    // Octets 11 to 24 are characters 14 to 34 of the payload.
    const start = token.indexOf('.') + 1
    await expect.poll(linked).toBe(token.slice(start + 14, start + 34))
    await opened.page.keyboard.type('x')
    await opened.page.keyboard.press('Backspace')
    await expect.poll(() => at.region('Payload').innerText()).toContain('"second": "two"')
    await opened.page.context().close()
  })

  test('Control+End and a selection get to the very end of a long payload', async () => {
    const opened = await open(await browser.newContext(), site.url)
    const at = inspector(opened)
    await at.token.fill(hs256(JSON.stringify({ list: Array.from({ length: 20_000 }, (_, i) => i), last: 1 })))
    await at.reaches('needs-key')
    await opened.app.getByRole('textbox', { name: 'Payload text', exact: true }).press('Control+Home')
    await opened.page.keyboard.press('Control+Shift+End')
    const selected = await opened.frame.evaluate(() => getSelection()!.toString())
    expect(selected.slice(-11)).toBe('"last": 1\n}')
    await opened.page.context().close()
  })

  test('all controls are reached by Tab, each with a name', async () => {
    const opened = await open(await browser.newContext(), site.url)
    const names = new Set<string>()
    for (let i = 0; i < 140; i++) {
      await opened.page.keyboard.press('Tab')
      const name = await opened.frame.evaluate(() => {
        let active: Element | null = document.activeElement
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
        if (active === null || active === document.body) return ''
        const label = (active as HTMLInputElement).labels?.[0]?.textContent
        return active.getAttribute('aria-label') ?? label ?? active.textContent ?? ''
      })
      names.add(name.trim())
    }
    for (const name of [
      'Inspect',
      'Theme',
      'Token',
      'Key',
      'Key format',
      'Header text',
      'Payload text',
      'Signature text',
      'Copy token',
      'Copy header',
      'Copy payload',
      'Clear',
    ]) {
      expect([...names], name).toContain(name)
    }
    await opened.page.context().close()
  })
})
