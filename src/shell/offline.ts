/**
 * The service worker. It answers with what the host sends, or where nothing comes, with what it came with; and puts on every
 * answer the headers that many hosts cannot: the connections that the page may make, and that nobody may frame it.
 */
// Types of a worker's own would need a project of their own: these are the few that are used.
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const keeping = `jotscope ${VERSION}`
/** All of the site; the page itself is everything else. */
const site = ['./', 'door.js', 'icon.svg']
/** A host that says nothing for this long, in milliseconds, is as good as gone. */
const PATIENCE = 4_000
/** Answers that have no body and cannot be made with one. */
const BODILESS = [101, 103, 204, 205, 304]

function armoured(response: Response, path: string): Response {
  // An opaque one cannot be made again, and is none that a page comes of.
  if (response.status === 0) return response
  const headers = new Headers(response.headers)
  if (path.endsWith('/door.js')) {
    headers.set('Content-Security-Policy', FETCHING_POLICY)
    headers.delete('Connection-Allowlist')
  } else {
    headers.append('Content-Security-Policy', "frame-ancestors 'none'")
    headers.set('Connection-Allowlist', ALLOWLIST)
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Server-Timing', ARMOUR)
  }
  const { status, statusText } = response
  return new Response(BODILESS.includes(status) ? null : response.body, { status, statusText, headers })
}

async function kept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(keeping)
  const path = new URL(request.url).pathname.replace(/\/index\.html$/, '/')
  return cache.match(new Request(new URL(path, request.url).href), { ignoreVary: true })
}

/** What the host says; where it says nothing, or nothing in time, what was kept. */
async function answer(request: Request): Promise<Response> {
  const known = request.method === 'GET' ? await kept(request) : undefined
  if (known === undefined) {
    return fetch(request).catch(() => new Response('Offline\n', { status: 503, statusText: 'Offline' }))
  }
  const late = new Promise<Response>((done) => setTimeout(done, PATIENCE, known))
  return Promise.race([fetch(request).catch(() => known), late])
}

addEventListener('install', (event) => {
  const take = async (): Promise<void> => {
    const cache = await caches.open(keeping)
    await cache.addAll(site.map((path) => new Request(path, { cache: 'no-cache' })))
    // A page that is open keeps what is in it: only its next load is the new version.
    await Reflect.apply(Reflect.get(self, 'skipWaiting'), self, [])
  }
  ;(event as Waiting).waitUntil(take())
})

addEventListener('activate', (event) => {
  const drop = async (): Promise<void> => {
    for (const other of await caches.keys()) {
      if (other.startsWith('jotscope ') && other !== keeping) await caches.delete(other)
    }
  }
  ;(event as Waiting).waitUntil(drop())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  const respond = async (): Promise<Response> => armoured(await answer(request), pathname)
  Reflect.apply(respondWith, event, [respond()])
})
