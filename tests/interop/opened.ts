import { expect } from 'vitest'
import type { inspector } from '../site/inspector.ts'

/** A token of another implementation, and what the page is to say of it with the key. */
export interface Row {
  readonly label: string
  readonly state: 'verified' | 'decrypted'
  readonly token: string
  readonly key: string
}

/** What the page says otherwise: of the rows, and of every fifth with an octet changed, which must fail. */
export async function wronglyTold(ui: ReturnType<typeof inspector>, rows: readonly Row[]): Promise<string[]> {
  const wrong: string[] = []
  const state = async (token: string, key: string) => {
    await ui.token.fill(token)
    await ui.key.fill(key)
    await expect.poll(() => ui.verdict.getAttribute('data-state')).not.toMatch(/checking|needs-key|empty/)
    return ui.verdict.getAttribute('data-state')
  }
  for (const [i, { label, state: expected, token, key }] of rows.entries()) {
    const found = await state(token, key)
    if (found !== expected) wrong.push(`${label}: ${found}`)
    // Damage to a few is enough: what is told of it is tested elsewhere.
    if (i % 5 !== 0) continue
    const octet = token.at(-4) === 'A' ? 'B' : 'A'
    const damaged = await state(`${token.slice(0, -4)}${octet}${token.slice(-3)}`, key)
    if (damaged !== 'failed') wrong.push(`${label}, damaged: ${damaged}`)
  }
  return wrong
}
