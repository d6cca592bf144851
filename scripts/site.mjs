/** Installs, builds and serves the site. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildSite } from './build.mjs'
import { installPackages } from './install.mjs'
import { Missing, orSay } from './run.mjs'

const server = fileURLToPath(new URL('./serve.mjs', import.meta.url))

/** @returns {string[]} what the server takes: the port, if one was asked for */
function portOf(args) {
  try {
    const { port } = parseArgs({ args, options: { port: { type: 'string' } } }).values
    if (port === undefined) return []
    if (/^\d{1,5}$/.test(port)) return [port]
  } catch {
    // An option that there is not: the same answer.
  }
  throw new Missing('Usage: npm start [-- --port N]')
}

/** Serves until the server ends, or until this process is asked to: then that is a good end. */
function serve(port) {
  const child = spawn(process.execPath, [server, ...port], { stdio: ['ignore', 'inherit', 'inherit'] })
  let asked = false
  const stop = () => {
    asked = true
    child.kill()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // Who stops npm by a signal stops only the shell between it and this process: no signal comes here.
  const { ppid } = process
  const watch = setInterval(() => process.ppid !== ppid && stop(), 500)
  child.on('exit', (code) => {
    clearInterval(watch)
    process.exitCode = asked ? 0 : (code ?? 1)
  })
}

/** @param {readonly string[]} args of the command line */
export function start(args) {
  return orSay(() => {
    const port = portOf(args)
    installPackages()
    if (!buildSite()) throw new Missing('Cannot serve: the build failed, see above.')
    console.log('Serving, Ctrl-C ends it:')
    serve(port)
  })
}
