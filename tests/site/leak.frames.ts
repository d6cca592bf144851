import { peer, type Vector } from './leak.vector.ts'

function frame(attributes: Record<string, string> = {}): HTMLIFrameElement {
  const element = document.createElement('iframe')
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  document.body.append(element)
  return element
}
const script = (url: string) => `<script>new Image().src=${JSON.stringify(url)}</script>`
const markup = (url: string) => `<meta charset="utf-8"><img src="${url}">${script(`${url}?script`)}`
const globals = (element: HTMLIFrameElement) => element.contentWindow as Window & typeof globalThis

/** Script that looks for a document, or a set of globals, that the seal forgot. */
export const frames: Readonly<Record<string, Vector>> = {
  'frame by address': ({ url }) => frame({ src: `${url}.html` }),
  'frame by address, set later': ({ url }) => {
    frame().src = `${url}.html`
  },
  'frame without credentials': ({ url }) => frame({ credentialless: '', src: `${url}.html` }),
  'frame with a policy of its own': ({ url }) => frame({ csp: 'default-src *', src: `${url}.html` }),
  'frame with its own sandbox': ({ url }) =>
    frame({ sandbox: 'allow-scripts allow-same-origin allow-top-navigation', src: `${url}.html` }),
  'frame from data': ({ url }) => frame({ src: `data:text/html,${encodeURIComponent(markup(url))}` }),
  'frame from a blob': ({ url }) =>
    frame({ src: URL.createObjectURL(new Blob([markup(url)], { type: 'text/html' })) }),
  'frame from srcdoc': ({ url }) => {
    frame().srcdoc = markup(url)
  },
  'frame from srcdoc, the attribute’s node': ({ url }) => {
    const attribute = document.createAttribute('srcdoc')
    attribute.value = markup(url)
    frame().setAttributeNode(attribute)
  },
  'frame from javascript': ({ url }) => frame({ src: `javascript:${JSON.stringify(markup(url))}` }),
  'frame, its location set': ({ url }) => {
    globals(frame()).location.href = `${url}.html`
  },
  'frame, opened by name': ({ url, secret }) => {
    frame({ name: `n${secret}` })
    window.open(`${url}.html`, `n${secret}`)
  },
  'frame, navigated by a link': ({ url, secret }) => {
    frame({ name: `n${secret}` })
    const link = document.createElement('a')
    link.href = `${url}.html`
    link.target = `n${secret}`
    document.body.append(link)
    link.click()
  },
  'blank frame, its fetch': ({ url }) => globals(frame()).fetch(url),
  'blank frame, its Image': ({ url }) => {
    const { Image: Foreign } = globals(frame())
    new Foreign().src = url
  },
  'blank frame, its document': ({ url }) => {
    const inner = frame().contentDocument!
    const img = inner.createElement('img')
    img.src = url
    inner.body.append(img)
  },
  'blank frame, document.write': ({ url }) => frame().contentDocument!.write(markup(url)),
  'blank frame, its RTCPeerConnection': ({ secret, udpPort }) =>
    peer(globals(frame()).RTCPeerConnection, secret, udpPort),
  'blank frame by index, its RTCPeerConnection': ({ secret, udpPort }) => {
    frame()
    return peer(
      (window[window.length - 1] as unknown as typeof globalThis).RTCPeerConnection,
      secret,
      udpPort,
    )
  },
  'blank frame after its load, its RTCPeerConnection': async ({ secret, udpPort }) => {
    const element = frame({ src: 'about:blank' })
    await new Promise((done) => setTimeout(done, 100))
    return peer(globals(element).RTCPeerConnection, secret, udpPort)
  },
  'blank frame, its WebSocket': ({ socketUrl }) => {
    const { WebSocket: Foreign } = globals(frame())
    new Foreign(socketUrl)
  },
  'blank frame, its sendBeacon': ({ url }) => globals(frame()).navigator.sendBeacon(url),
  'blank frame, its open': ({ url }) => globals(frame()).open(`${url}.html`),
  'blank frame, its BroadcastChannel': ({ secret }) => {
    const { BroadcastChannel: Foreign } = globals(frame())
    new Foreign('leak').postMessage(secret)
  },
  'object by address': ({ url }) => {
    const element = document.createElement('object')
    element.data = `${url}.html`
    document.body.append(element)
  },
  'object, a blank one’s globals': ({ url }) => {
    const element = document.createElement('object')
    element.type = 'text/html'
    document.body.append(element)
    return (element.contentWindow as Window & typeof globalThis).fetch(url)
  },
  'embed by address': ({ url }) => {
    const element = document.createElement('embed')
    element.src = `${url}.html`
    document.body.append(element)
  },
  'frameset frame': ({ url }) => {
    const set = document.createElement('frameset')
    const element = document.createElement('frame')
    element.src = `${url}.html`
    set.append(element)
    document.body.append(set)
  },
  'fenced frame': ({ secureUrl }) => {
    const element = document.createElement('fencedframe')
    const Config = Reflect.get(globalThis, 'FencedFrameConfig')
    Reflect.set(element, 'config', new Config(secureUrl))
    document.body.append(element)
  },
  'the parent’s globals': ({ url }) => (window.parent as unknown as typeof globalThis).fetch(url),
  'the top’s document': ({ url }) => {
    const img = window.top!.document.createElement('img')
    img.src = url
  },
  'the element around the frame': ({ url }) => {
    ;(window.frameElement as HTMLIFrameElement).src = url
  },
  'globals of an inert document': ({ url }) => {
    const inert = document.implementation.createHTMLDocument()
    return (inert.defaultView ?? (inert as unknown as { parentWindow: Window }).parentWindow).fetch(url)
  },
}
