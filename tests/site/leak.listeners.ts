/** Everything on this machine that a secret could reach, and a record of what did. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

export interface Arrival {
  /** `http`, `websocket`, `tcp`, `udp`, `other tab`, `pop-up`, `net log`, … */
  readonly via: string
  readonly text: string
}

export interface Listeners {
  readonly arrivals: Arrival[]
  /** Answers anything, to any origin, with something of the kind asked for. */
  readonly http: string
  /** Reads whatever comes: the name in a TLS greeting is in the clear. */
  readonly tcpPort: number
  readonly udpPort: number
  close(): void
}

const scriptBody = `self.onmessage = () => {}; self.addEventListener('fetch', () => {})`
const bodies: readonly (readonly [suffix: RegExp, type: string, body: string])[] = [
  [/\.js$/, 'text/javascript', scriptBody],
  [/\.css$/, 'text/css', ''],
  [/\.html$/, 'text/html', '<!doctype html><meta charset="utf-8"><title>reached</title>'],
  [/\.svg$/, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" id="x"/>'],
  [/\.vtt$/, 'text/vtt', 'WEBVTT'],
  [/\.json$/, 'application/json', '{}'],
  [/\.events$/, 'text/event-stream', ''],
]

async function textOf(request: IncomingMessage): Promise<string> {
  const body: Buffer[] = []
  for await (const part of request) body.push(part as Buffer)
  return `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n${Buffer.concat(body)}`
}

/** @param pages what else is served, by path: the page that the control runs in. */
export async function listen(pages: Readonly<Record<string, string>>): Promise<Listeners> {
  const arrivals: Arrival[] = []

  const http = createHttpServer(async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    const page = pages[path]
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
      return
    }
    arrivals.push({ via: 'http', text: await textOf(request).catch(String) })
    const [, type, body] = bodies.find(([suffix]) => suffix.test(path)) ?? [null, 'text/plain', 'ok']
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    response.setHeader('Supports-Loading-Mode', 'credentialed-prerender')
    response.setHeader('Service-Worker-Allowed', '/')
    response.writeHead(200, { 'Content-Type': type }).end(body)
  })
  http.on('upgrade', (request, socket) => {
    arrivals.push({ via: 'websocket', text: `${request.url}\n${request.rawHeaders.join('\n')}` })
    socket.destroy()
  })

  const tcp = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => arrivals.push({ via: 'tcp', text: data.toString('latin1') }))
    // A greeting comes at once, if in two parts; there is nothing to answer.
    setTimeout(() => socket.destroy(), 200)
  })

  const udp = createSocket('udp4')
  udp.on('message', (data) => arrivals.push({ via: 'udp', text: data.toString('latin1') }))

  http.listen(0, '127.0.0.1')
  tcp.listen(0, '127.0.0.1')
  udp.bind(0, '127.0.0.1')
  await Promise.all([once(http, 'listening'), once(tcp, 'listening'), once(udp, 'listening')])
  const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

  return {
    arrivals,
    http: `http://127.0.0.1:${port(http)}`,
    tcpPort: port(tcp),
    udpPort: port(udp),
    close() {
      http.close()
      http.closeAllConnections()
      tcp.close()
      udp.close()
    },
  }
}
