/** Names for the classes of the CSS modules that are as short as can be: each stands in style, script and markup. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Numbers the classes of all CSS modules in a folder, in the order of their paths, so that every build has the same.
 *
 * @returns what Vite takes as `css.modules.generateScopedName`; it has a longer name for a class written since
 */
export function classNames(folder: string): (local: string, path: string) => string {
  const names = new Map<string, string>()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  for (const path of paths.filter((path) => path.endsWith('.module.css')).sort()) {
    for (const [, local] of readFileSync(path, 'utf8').matchAll(/\.([a-z][\w-]*)/gi)) {
      const key = `${path}.${local}`
      if (!names.has(key)) names.set(key, `_${names.size.toString(36)}`)
    }
  }
  return (local, path) => names.get(`${path}.${local}`) ?? `${basename(path, '.module.css')}_${local}`
}
