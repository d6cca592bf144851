/** Times verification in batches: ours against jose's and the browser's own. */
import { median } from './statistics.mjs'
import { makeClaimsText } from './tokens.mjs'

const OCTETS = 300

/**
 * @returns {Promise<{alg: string, ours: number, whole: number, jose: number, raw: number, ratio: number}[]>} microseconds for one
 * verification; `ratio` is ours to jose's
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
    const [ours, whole, jose, raw] = ['ours', 'whole', 'jose', 'raw'].map((name) => median(times[name]))
    // Within a round the machine is the same to both.
    const ratio = median(times.ours.map((time, round) => time / times.jose[round]))
    results.push({ alg, ours, whole, jose, raw, ratio })
  }
  await page.close()
  return results
}
