/**
 * Serves the built site on this machine only, with the headers that `dist/_headers` asks of a host.
 *
 *   node scripts/serve.mjs [port]
 *
 * The port is the argument, or PORT, or the first free one from 4173; 0 takes any. Prints the address, nothing else.
 */
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const host = '127.0.0.1'
const firstPort = 4173
const dist = fileURLToPath(new URL('../dist/', import.meta.url))

const types = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The rules of `_headers`: a path on a line of its own, or the beginning of one with `*`, then one `  Name: value` a line.
 * @returns {(path: string) => Map<string, string>} the headers of all rules that fit a path, values of one name joined
 */
function readHeaders(text) {
  const rules = []
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] })
    const colon = line.indexOf(':')
    if (line.startsWith('  ')) {
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    }
  }
  const fits = (rule, path) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path
  return (path) => {
    const joined = new Map()
    for (const [name, value] of rules.filter((rule) => fits(rule, path)).flatMap(({ headers }) => headers)) {
      joined.set(name, joined.has(name) ? `${joined.get(name)}, ${value}` : value)
    }
    return joined
  }
}

/** Every file, read once: what is not in this table cannot be asked for. */
async function readSite() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('_'))
  const site = new Map()
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const body = await readFile(path)
    const type = types[extname(path)] ?? 'application/octet-stream'
    site.set(`/${path.slice(dist.length).replaceAll('\\', '/')}`, {
      type,
      encodings: { br: brotliCompressSync(body), gzip: gzipSync(body), identity: body },
    })
  }
  const home = site.get('/index.html')
  if (home) site.set('/', home)
  return site
}

function respond(site, headersFor, request, response) {
  const [path] = request.url.split(/[?#]/, 1)
  for (const [name, value] of headersFor(path)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const file = site.get(path)
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return
  }
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted)) ?? 'identity'
  const body = file.encodings[encoding]
  response.setHeader('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function listen(server, port, mayMove) {
  server.once('error', (error) => {
    if (error.code === 'EADDRINUSE' && mayMove) listen(server, port + 1, mayMove)
    else {
      const why =
        error.code === 'EADDRINUSE'
          ? 'something else does already; choose another with --port'
          : error.message
      console.error(`Cannot listen on ${host}:${port}: ${why}`)
      process.exitCode = 1
    }
  })
  server.listen(port, host)
}

const asked = process.argv[2] ?? process.env.PORT
if (asked !== undefined && !(/^\d{1,5}$/.test(asked) && Number(asked) < 65536)) {
  console.error(`No port: ${asked}. It is a number from 0 to 65535.`)
  process.exit(2)
}

try {
  const [site, headersFor] = await Promise.all([
    readSite(),
    readFile(join(dist, '_headers'), 'utf8').then(readHeaders),
  ])
  const server = createServer((request, response) => respond(site, headersFor, request, response))
  server.once('listening', () => console.log(`http://${host}:${server.address().port}/`))
  listen(server, Number(asked ?? firstPort), asked === undefined)
} catch (error) {
  console.error(`Nothing to serve, build first (npm run build): ${error.message}`)
  process.exitCode = 1
}
