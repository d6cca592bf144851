/** Before the site tests: builds `dist` if it is missing or older than what it is made from. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

function lastChange(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const entries = readdirSync(path).map((name) => lastChange(join(path, name)))
  return Math.max(stat.mtimeMs, ...entries)
}

export default function buildSite(): void {
  const built = join(root, 'dist/index.html')
  const changed = Math.max(...sources.map((path) => lastChange(join(root, path))))
  if (existsSync(built) && statSync(built).mtimeMs > changed) return
  // In a process of its own: here NODE_ENV is `test`, and the build would not be the one that is published.
  const { NODE_ENV: _, ...env } = process.env
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env, stdio: 'inherit' })
}
