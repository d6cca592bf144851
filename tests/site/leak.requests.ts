import { peer, type Vector } from './leak.vector.ts'

// Looked up when used: what the seal took away is undefined, and using it throws.
const api = (name: string) => Reflect.get(globalThis, name)
const nav = (name: string) => Reflect.get(navigator, name)
const call = (name: string, ...args: unknown[]) => Reflect.apply(nav(name), navigator, args)
const blobUrl = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }))
const send = (url: string) => `fetch(${JSON.stringify(url)},{mode:'no-cors'}).catch(()=>{})`

/** Script that asks for something by an API of the network, of workers, or of the browser's services. */
export const requests: Readonly<Record<string, Vector>> = {
  'fetch, GET': ({ url }) => fetch(url),
  'fetch, POST': ({ url, secret }) => fetch(url, { method: 'POST', body: secret }),
  'fetch, no-cors': ({ url }) => fetch(url, { mode: 'no-cors' }),
  'fetch, keepalive': ({ url }) => fetch(url, { keepalive: true, mode: 'no-cors' }),
  'fetch, a header': ({ url, secret }) => fetch(url, { headers: { 'X-Secret': secret } }),
  'fetch, a Request made elsewhere': ({ url }) =>
    fetch(new Request(url, { mode: 'no-cors', cache: 'reload' })),
  fetchLater: ({ url }) => api('fetchLater')(url, { activateAfter: 0 }),
  'XMLHttpRequest, asynchronous': ({ url }) => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.send()
  },
  'XMLHttpRequest, synchronous': ({ url, secret }) => {
    const request = new XMLHttpRequest()
    request.open('POST', url, false)
    request.send(secret)
  },
  sendBeacon: ({ url, secret }) => navigator.sendBeacon(url, secret),
  'sendBeacon, from the prototype': ({ url }) => Navigator.prototype.sendBeacon.call(navigator, url),
  WebSocket: ({ socketUrl }) => new WebSocket(socketUrl),
  'WebSocket, the protocol': ({ socketUrl, secret }) => new WebSocket(new URL('/', socketUrl).href, secret),
  WebSocketStream: ({ socketUrl }) => new (api('WebSocketStream'))(socketUrl),
  EventSource: ({ url }) => new EventSource(`${url}.events`),
  WebTransport: ({ secureUrl }) => new (api('WebTransport'))(secureUrl),
  'RTCPeerConnection, connectivity check': ({ secret, udpPort }) => peer(RTCPeerConnection, secret, udpPort),
  'webkitRTCPeerConnection, connectivity check': ({ secret, udpPort }) =>
    peer(api('webkitRTCPeerConnection'), secret, udpPort),
  // The port is the message here: no datagram at all may arrive.
  'RTCPeerConnection, STUN server': async ({ udpPort }) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] })
    connection.createDataChannel('x')
    await connection.setLocalDescription()
  },
  'RTCPeerConnection, TURN server over TLS': async ({ secureUrl, secret }) => {
    const urls = `turns:${new URL(secureUrl).host}?transport=tcp`
    const connection = new RTCPeerConnection({ iceServers: [{ urls, username: secret, credential: secret }] })
    connection.createDataChannel('x')
    await connection.setLocalDescription()
  },
  'RTCPeerConnection, from an event’s prototype': ({ secret, udpPort }) => {
    const Peer = Reflect.get(RTCPeerConnectionIceEvent.prototype.constructor, 'RTCPeerConnection')
    return peer(Peer, secret, udpPort)
  },

  'Worker by address': ({ url }) => new Worker(`${url}.js`),
  'module Worker by address': ({ url }) => new Worker(`${url}.js`, { type: 'module' }),
  'Worker from a blob': ({ url }) => new Worker(blobUrl(send(url), 'text/javascript')),
  'Worker from a blob, importScripts': ({ url }) =>
    new Worker(blobUrl(`importScripts(${JSON.stringify(`${url}.js`)})`, 'text/javascript')),
  'Worker from a data address': ({ url }) =>
    new Worker(`data:text/javascript,${encodeURIComponent(send(url))}`),
  'SharedWorker by address': ({ url }) => new SharedWorker(`${url}.js`),
  'SharedWorker from a blob': ({ url }) => new SharedWorker(blobUrl(send(url), 'text/javascript')),
  'service worker': ({ url }) => navigator.serviceWorker.register(`${url}.js`),
  'audio worklet': ({ url }) => new AudioContext().audioWorklet.addModule(`${url}.js`),
  'paint worklet': ({ url }) => Reflect.get(CSS, 'paintWorklet').addModule(`${url}.js`),
  'shared storage worklet': ({ url }) => api('sharedStorage').worklet.addModule(`${url}.js`),
  'import()': ({ url }) => import(/* @vite-ignore */ `${url}.js`),
  'import() from a data address': ({ url }) =>
    import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(send(url))}`),
  'import() from a blob': ({ url }) => import(/* @vite-ignore */ blobUrl(send(url), 'text/javascript')),
  'import() of JSON': ({ url }) => import(/* @vite-ignore */ `${url}.json`, { with: { type: 'json' } }),
  'a string to setTimeout': ({ url }) => Reflect.apply(setTimeout, null, [send(url)]),
  'new Function in a timer': ({ url }) => setTimeout(() => new Function(send(url))()),

  'a font': ({ url }) => new FontFace('f', `url(${url})`).load(),
  'payment method manifest': ({ secureUrl }) =>
    new PaymentRequest([{ supportedMethods: `${secureUrl}/pay` }], {
      total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
    }).canMakePayment(),
  'federated sign-in': ({ secureUrl }) => {
    const identity = { providers: [{ configURL: `${secureUrl}/c.json`, clientId: 'x' }] }
    return Reflect.apply(navigator.credentials.get, navigator.credentials, [{ identity }])
  },
  'auction: joining an interest group': ({ secureUrl }) =>
    call('joinAdInterestGroup', { owner: secureUrl, name: 'x', updateURL: `${secureUrl}/u` }, 60),
  'auction: running one': ({ secureUrl }) =>
    call('runAdAuction', {
      seller: secureUrl,
      decisionLogicURL: `${secureUrl}/d`,
      interestGroupBuyers: [secureUrl],
    }),
  share: ({ url }) => navigator.share({ url }),
  'protocol handler': ({ url }) => navigator.registerProtocolHandler('web+jot', `${url}?%s`),
  'presentation to another screen': ({ secureUrl }) => new (api('PresentationRequest'))(secureUrl).start(),
  'notification with an icon': ({ url }) => new Notification('x', { icon: url }),
  'background fetch': async ({ url }) =>
    Reflect.get(await navigator.serviceWorker.ready, 'backgroundFetch').fetch('x', url),
  'media session artwork': ({ url }) => {
    navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: url }] })
    navigator.mediaSession.playbackState = 'playing'
  },
  'speech made by a server': ({ secret }) => speechSynthesis.speak(new SpeechSynthesisUtterance(secret)),
}
