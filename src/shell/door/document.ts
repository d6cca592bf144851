/** Composes the document of the network door: pure text in, text out. */
import { inlineScript, inlineStyle } from '../inline.ts'
import { contentSecurityPolicy } from '../policy.ts'

/** What the script fills in; `door.ts` knows the ids. */
const markup = [
  '<main id="main">',
  '<h1 id="title" tabindex="-1">Fetch keys</h1>',
  '<p id="lead"></p>',
  '<p class="address" aria-label="Address"><span id="scheme"></span><b id="host"></b><span id="path"></span></p>',
  '<ul id="doubts" hidden></ul>',
  '<div class="row"><button type="button" id="go" class="go" disabled>Fetch</button>',
  '<button type="button" id="cancel">Cancel</button></div>',
  '<p id="status" class="quiet" role="status"></p>',
  '<section id="failure" class="failure" hidden>',
  '<p id="words" role="alert" tabindex="-1"></p>',
  '<div class="row"><button type="button" id="again">Find out which</button>',
  '<button type="button" id="tab">Open in a tab</button>',
  '<button type="button" id="copy">Copy address</button>',
  '<button type="button" id="paste">Paste keys instead</button></div>',
  '<p id="why" class="quiet">Asks once more without reading the answer; a redirect would be followed.</p>',
  '<p class="quiet">Or fetch it in a terminal, and paste what comes into the Key box:</p>',
  '<code id="curl"></code>',
  '<div class="row"><button type="button" id="copy-curl">Copy command</button></div>',
  '</section>',
  '</main>',
].join('')

export interface DoorDocument {
  readonly html: string
  /** The scripts and styles that the policy of the document around must name too. */
  readonly script: string
  readonly style: string
}

export function doorDocument(parts: { readonly script: string; readonly style: string }): DoorDocument {
  const script = inlineScript(parts.script)
  const style = inlineStyle(parts.style)
  const html = [
    '<!doctype html><html lang="en"><head>',
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([script], [style])}">`,
    '<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Network door</title>',
    `<style>${style}</style></head><body>${markup}<script>${script}</script></body></html>`,
  ].join('')
  return { html, script, style }
}
