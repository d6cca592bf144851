/** Servers on this machine that answer as key servers do, well and badly, and note what they were asked. */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const key = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' }
export const keySet = JSON.stringify({ keys: [key] })

export interface Asked {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
}

export interface KeyServers {
  /** By the name `localhost`. */
  readonly http: string
  /** The same server, by number: another host. */
  readonly byNumber: string
  /** With a certificate that nobody has signed. */
  readonly https: string
  /** Where nothing listens. */
  readonly closed: string
  /** Everything asked, in order. */
  readonly asked: Asked[]
  close(): void
}

type Answer = (response: ServerResponse, servers: KeyServers) => void

const json =
  (text: string) =>
  (response: ServerResponse): void => {
    response.setHeader('Content-Type', 'application/json').end(text)
  }

const answers: Readonly<Record<string, Answer>> = {
  '/keys': json(keySet),
  '/key': json(JSON.stringify(key)),
  '/certificate': (response) =>
    response.end('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
  '/openid/.well-known/openid-configuration': (response, { http, byNumber }) =>
    json(JSON.stringify({ issuer: `${http}/openid`, jwks_uri: `${byNumber}/keys` }))(response),
  '/.well-known/oauth-authorization-server/oauth': (response, { http }) =>
    json(JSON.stringify({ issuer: `${http}/oauth/`, jwks_uri: `${http}/keys` }))(response),
  '/foreign/.well-known/openid-configuration': (response, { http }) =>
    json(JSON.stringify({ issuer: 'https://other.example', jwks_uri: `${http}/keys?v=1#x` }))(response),
  '/trap/.well-known/openid-configuration': json('{"issuer":"x","jwks_uri":"http://idp.example/keys"}'),
  '/loop/.well-known/openid-configuration': (response, { http }) =>
    json(JSON.stringify({ jwks_uri: `${http}/loop/.well-known/openid-configuration` }))(response),
  '/no-cors': (response) => {
    response.removeHeader('Access-Control-Allow-Origin')
    response.end(keySet)
  },
  '/redirect': (response) => response.writeHead(302, { Location: '/keys' }).end(),
  '/500': (response) => response.writeHead(500).end('broken'),
  '/404': (response) => response.writeHead(404).end('none'),
  '/401': (response) => response.writeHead(401).end('login'),
  '/html': (response) => response.end('<!doctype html><title>Sign in</title>'),
  '/text': (response) => response.end('hello'),
  '/octets': (response) => response.end(Buffer.of(0xff, 0xfe, 0x00)),
  '/error': json('{"error":"unknown_tenant"}'),
  '/big': (response) => response.end(`{"keys":["${'x'.repeat(1_000_000)}"]}`),
  // Without a length, and without an end.
  '/endless': (response) => {
    const timer = setInterval(() => response.write(' '.repeat(100_000)), 5)
    response.on('close', () => clearInterval(timer))
  },
  '/just-fits': (response) => response.end(`{"keys":[]${' '.repeat(1_000_000 - 11)}}`),
  '/slow': () => {},
  // Begins at once, and never comes to an end.
  '/trickle': (response) => {
    response.write('{"keys":')
  },
  '/cookie': (response) => response.setHeader('Set-Cookie', 'seen=yes').end(keySet),
}

const listening = async (server: ReturnType<typeof createTcpServer>): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'jotscope-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const command = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -keyout ${key} -out ${cert}`
  execFileSync('openssl', command.split(' '), { stdio: 'ignore' })
  const pems = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pems
}

export async function listenAsKeyServers(): Promise<KeyServers> {
  const asked: Asked[] = []
  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push({ method: request.method, url: request.url, headers: request.headers })
    response.setHeader('Access-Control-Allow-Origin', '*')
    const answer = answers[request.url?.split('?', 1)[0] ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(response, servers)
  }
  const http = createServer(respond)
  const https = createTlsServer(selfSigned(), respond)
  const gone = createTcpServer()
  const [port, tlsPort, closedPort] = [await listening(http), await listening(https), await listening(gone)]
  await new Promise((done) => gone.close(done))
  const servers: KeyServers = {
    http: `http://localhost:${port}`,
    byNumber: `http://127.0.0.1:${port}`,
    https: `https://localhost:${tlsPort}`,
    closed: `http://localhost:${closedPort}`,
    asked,
    close() {
      for (const server of [http, https]) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
  return servers
}
