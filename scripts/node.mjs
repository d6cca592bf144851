/**
 * Refuses a Node that is too old, in one line. This file, and the entry files that import it first, keep to what Node 12
 * reads (no `?.`, no `node:` modules): newer syntax would be a syntax error there, and the line would never be printed.
 */

const needed = [20, 19]

/** Ends the process with exit code 1 and one clear line unless this Node is new enough. */
export function requireNode() {
  const have = process.version.slice(1)
  const [major, minor] = have.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return
  console.error(`Jotscope needs Node ${needed.join('.')} or newer; this is Node ${have}.`)
  process.exit(1)
}
