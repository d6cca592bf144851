/** Where pasted text goes, and what is in sight after it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { hs256, inspector } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), site.url)
  at = inspector(opened)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe('pasting', () => {
  const paste = async (text: string) => {
    await opened.frame.evaluate((pasted) => {
      const active =
        document.activeElement?.shadowRoot?.activeElement ?? document.activeElement ?? document.body
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      active.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      )
    }, text)
  }

  test('takes the place of a sample and its key, wherever the caret is', async () => {
    await at.sample.selectOption('HS256')
    await at.token.focus()
    await paste(hs256('{"pasted":1}'))
    await at.reaches('needs-key')
    await expect.poll(() => at.region('Payload').innerText()).toContain('"pasted"')
    expect(await at.key.inputValue()).toBe('')
  })

  test('goes to the Token box when no box has the focus', async () => {
    await opened.app.getByRole('link', { name: 'Inspect', exact: true }).focus()
    await paste(hs256('{"elsewhere":1}'))
    await expect.poll(() => at.region('Payload').innerText()).toContain('"elsewhere"')
  })

  test('over all that is there shows the beginning and leaves the caret at the end', async () => {
    const long = hs256(JSON.stringify({ long: 'x'.repeat(9000) }))
    for (const selected of [true, false]) {
      await at.token.fill(selected ? long : '')
      await at.token.press(selected ? 'Control+a' : 'End')
      await paste(long)
      await expect.poll(() => at.region('Payload').innerText()).toContain('"long"')
      await opened.frame.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))),
      )
      expect(await at.token.evaluate(({ parentElement }) => parentElement!.scrollTop)).toBe(0)
      await opened.page.keyboard.type('Z')
      expect(await at.token.innerText()).toBe(`${long}Z`)
    }
  })

  test('into a token of one’s own goes where the caret is', async () => {
    await at.token.fill('ab')
    await at.token.press('Control+End')
    await paste('cd')
    expect(await at.token.innerText()).toBe('abcd')
  })
})
