/** Times verification in batches: ours against jose's and the browser's own. */
import { median } from './statistics.mjs'
import { makeClaimsText } from './tokens.mjs'

const OCTETS = 300

/**
 * @returns {Promise<{alg: string, ours: number, jose: number, raw: number}[]>} microseconds for one verification
 */
export async function measureVerification(browser, url, { rounds, batch }) {
  const page = await browser.newPage()
  await page.goto(url)
  const payloads = Array.from({ length: 20 }, (_, seed) => makeClaimsText(OCTETS, seed))
  const results = []
  for (const alg of ['RS256', 'ES256', 'HS256']) {
    const times = await page.evaluate(
      ([name, texts, count, size]) => measure(name, texts, count, size),
      [alg, payloads, rounds, batch],
    )
    const [ours, jose, raw] = ['ours', 'jose', 'raw'].map((name) => median(times[name]))
    results.push({ alg, ours, jose, raw })
  }
  await page.close()
  return results
}
