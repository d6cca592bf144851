/** The pages: ours from `dist`, and those that it is measured against, built into a temporary folder and served. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, loadConfigFromFile } from 'vite'
import { root } from '../../scripts/run.mjs'

const here = fileURLToPath(new URL('./', import.meta.url))

/** Builds the floor page and the verification page, with the settings that the app is built with. */
async function buildOthers(folder) {
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(root, 'vite.config.ts'),
    root,
    'error',
  )
  for (const name of ['floor', 'verify']) {
    await build({
      configFile: false,
      root: join(here, name),
      base: './',
      logLevel: 'error',
      plugins: [react()],
      build: { target: config.build.target, outDir: join(folder, name), modulePreload: false },
    })
  }
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/**
 * Serves everything until `close()`.
 *
 * @returns {Promise<{ours: string, floor: string, plain: string, verify: string, close(): Promise<void>}>} addresses
 */
export async function servePages() {
  const folder = await mkdtemp(join(tmpdir(), 'jotscope-bench-'))
  await buildOthers(folder)
  const serving = spawn(process.execPath, [join(root, 'scripts/serve.mjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [ours] = await Promise.race([once(createInterface(serving.stdout), 'line'), once(serving, 'exit')])
  if (typeof ours !== 'string') throw new Error('dist cannot be served')
  const policy = (await fetch(ours)).headers.get('content-security-policy')

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const [, page, ...rest] = pathname.endsWith('/')
      ? `${pathname}index.html`.split('/')
      : pathname.split('/')
    const body = await readFile(join(page === 'plain' ? here : folder, page, ...rest)).catch(() => null)
    if (body === null) return response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(pathname)] ?? types['.html'])
    if (page === 'plain') response.setHeader('Content-Security-Policy', policy)
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const others = `http://127.0.0.1:${server.address().port}`
  return {
    ours,
    floor: `${others}/floor/`,
    plain: `${others}/plain/`,
    verify: `${others}/verify/`,
    async close() {
      serving.kill()
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true })
    },
  }
}
