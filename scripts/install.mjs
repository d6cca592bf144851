/** Installs the packages that package-lock.json names, if they are not there already. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Missing, root, runNpm } from './run.mjs'

/** When the file was last changed, in milliseconds; 0 if there is none. */
function lastChange(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** npm writes its own copy of the lock file last, so an installation that broke off counts as none. */
export function installPackages() {
  if (lastChange('node_modules/.package-lock.json') >= lastChange('package-lock.json')) return
  console.log('Installing packages (npm ci) …')
  // The tools that build and test are development dependencies: wanted even where NODE_ENV is `production`.
  const npm = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (npm.absent)
    throw new Missing('Cannot install packages: there is no npm on the PATH. It comes with Node.')
  if (!npm.ok) {
    throw new Missing(
      'Cannot install packages: npm ci failed, see above. It needs the npm registry, or a filled cache.',
    )
  }
}
