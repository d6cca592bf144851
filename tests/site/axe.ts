/** What axe-core finds on the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Opened } from './harness.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every violation in the app as it is now, with the markup that it is in. */
export async function violations({ frame }: Opened): Promise<string[]> {
  await frame.evaluate(axe)
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(document)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  })
}
