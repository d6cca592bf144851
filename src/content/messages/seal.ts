/** What keeps a pasted token in the page, for whoever asks. Each is held by a test. */
export const sealFacts: readonly string[] = [
  'The page is one file. Once it is open it asks nobody for anything unless you click to fetch keys: pull the plug and it works as before, and it works from a file on your disk.',
  'All of it runs in a sandboxed frame without an origin of its own: no storage, no cookies, no pop-ups, no way to navigate the tab.',
  'A content security policy forbids the app every connection, image, frame, form and worker, and every script but the page’s own, by its hash. The browser enforces it, not we.',
  'Before anything else runs, what could get around that policy (WebRTC, WebTransport) is taken out of the frame.',
  'The frame can tell the page around it four things: that it stands, which of a fixed list of links to open when you click one, your theme and wrapping, and an address to suggest when you want to fetch keys.',
  'Keys are fetched behind a door that the app cannot reach through: a second sandboxed document shows you the address, without query, and waits for your click. The request carries nothing else: no token, no cookie, no referrer.',
  'A test plays hostile script inside the frame and tries over two hundred ways to send a secret out, with listeners that would hear it. None gets through.',
  'Nothing is stored but theme and wrapping. What you paste is gone when you close the tab.',
]

/** Whether the page came with the response headers that forbid what no policy in a document can. */
export const armourWords: Readonly<
  Record<'armoured' | 'sealed', { readonly short: string; readonly long: string }>
> = {
  armoured: {
    short: 'Sealed + armoured',
    long: 'This page is armoured too: it came with response headers by which the browser connects to no host but this one and those of the linked specifications.',
  },
  sealed: {
    short: 'Sealed',
    long: 'It is not armoured: it came without the response headers that forbid connections (a site has them from the second visit on, in Chromium from version 152; a file never has). Without them, hostile script in the app could make the browser look up the name of a host, though nothing is sent there.',
  },
}
