/** Everything that runs in the attacked page, bundled and put in there as one script. */
import { door } from './leak.door.ts'
import { elements } from './leak.elements.ts'
import { frames } from './leak.frames.ts'
import { hints } from './leak.hints.ts'
import { byHostName, navigations } from './leak.navigations.ts'
import { requests } from './leak.requests.ts'
import { tabs } from './leak.tabs.ts'
import type { Target, Vector } from './leak.vector.ts'

/** These share a page. */
export const together: Readonly<Record<string, Vector>> = {
  ...requests,
  ...elements,
  ...hints,
  ...frames,
  ...tabs,
}
/** Each of these has one of its own. */
export const alone: Readonly<Record<string, Vector>> = { ...navigations, ...byHostName, ...door }

/** Starts a vector; what it throws is its own affair. */
export function run(name: string, to: Target): void {
  const vector = together[name] ?? alone[name]
  if (!vector) throw new Error(`no vector ${name}`)
  void (async () => vector(to))().catch(() => {})
}

Object.assign(globalThis, { leak: run })
