/** Pastes tokens into the pages in turn, with real keys and the real clipboard. */
import { letStop, processorTime, wait, whenStopped, within } from './browser.mjs'
import { makeToken } from './tokens.mjs'

/** Milliseconds after the paint until which what was put off counts, too. */
const AFTERMATH = 300

/**
 * @param {object[]} inspectors the pages, pasted into in this order each time
 * @param {{octets: number, repetitions: number, warmUp: number, clipboard: object}} options
 * @returns {Promise<Record<string, object[]>>} for each page's name, one record for each paste that counts
 */
export async function measurePastes(inspectors, { octets, repetitions, warmUp, clipboard }) {
  const records = Object.fromEntries(inspectors.map(({ name }) => [name, []]))
  for (let i = -warmUp; i < repetitions; i++) {
    const made = makeToken(octets, i + warmUp + 1)
    await clipboard.copy(made.token)
    for (const inspector of inspectors) {
      const record = await pasteOnce(inspector, made)
      if (i >= 0) records[inspector.name].push(record)
    }
  }
  return records
}

/**
 * One paste over what is there, in milliseconds: `wall` from the paste event to the paint of its payload, `cpu` of the
 * main threads in that time, `cpuIdle` of them until the page is idle again, and the longest task.
 */
export async function pasteOnce(inspector, made) {
  await makeReady(inspector)
  return pasteReady(inspector, made)
}

/** All of the text in the box is selected, and the page idle. */
export async function makeReady({ page }) {
  await page.bringToFront()
  await page.keyboard.press('Control+A')
  await wait(100)
}

export async function pasteReady(inspector, { nonce }) {
  const { page, document } = inspector
  const since = await document.evaluate(() => performance.now())
  await document.evaluate((expected) => bench.awaitPaste(expected), nonce)
  await letStop(inspector)
  const before = await processorTime(inspector)
  const stopped = whenStopped(inspector, () => processorTime(inspector))
  const pressed = page.keyboard.press('Control+V')
  const atPaint = await within(stopped, `the payload in ${inspector.name}`)
  await pressed
  const wall = await document.evaluate(() => bench.awaited)
  await wait(AFTERMATH)
  const atIdle = await processorTime(inspector)
  const longestTask = await document.evaluate((from) => bench.longestTask(from), since)
  return { wall, cpu: atPaint - before, cpuIdle: atIdle - before, longestTask }
}
