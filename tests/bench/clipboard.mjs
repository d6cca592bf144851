/** Puts text on the browser's clipboard, as another tab would. */
export async function openClipboard(browser, url) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(url)
  return { copy: (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text) }
}
