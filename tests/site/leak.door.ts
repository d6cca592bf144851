import type { Vector } from './leak.vector.ts'

const shell = (message: unknown) => window.parent.postMessage(message, '*')
const suggest = (address: string) => shell({ type: 'open-door', address })
/** Whatever frames there are beside this one: the door, once it stands. */
const beside = (act: (other: Window) => void) => {
  for (let i = 0; i < 20; i++) {
    setTimeout(() => {
      for (let at = 0; at < window.parent.length; at++) {
        const other = window.parent[at]
        try {
          if (other && other !== window) act(other)
        } catch {}
      }
    }, i * 15)
  }
}
const whileOpen = (url: string, act: (other: Window) => void) => {
  suggest(url)
  beside(act)
}

/** Script that uses the way by which keys are fetched: it may suggest an address, and nothing more. */
export const door: Readonly<Record<string, Vector>> = {
  'suggestion, in the host': ({ secureUrl }) => suggest(secureUrl),
  'suggestion, in the path': ({ url }) => suggest(url),
  'suggestion, in the query': ({ url, secret }) => suggest(`${new URL(url).origin}/?${secret}`),
  'suggestion, over and over': ({ url }) => {
    for (let i = 0; i < 200; i++) suggest(`${url}${i}`)
  },
  'a command to open a tab': ({ url }) => shell({ type: 'open-tab', address: url }),
  'keys that nobody fetched': ({ url, secret }) =>
    shell({ type: 'keys', text: secret, address: url, issuer: secret }),
  'the door, told what to show': ({ url }) =>
    whileOpen(url, (other) =>
      other.postMessage({ type: 'show', address: url, dropped: [], tabs: true }, '*'),
    ),
  'the door, told by a port': ({ url }) =>
    whileOpen(url, (other) => {
      const { port1, port2 } = new MessageChannel()
      other.postMessage('port', '*', [port2])
      other.postMessage({ type: 'show', address: url, dropped: [], tabs: true }, '*', [
        new MessageChannel().port2,
      ])
      port1.postMessage({ address: url, read: true })
    }),
  'the door, navigated': ({ url }) =>
    whileOpen(url, (other) => {
      other.location.href = url
    }),
  'the door, clicked by script': ({ url }) =>
    whileOpen(url, (other) => {
      other.focus()
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown'])
        document.dispatchEvent(new MouseEvent(type, { bubbles: true }))
      ;(document.activeElement as HTMLElement).click()
    }),
  'the page of the worker, with a query': ({ secret }) => {
    location.href = `door.js?${secret}`
  },
  'the page of the service worker, with a query': ({ secret }) => {
    location.href = `sw.js?${secret}`
  },
  'the worker, made here': ({ secret }) =>
    new Worker(`${document.baseURI.replace(/[^/]*$/, '')}door.js?${secret}`),
  'the service worker, told': async ({ secret }) => {
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(secret)
  },
}
