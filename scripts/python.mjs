/** Finds what the tests with other implementations need of Python, or gets it: a Django with SimpleJWT behind gunicorn, and jwcrypto. */
import { spawnSync } from 'node:child_process'
import { canInstall, installDebian } from './debian.mjs'

/** The Python whose packages Debian installs; another on the PATH would not have them. */
export const python = '/usr/bin/python3'

/** Modules, and the Debian packages that bring them. */
const packages = {
  rest_framework_simplejwt: 'python3-djangorestframework-simplejwt',
  gunicorn: 'gunicorn',
  jwcrypto: 'python3-jwcrypto',
}

function lacks(module) {
  return spawnSync(python, ['-c', `import ${module}`]).status !== 0
}

/** Installs what is missing, where that is possible; the tests say what they lack. */
export function ensurePython() {
  const missing = Object.keys(packages).filter(lacks)
  if (missing.length === 0 || !canInstall()) return
  const names = missing.map((module) => packages[module])
  console.log(`Installing ${names.join(', ')} …`)
  installDebian(names)
}
