/**
 * Every page that the app can ask the shell to open, by id; nothing else is ever opened. The table is closed on purpose:
 * a free parameter, were it only a section number, would let script inside the frame spell a secret into an address.
 */
import { specIds, specOf } from '../content/spec.ts'

export const links: ReadonlyMap<string, string> = new Map(
  specIds().flatMap((id): [string, string][] => {
    const { url } = specOf(id)
    return url === null ? [] : [[id, url]]
  }),
)
