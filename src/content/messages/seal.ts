/** What keeps a pasted token in the page, for whoever asks. Each is held by a test. */
export const sealFacts: readonly string[] = [
  'The page is one file. Once it is open it asks no server for anything: pull the plug and it works as before, and it works from a file on your disk.',
  'All of it runs in a sandboxed frame without an origin of its own: no storage, no cookies, no pop-ups, no way to navigate the tab.',
  'A content security policy forbids every connection, image, frame, form and worker, and every script but the page’s own, by its hash. The browser enforces it, not we.',
  'Before anything else runs, what could get around that policy (WebRTC, WebTransport) is taken out of the frame.',
  'The frame can tell the page around it three things: that it stands, which of a fixed list of links to open when you click one, and your theme and wrapping.',
  'A test plays hostile script inside the frame and tries over two hundred ways to send a secret out, with listeners that would hear it. None gets through.',
  'Nothing is stored but theme and wrapping. What you paste is gone when you close the tab.',
]
