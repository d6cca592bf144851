/** The inspector as a person works it: by roles and names alone. */
import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import type { Opened } from './harness.ts'

export function inspector({ app, page }: Pick<Opened, 'app' | 'page'>) {
  const region = (name: string) => app.getByRole('region', { name, exact: true })
  const verdict = region('Verdict')
  return {
    token: app.getByRole('textbox', { name: 'Token', exact: true }),
    key: app.getByRole('textbox', { name: 'Key', exact: true }),
    keyFormat: app.getByRole('combobox', { name: 'Key format', exact: true }),
    sample: app.getByRole('combobox', { name: 'Sample', exact: true }),
    region,
    verdict,
    /** Waits until the verdict is this one. */
    async reaches(state: string) {
      await expect.poll(() => verdict.getAttribute('data-state'), { timeout: 10_000 }).toBe(state)
    },
    /** The text of one of the five lines. */
    line: (name: string) =>
      verdict
        .locator('dl > div')
        .filter({ has: page.locator('dt', { hasText: name }) })
        .locator('dd')
        .innerText(),
    findings: () =>
      region('Findings')
        .locator('[data-rule]')
        .evaluateAll((items) =>
          items.map((item) => `${item.getAttribute('data-rule')} ${item.getAttribute('data-severity')}`),
        ),
  }
}

export const secret = 'a secret of more than thirty-two octets'

export function base64url(text: string | Uint8Array): string {
  return Buffer.from(text as string).toString('base64url')
}

/** A JWS with HS256 made by Node, not by our code. */
export function hs256(
  payload: string | Uint8Array,
  header = '{"alg":"HS256","typ":"JWT"}',
  key = secret,
): string {
  const signingInput = `${base64url(header)}.${base64url(payload)}`
  return `${signingInput}.${createHmac('sha256', key).update(signingInput).digest('base64url')}`
}
