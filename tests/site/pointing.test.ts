/** Pointing by mouse, caret and button: what lights up is what is pointed at. */
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

/** What lights up in the panes. */
const lit = () =>
  opened.frame.evaluate(() =>
    [...(CSS.highlights.get('jot-linked') ?? [])].map((range) => {
      const { startContainer, startOffset, endOffset } = range as StaticRange
      return (startContainer.textContent ?? '').slice(startOffset, endOffset)
    }),
  )

describe('the mouse', () => {
  test.each([0.2, 0.8])('at %d of a character’s width points at that character', async (part) => {
    await at.token.fill(hs256('{"sub":"me","n":1}'))
    const offset = 30
    const box = await at.token.evaluate((content, at) => {
      const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
      let left = at
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { length } = node.textContent!
        if (left >= length) {
          left -= length
          continue
        }
        const range = document.createRange()
        range.setStart(node, left)
        range.setEnd(node, left + 1)
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x, y, width, height }
      }
      throw new Error('no such character')
    }, offset)
    const frame = (await opened.page.locator('iframe').boundingBox())!
    await opened.page.mouse.move(frame.x + box.x + box.width * part, frame.y + box.y + box.height / 2)
    const pointed = at.region('Bytes').locator('li[data-pointed] b')
    const token = await at.token.innerText()
    await expect.poll(() => pointed.allInnerTexts()).toEqual([token[offset]])
    const place = await at.region('Bytes').locator('p').first().innerText()
    expect(place).toMatch(/header, octet/)
  })

  test.each([0.2, 0.8])('the same in a pane', async (part) => {
    await at.token.fill(hs256('just text'))
    const pane = opened.app.getByRole('textbox', { name: 'Payload text', exact: true })
    await expect.poll(() => pane.innerText()).toBe('just text')
    const box = await pane.evaluate((view) => {
      const range = document.createRange()
      range.setStart(view.firstElementChild!.firstChild!, 3)
      range.setEnd(view.firstElementChild!.firstChild!, 4)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    })
    const frame = (await opened.page.locator('iframe').boundingBox())!
    await opened.page.mouse.move(frame.x + box.x + box.width * part, frame.y + box.y + box.height / 2)
    await expect.poll(lit).toEqual(['t'])
    expect(
      await opened.frame.evaluate(() => [...CSS.highlights.get('jot-linked')!].map((r) => r.startOffset)),
    ).toEqual([3])
  })
})

test('the caret, while the mouse rests where it clicked', async () => {
  await at.token.fill(hs256('{"sub":"me","n":1}'))
  const pane = opened.app.getByRole('textbox', { name: 'Payload text', exact: true })
  await expect.poll(() => pane.innerText()).toMatch(/"n": 1/)
  await pane.click({ position: { x: 60, y: 34 } })
  await expect.poll(lit).toEqual(['"sub": "me"'])
  await opened.page.keyboard.press('ArrowDown')
  await expect.poll(lit).toEqual(['"n": 1'])
})

describe('a button', () => {
  test('the place of a finding is brought in sight and lit, each time', async () => {
    const [header, payload] = hs256(JSON.stringify({ long: 'x'.repeat(9000) })).split('.')
    const broken = `${header}.${payload!.slice(0, 9000)}*${payload!.slice(9000)}.AAAA`
    await at.token.fill(broken)
    const place = at.region('Findings').locator('[data-rule] button').first()
    await expect.poll(() => place.innerText()).toMatch(/Payload, character 9001/)
    for (let i = 0; i < 2; i++) {
      await at.token.evaluate(({ parentElement }) => parentElement!.scrollTo(0, 0))
      await place.click()
      await expect.poll(() => opened.app.locator('.jot-linked').allInnerTexts()).toEqual(['*'])
      const [lit, box] = await Promise.all([
        opened.app.locator('.jot-linked').boundingBox(),
        at.token.locator('..').boundingBox(),
      ])
      expect(lit!.y).toBeGreaterThanOrEqual(box!.y)
      expect(lit!.y + lit!.height).toBeLessThanOrEqual(box!.y + box!.height)
    }
  })
})
