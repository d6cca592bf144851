import type { Vector } from './leak.vector.ts'

const tell = (message: unknown) => window.parent.postMessage(message, '*')

/** Script that leaves the secret where another tab of the same site finds it, or asks the shell to carry it. */
export const tabs: Readonly<Record<string, Vector>> = {
  localStorage: ({ secret }) => localStorage.setItem(secret, secret),
  'document.cookie': ({ secret }) => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what script of an attacker does
    document.cookie = `s${secret}=${secret}`
  },
  'cookie store': ({ secret }) => Reflect.get(globalThis, 'cookieStore').set(secret, secret),
  indexedDB: ({ secret }) => indexedDB.open(secret),
  caches: ({ secret }) => caches.open(secret),
  'private files': async ({ secret }) => {
    const directory = await navigator.storage.getDirectory()
    return directory.getFileHandle(secret, { create: true })
  },
  'storage bucket': ({ secret }) => Reflect.get(navigator, 'storageBuckets').open(secret),
  locks: ({ secret }) => navigator.locks.request(secret, () => new Promise(() => {})),
  BroadcastChannel: ({ secret }) => new BroadcastChannel('leak').postMessage(secret),
  sessionStorage: ({ secret }) => sessionStorage.setItem(secret, secret),
  'window.name of the top': ({ secret }) => {
    window.top!.name = secret
  },
  'fragment of the top': ({ secret }) => {
    window.top!.location.hash = secret
  },
  'title of the top': ({ secret }) => {
    window.top!.document.title = secret
  },

  'shell: anything': ({ secret }) => tell(secret),
  'shell: a link by address': ({ url }) => tell({ type: 'open-link', id: url }),
  'shell: a link by an unknown id': ({ secret }) => tell({ type: 'open-link', id: secret }),
  'shell: a link by an inherited name': () => tell({ type: 'open-link', id: 'constructor' }),
  'shell: a known link with more': ({ url }) => tell({ type: 'open-link', id: 'rfc7519', url }),
  'shell: a known link with a section': ({ secret }) => tell({ type: 'open-link', id: `rfc7519#${secret}` }),
  'shell: a link that says two things': ({ url }) => tell({ type: 'open-link', id: ['rfc7519', url] }),
  'shell: an unknown preference': ({ secret }) => tell({ type: 'set-preference', name: secret, value: 'on' }),
  'shell: an unknown value': ({ secret }) => tell({ type: 'set-preference', name: 'theme', value: secret }),
  'shell: an inherited preference': ({ secret }) =>
    tell({ type: 'set-preference', name: '__proto__', value: secret }),
  'shell: a message with a port': ({ url }) => {
    const { port1, port2 } = new MessageChannel()
    port1.postMessage(url)
    window.parent.postMessage({ type: 'ready' }, '*', [port2])
  },
}
