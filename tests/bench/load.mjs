/** Loads pages cold, each time in a context of its own, in turn. */
import { documentOf, newContext, within } from './browser.mjs'

/** The pages that have a Token box. */
const withBox = ['ours', 'more', 'floor']

/**
 * @param {Record<string, string>} urls
 * @returns {Promise<Record<string, {firstPaint: number, usable: number}[]>>} by the urls' names, in milliseconds after
 * the navigation began; `usable` is null for a page without a Token box
 */
export async function measureLoads(browser, urls, { repetitions, warmUp }) {
  const records = Object.fromEntries(Object.keys(urls).map((name) => [name, []]))
  for (let i = -warmUp; i < repetitions; i++) {
    for (const [name, url] of Object.entries(urls)) {
      const record = await loadOnce(browser, url, withBox.includes(name))
      if (i >= 0) records[name].push(record)
    }
  }
  return records
}

async function loadOnce(browser, url, hasBox) {
  const context = await newContext(browser)
  const page = await context.newPage()
  await page.goto(url)
  const start = await page.evaluate(() => performance.timeOrigin)
  const document = documentOf(page)
  const usable = hasBox
    ? await within(
        document.evaluate(() => bench.usable),
        `the Token box of ${url}`,
      )
    : null
  // The page's own: of a sealed page, that of the shell; the frame's content is there when its box is.
  const firstPaint = await within(
    page.evaluate(() => bench.firstPaint),
    `a paint of ${url}`,
  )
  await context.close()
  return { firstPaint: firstPaint - start, usable: usable === null ? null : usable - start }
}
