/** A real Django behind gunicorn on loopback. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { python } from '../../scripts/foreign.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Why Django cannot be run here, or null if it can. */
export function missing(): string | null {
  const probe = spawnSync(
    python,
    ['-c', 'import django, rest_framework, rest_framework_simplejwt, gunicorn'],
    {
      encoding: 'utf8',
    },
  )
  if (probe.error !== undefined) return `there is no ${python}`
  if (probe.status === 0) return null
  return `${python} lacks a package: ${probe.stderr.trim().split('\n').at(-1)} (Debian: python3-djangorestframework-simplejwt gunicorn)`
}

export interface Django {
  /** Asks the server; the answer's status and JSON text as it came. */
  ask(
    path: string,
    options?: { readonly body?: object; readonly token?: string },
  ): Promise<{ status: number; text: string }>
  close(): Promise<void>
}

/** Starts the project with this SECRET_KEY; access tokens live for `lifetime` seconds. */
export async function startDjango(secretKey: string, lifetime = 300): Promise<Django> {
  const database = mkdtempSync(join(tmpdir(), 'jotscope-django-'))
  const server = spawn(
    python,
    [
      '-m',
      'gunicorn.app.wsgiapp',
      '--bind',
      '127.0.0.1:0',
      '--workers',
      '1',
      '--chdir',
      folder,
      'project:application',
    ],
    {
      env: {
        ...process.env,
        PROJECT_SECRET_KEY: secretKey,
        PROJECT_LIFETIME: String(lifetime),
        PROJECT_DATABASE: join(database, 'db.sqlite3'),
        PYTHONDONTWRITEBYTECODE: '1',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const gone = once(server, 'exit')
  const origin = await originOf(server.stderr, gone)
  return {
    async ask(path, { body, token } = {}) {
      const response = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, text: await response.text() }
    },
    async close() {
      server.kill()
      await gone
      rmSync(database, { recursive: true, force: true })
    },
  }
}

/** Where gunicorn says that it listens. */
async function originOf(log: NodeJS.ReadableStream, gone: Promise<unknown>): Promise<string> {
  let said = ''
  const listening = new Promise<string>((resolve) => {
    log.setEncoding('utf8')
    log.on('data', (text: string) => {
      said += text
      const origin = /Listening at: (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (origin !== undefined) resolve(origin)
    })
  })
  return Promise.race([
    listening,
    gone.then(() => {
      throw new Error(`gunicorn did not start: ${said}`)
    }),
  ])
}
