/** Finds the other implementations that tests try the page with, or gets them: a Django with SimpleJWT behind gunicorn, jwcrypto, latchset’s jose. */
import { spawnSync } from 'node:child_process'
import { canInstall, installDebian } from './debian.mjs'

/** The Python whose packages Debian installs; another on the PATH would not have them. */
export const python = '/usr/bin/python3'

/** Debian packages, and a command that succeeds where each is installed. */
const packages = {
  'python3-djangorestframework-simplejwt': [python, '-c', 'import rest_framework_simplejwt'],
  gunicorn: [python, '-c', 'import gunicorn'],
  'python3-jwcrypto': [python, '-c', 'import jwcrypto'],
  jose: ['jose', 'alg'],
}

/** Installs what is missing, where that is possible; the tests say what they lack. */
export function ensureForeign() {
  const missing = Object.entries(packages).filter(([, [file, ...args]]) => spawnSync(file, args).status !== 0)
  if (missing.length === 0 || !canInstall()) return
  const names = missing.map(([name]) => name)
  console.log(`Installing ${names.join(', ')} …`)
  installDebian(names)
}
