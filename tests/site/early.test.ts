/** The page before its app stands: what is put into the prerendered boxes is taken over, and nothing of it is lost. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSource } from '../../src/shell/policy.ts'
import { documentPath, launch } from './harness.ts'

/** Holds back the frames and timers that the page asks for, until they are let go: the app waits for both. */
const holding = `{
  const { requestAnimationFrame, setTimeout } = window
  const held = []
  const hold = (task) => held.push(task)
  Object.assign(window, {
    requestAnimationFrame: hold,
    setTimeout: hold,
    letGo() {
      Object.assign(window, { requestAnimationFrame, setTimeout })
      for (const task of held.splice(0)) task()
    },
  })
}`

let browser: Browser
let context: BrowserContext
let folder: string
let url: string

beforeAll(async () => {
  browser = await launch()
  context = await browser.newContext()
  folder = await mkdtemp(join(tmpdir(), 'jotscope-early-'))
  const path = join(folder, 'index.html')
  const sealed = await readFile(documentPath, 'utf8')
  // Into the document itself, with its hash: script that the driver brings in may come too late.
  const held = sealed
    .replaceAll('script-src ', `script-src ${hashSource(holding).replaceAll("'", '&#39;')} `)
    .replace(/srcdoc='[^>]*><html[^>]*><head><meta[^>]*>/, (start) => `${start}<script>${holding}</script>`)
  await writeFile(path, held)
  url = pathToFileURL(path).href
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

function frameOf(page: Page): Frame {
  const [frame] = page.mainFrame().childFrames()
  if (!frame) throw new Error('the app has no frame')
  return frame
}

async function openEarly() {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  const app = page.frameLocator('iframe')
  const token = app.getByRole('textbox', { name: 'Token', exact: true })
  await token.waitFor()
  const letGo = async () => {
    await frameOf(page).evaluate(() => Reflect.get(window, 'letGo')())
    await app.locator('textarea[aria-label="Token"]').waitFor({ state: 'detached' })
    expect(await token.count()).toBe(1)
  }
  return { page, app, token, letGo, errors }
}

/** What a paste into the focused element does, without a clipboard that other tests share. */
function paste(page: Page, text: string): Promise<boolean> {
  return page
    .mainFrame()
    .childFrames()[0]!
    .evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      const outer = document.activeElement
      const target = outer?.shadowRoot?.activeElement ?? outer ?? document.body
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        composed: true,
        cancelable: true,
      })
      return target.dispatchEvent(event)
    }, text)
}

const other = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJlYXJseSJ9.'

test('the box is there at once, is one, and is the editor afterwards with the same text', async () => {
  const { page, token, letGo, errors } = await openEarly()
  expect(await token.count()).toBe(1)
  const sample = await token.inputValue()
  expect(sample).toMatch(/^eyJ/)
  expect(await token.isEditable()).toBe(true)
  await letGo()
  expect(await token.textContent()).toBe(sample)
  expect(await token.getAttribute('contenteditable')).toBe('true')
  expect(errors).toEqual([])
  await page.close()
})

test('what was typed is kept, the caret stands where it stood, and undoing leads back to the sample', async () => {
  const { page, app, token, letGo, errors } = await openEarly()
  const sample = await token.inputValue()
  await token.press('ControlOrMeta+A')
  await page.keyboard.type(other)
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await letGo()
  expect(await token.textContent()).toBe(other)
  await expect
    .poll(() => app.getByRole('region', { name: 'Payload', exact: true }).textContent())
    .toContain('early')
  await page.keyboard.type('X')
  expect(await token.textContent()).toBe(`${other.slice(0, -3)}X${other.slice(-3)}`)
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  expect(await token.textContent()).toBe(sample)
  expect(errors).toEqual([])
  await page.close()
})

test('a selection made early is what is typed over later', async () => {
  const { page, token, letGo } = await openEarly()
  await token.press('ControlOrMeta+A')
  await letGo()
  await page.keyboard.type('abc')
  expect(await token.textContent()).toBe('abc')
  await page.close()
})

test('pasted text takes the place of the sample, and joins what was typed', async () => {
  const { page, app, token, letGo } = await openEarly()
  await token.press('End')
  expect(await paste(page, other)).toBe(false)
  expect(await token.inputValue()).toBe(other)
  // From here on the browser pastes as into any text area.
  expect(await paste(page, other)).toBe(true)
  await letGo()
  expect(await token.textContent()).toBe(other)
  const verdict = app.getByRole('region', { name: 'Verdict', exact: true })
  await expect.poll(() => verdict.getAttribute('data-state')).toBe('unsecured')
  await page.close()
})

test('text pasted while no box has the focus goes to the Token box', async () => {
  const { page, token, letGo } = await openEarly()
  expect(await paste(page, other)).toBe(false)
  expect(await token.inputValue()).toBe(other)
  await letGo()
  expect(await token.textContent()).toBe(other)
  await page.close()
})

test('a key typed early is kept, and is used', async () => {
  const { page, app, letGo, errors } = await openEarly()
  const key = app.getByRole('textbox', { name: 'Key', exact: true })
  await key.fill('another key of at least thirty-two octets')
  await letGo()
  expect(await key.inputValue()).toBe('another key of at least thirty-two octets')
  const verdict = app.getByRole('region', { name: 'Verdict', exact: true })
  await expect.poll(() => verdict.getAttribute('data-state')).toBe('failed')
  expect(errors).toEqual([])
  await page.close()
})
