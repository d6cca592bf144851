/** Installing packages of Debian and its kin, where that is possible. */
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Whether this process may install packages. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs packages; bounded in time, as a network may swallow instead of refuse. */
export function installDebian(packages) {
  const options = { minutes: 5, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  // A list that cannot be refreshed may still be good enough to install from.
  run('apt-get', ['update', '-qq'], options)
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}
