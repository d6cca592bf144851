/** Types one character into a long token and takes it back, again and again. */
import { wait, within } from './browser.mjs'

/**
 * Milliseconds from the key to the paint of what it changes in the payload. The character stands near the beginning of
 * the payload segment, so that all octets after it change: `inserted` breaks the payload, `deleted` mends it.
 *
 * @param {object} inspector its box holds a long token
 * @returns {Promise<{inserted: number, deleted: number}[]>}
 */
export async function measureKeystrokes({ page, document }, { repetitions, warmUp }) {
  await page.bringToFront()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown')
  await wait(500)
  const press = async (key) => {
    await document.evaluate(() => bench.awaitKey())
    await page.keyboard.press(key)
    const time = await within(
      document.evaluate(() => bench.awaited),
      `what ${key} changes`,
    )
    await wait(200)
    return time
  }
  const records = []
  for (let i = -warmUp; i < repetitions; i++) {
    const record = { inserted: await press('A'), deleted: await press('Backspace') }
    if (i >= 0) records.push(record)
  }
  return records
}
