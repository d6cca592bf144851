/** Finds the browsers beside Chromium in which the algorithms are tried, or gets them: Firefox, and WebKit under X. */
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { canInstall, installDebian } from './debian.mjs'

/** The path of a program of one of these names, or null. */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find((path) => existsSync(path)) ?? null
}

/** The path of a Firefox, or null. */
export function findFirefox() {
  return process.env.JOTSCOPE_FIREFOX || onPath('firefox-esr', 'firefox')
}

/** WebKitGTK's own small browser lies beside its library: /usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser. */
function findMiniBrowser() {
  for (const outer of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    for (const folder of foldersOf(outer)) {
      const inner = [folder, ...foldersOf(folder)].filter((path) => /webkit(2gtk|gtk)-[\d.]+$/.test(path))
      const found = inner.map((path) => join(path, 'MiniBrowser')).find((path) => existsSync(path))
      if (found !== undefined) return found
    }
  }
  return null
}

function foldersOf(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name))
  } catch {
    return []
  }
}

/** The paths of what it takes to drive WebKitGTK where there is no screen, or null where a part is missing. */
export function findWebKit() {
  const paths = { browser: findMiniBrowser(), driver: onPath('WebKitWebDriver'), screen: onPath('Xvfb') }
  return Object.values(paths).includes(null) ? null : paths
}

/** Installs what is missing, where that is possible; the tests say what they lack. */
export function ensureOthers() {
  const missing = [
    ...(findFirefox() === null ? ['firefox-esr'] : []),
    ...(findWebKit() === null ? ['webkit2gtk-driver', 'xvfb'] : []),
  ]
  if (missing.length === 0 || !canInstall()) return
  console.log(`Installing ${missing.join(', ')} …`)
  installDebian(missing)
}
