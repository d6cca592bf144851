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

/** The document with another page in its frame: what the seal alone costs. */
function sealIn(document, page) {
  const escaped = page.replaceAll('&', '&amp;').replaceAll("'", '&#39;')
  return document.replace(/srcdoc='[^']*'/, () => `srcdoc='${escaped}'`)
}

/** The document with half a megabyte more of code that nobody asks for. */
function withMoreChunks(document) {
  const more = Array.from(
    { length: 10_000 },
    (_, i) => `const unused${i} = () => take(${i}, "of what is not run")`,
  )
  const chunk = `<script type="text/plain" data-chunk="more.js">${more.join('\n')}</script>`
  return document.replace('<template>', (start) => `${chunk}${start}`)
}

/**
 * Serves everything until `close()`.
 *
 * @returns {Promise<{ours: string, floor: string, plain: string, sealed: string, more: string, verify: string, close(): Promise<void>}>} addresses
 */
export async function servePages() {
  const folder = await mkdtemp(join(tmpdir(), 'jotscope-bench-'))
  await buildOthers(folder)
  const serving = spawn(process.execPath, [join(root, 'scripts/serve.mjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [ours] = await Promise.race([once(createInterface(serving.stdout), 'line'), once(serving, 'exit')])
  if (typeof ours !== 'string') throw new Error('dist cannot be served')
  const document = await fetch(ours)
  const policy = document.headers.get('content-security-policy')
  const plain = await readFile(join(here, 'plain/index.html'), 'utf8')
  const text = await document.text()
  const sealed = sealIn(text, plain)
  const more = withMoreChunks(text)

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const made = { '/plain/': plain, '/sealed/': sealed, '/more/': more }[pathname]
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const body = made ?? (await readFile(join(folder, path)).catch(() => null))
    if (body === null) return response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(path)])
    if (made !== undefined) response.setHeader('Content-Security-Policy', policy)
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const others = `http://127.0.0.1:${server.address().port}`
  return {
    ours,
    floor: `${others}/floor/`,
    plain: `${others}/plain/`,
    sealed: `${others}/sealed/`,
    more: `${others}/more/`,
    verify: `${others}/verify/`,
    async close() {
      serving.kill()
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true })
    },
  }
}
