/** Running other programs from the project's folder. */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** Something that the person has to put right: its message is one clear line, and no stack is wanted. */
export class Missing extends Error {}

/** Path of a program inside an installed package, to be run by Node. */
export const programs = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/playwright-core/cli.js',
  typescript: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/**
 * Runs a program to its end; it shares the terminal, but not the input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{minutes?: number, env?: NodeJS.ProcessEnv, shell?: boolean, capture?: boolean}} [options] after `minutes` it
 * is stopped; with `capture`, what it prints (not its errors) is returned and not shown
 * @returns {{ok: boolean, absent: boolean, output: string}} whether it ended well, and whether there is no such program
 */
export function run(command, args, { minutes = 15, env = process.env, shell = false, capture = false } = {}) {
  const { status, error, stdout } = spawnSync(command, args, {
    cwd: root,
    env,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  })
  if (error?.code === 'ETIMEDOUT')
    console.error(`Stopped after ${minutes} minutes: ${command} ${args.join(' ')}`)
  return { ok: status === 0, absent: error?.code === 'ENOENT', output: stdout ?? '' }
}

/** Runs one of the installed {@link programs}. */
export function runProgram(name, args, options) {
  return run(process.execPath, [programs[name], ...args], options)
}

/** Runs npm: the one that started this script, else the one on the PATH. */
export function runNpm(args, options) {
  const self = process.env.npm_execpath ?? ''
  if (basename(self) === 'npm-cli.js') return run(process.execPath, [self, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Runs `work`; a {@link Missing} is printed as its one line and sets exit code 1. */
export async function orSay(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
