/** What a person does with the network door, by roles and names. */
import type { Opened } from './harness.ts'
import { inspector } from './inspector.ts'

export type Form = 'OpenID issuer' | 'OAuth issuer' | 'Key set'

export function doorOf({ app, page }: Pick<Opened, 'app' | 'page'>) {
  const door = page.frameLocator('dialog iframe')
  const summary = app.getByText('Fetch keys…', { exact: true })
  const address = app.getByRole('textbox', { name: /^Address of the/ })
  return {
    ...inspector({ app, page }),
    door,
    summary,
    address,
    dialog: page.getByRole('dialog', { name: 'Network door' }),
    review: app.getByRole('button', { name: 'Review and fetch…' }),
    fetch: door.getByRole('button', { name: /^Fetch from / }),
    failure: door.getByRole('alert'),
    /** Names what to fetch, and opens the door for it. */
    async suggest(form: Form, text: string): Promise<void> {
      if (!(await address.isVisible())) await summary.click()
      await app.getByRole('radio', { name: form }).check()
      await address.fill(text)
      await app.getByRole('button', { name: 'Review and fetch…' }).click()
      // One door after another has to wait a moment.
      while (!(await page.locator('dialog').isVisible())) {
        await page.waitForTimeout(300)
        await app
          .getByRole('button', { name: 'Review and fetch…' })
          .click({ timeout: 1000 })
          .catch(() => {})
      }
    },
  }
}
