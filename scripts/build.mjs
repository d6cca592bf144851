/** Builds `dist`, if it is missing or older than something it is made of. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, runProgram } from './run.mjs'

const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** When the file, or anything in the folder, was last changed, in milliseconds; 0 if there is none. */
function lastChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((last, name) => Math.max(last, lastChange(join(path, name))), stat.mtimeMs)
}

function isBuilt() {
  const changed = sources.map((path) => lastChange(join(root, path)))
  return lastChange(join(root, 'dist/index.html')) > Math.max(...changed)
}

/** @returns {boolean} whether `dist` is there and up to date */
export function buildSite() {
  if (isBuilt()) return true
  console.log('Building …')
  // Another NODE_ENV than the build's own would give another page than the one that is published.
  const { NODE_ENV: _, ...env } = process.env
  return runProgram('vite', ['build', '--logLevel', 'error'], { env: { ...env, NODE_NO_WARNINGS: '1' } }).ok
}
