/** Composes the one document of the build from its parts: pure text in, text out. */
import { type Chunk, chunkScript } from './chunks.ts'
import type { DoorDocument } from './door/document.ts'
import { attributeValue, inlineScript, inlineStyle } from './inline.ts'
import { framePolicy, shellPolicy } from './policy.ts'

export interface Parts {
  readonly shellScript: string
  readonly shellStyle: string
  /** Runs in the frame before anything else does. */
  readonly lockdownScript: string
  /** Evaluates the chunks, which it has from the shell: the first one once the markup is painted, the others as they are needed. */
  readonly loaderScript: string
  /** The app, and what it imports lazily. */
  readonly chunks: readonly [Chunk, ...Chunk[]]
  readonly appStyle: string
  /** The page of the network door, which stands by until the shell puts it up. */
  readonly door: DoorDocument
  /** The app's first state as HTML, which the app takes over. */
  readonly appMarkup: string
  /** The SVG text of the page's icon. */
  readonly icon: string
}

export interface Sealed {
  readonly html: string
  /** The policy of the whole document; the frame's own is a part of it. */
  readonly policy: string
}

/** Chunks with words that the shell has too, and the door: beside them, they take no room when compressed. */
const BESIDE_SHELL = 'spec.js'
const BESIDE_DOOR = 'FetchPanel.js'

/** The policy forbids style attributes and handlers in markup: they would silently do nothing. */
function checkMarkup(markup: string): void {
  const forbidden = /<[^>]*\s(style|on\w+)\s*=/i.exec(markup)
  if (forbidden) throw new Error(`the prerendered markup must not carry ${forbidden[1]}: ${forbidden[0]}`)
}

export function sealDocument(parts: Parts): Sealed {
  checkMarkup(parts.appMarkup)
  const shellScript = inlineScript(parts.shellScript)
  const shellStyle = inlineStyle(parts.shellStyle)
  const lockdownScript = inlineScript(parts.lockdownScript)
  const loaderScript = inlineScript(parts.loaderScript)
  const chunks = parts.chunks.map((chunk) => ({ name: chunk.name, script: inlineScript(chunkScript(chunk)) }))
  const written = ({ name, script }: (typeof chunks)[number]) =>
    `<script type="text/plain" data-chunk="${name}">${script}</script>`
  const appStyle = inlineStyle(parts.appStyle)

  const frameScripts = [lockdownScript, loaderScript, ...chunks.map(({ script }) => script)]
  const policy = shellPolicy(
    [shellScript, ...frameScripts, parts.door.script],
    [shellStyle, appStyle, parts.door.style],
  )

  const frame = [
    '<!doctype html><html lang="en"><head>',
    `<meta http-equiv="Content-Security-Policy" content="${framePolicy(frameScripts, [appStyle])}">`,
    `<script>${lockdownScript}</script>`,
    '<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Jotscope</title>',
    `<style>${appStyle}</style></head>`,
    `<body><div id="root">${parts.appMarkup}</div><script type="module">${loaderScript}</script></body></html>`,
  ].join('')

  const early = chunks.filter(({ name }, i) => i === 0 || name === BESIDE_SHELL)
  // Inert, and copied where it is needed: so no script has to write markup.
  const door =
    '<template><iframe title="Network door" sandbox="allow-scripts" allow="clipboard-write" srcdoc=' +
    `${attributeValue(parts.door.html)}></iframe></template>`
  const others = chunks.filter((chunk) => !early.includes(chunk))
  const at = others.findIndex(({ name }) => name === BESIDE_DOOR) + 1

  const html = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="description" content="A JWT inspector that cannot leak your token.">',
    '<title>Jotscope</title>',
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(parts.icon.trim())}">`,
    `<style>${shellStyle}</style>`,
    '</head>',
    '<body>',
    // Before the script, so that there is something to paint while it is compiled.
    '<p aria-hidden="true">Jotscope</p>',
    `<script>${shellScript}</script>`,
    // The app is the first of all chunks, and small like the other.
    ...early.map(written),
    '<iframe title="Jotscope" sandbox="allow-scripts allow-downloads" allow="clipboard-write" srcdoc=' +
      `${attributeValue(frame)}></iframe>`,
    // After the frame, which is shown meanwhile: an attribute with all of this in it would hold up the first paint.
    ...others.map(written).toSpliced(at, 0, door),
    '</body>',
    '</html>',
    '',
  ].join('\n')

  return { html, policy }
}
