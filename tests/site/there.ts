/** A browser and the sealed site for all tests of a file. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch, type Site, serveSite } from './harness.ts'

/** Both are there once the first test, or a `beforeAll` that is declared later, runs. */
export function siteForTests(): { readonly browser: Browser; readonly site: Site } {
  const there = {} as { browser: Browser; site: Site }
  beforeAll(async () => {
    there.browser = await launch()
    there.site = await serveSite()
  })
  afterAll(async () => {
    await there.browser.close()
    await there.site.close()
  })
  return there
}
