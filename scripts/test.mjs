/**
 * `npm test [-- what vitest takes]`: installs what is missing and checks everything, or runs the tests that are named.
 * With `--budgets` the budgets are checked too. The work is in checks.mjs, for the reason in node.mjs.
 */
import { requireNode } from './node.mjs'

requireNode()
import('./checks.mjs').then(({ check }) => check(process.argv.slice(2)))
