/** A host that serves the built site and sends no headers of its own; what it serves can be changed. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { documentPath, type Opened, open } from './harness.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

export interface Host {
  readonly url: string
  /** What is served in place of the build's, by file name. */
  readonly changed: Map<string, string>
  /** Nobody answers from here on. */
  close(): void
}

export async function servePlainly(): Promise<Host> {
  const changed = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/'
    const name = path === '/' ? 'index.html' : path.slice(1)
    try {
      const text = changed.get(name) ?? (await readFile(join(dirname(documentPath), name)))
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'text/plain' }).end(text)
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<!doctype html>none')
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    changed,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const visited = new WeakSet<BrowserContext>()

/** Opens the page, the first time after a visit by which the service worker was taken in. */
export async function openArmoured(context: BrowserContext, url: string): Promise<Opened> {
  if (!visited.has(context)) {
    visited.add(context)
    const { page } = await open(context, url)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.close()
  }
  return open(context, url)
}
