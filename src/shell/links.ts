/**
 * Every page that the app can ask the shell to open, by id; nothing else is ever opened. The table is closed on purpose:
 * a free parameter, were it only a section number, would let script inside the frame spell a secret into an address.
 */
import { specs } from '../content/spec.ts'

export const links: ReadonlyMap<string, string> = new Map(
  Object.entries<{ readonly url: string | null }>(specs).flatMap(([id, { url }]): [string, string][] =>
    url === null ? [] : [[id, url]],
  ),
)
