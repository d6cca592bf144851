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
    return port === undefined ? [] : [port]
  } catch {
    throw new Missing('Usage: npm start [-- --port N]')
  }
}

/** Serves until the server ends, or until this process is asked to: then that is a good end. */
function serve(port) {
  const child = spawn(process.execPath, [server, ...port], { stdio: ['ignore', 'inherit', 'inherit'] })
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked = true
      child.kill()
    })
  }
  child.on('exit', (code) => {
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
