/**
 * Refuses a Node that is too old, in one line. This file, and the entry files that import it first, keep to what Node 12
 * reads (no `?.`, no `node:` modules): newer syntax would be a syntax error there, and the line would never be printed.
 */

/** Ends the process with exit code 1 and one clear line unless this Node is new enough. Vite does not run on Node 21. */
export function requireNode() {
  const have = process.version.slice(1)
  const [major, minor] = have.split('.').map(Number)
  if (major > 21 || (major === 20 && minor >= 19)) return
  console.error(`Jotscope needs Node 20.19 or newer, and not 21; this is Node ${have}.`)
  process.exit(1)
}
