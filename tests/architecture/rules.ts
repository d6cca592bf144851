/** The shape of the house, as data. `checks.ts` holds the sources to it. Paths are relative to the project. */

export interface Layer {
  /** A folder (it ends in `/`) or a file. A file belongs to the layer with the longest name that fits. */
  readonly at: string
  /** Whence it may import anything. A layer may always import from itself. */
  readonly values?: readonly string[]
  /** Whence it may import types. */
  readonly types?: readonly string[]
  /** Packages that it may import; one that ends in `/` or `:` stands for all that begin so. */
  readonly packages?: readonly string[]
}

/** The tiers of `core`, lowest first: each may import from all before it, and not from its neighbours. */
const coreTiers = [
  ['text/'],
  ['json/'],
  ['recognize/', 'decode/'],
  ['keys/'],
  ['crypto/'],
  ['validate/'],
  ['diagnose/', 'lint/', 'anatomy/', 'produce/'],
  ['inspect.ts'],
]

const core: readonly Layer[] = coreTiers.flatMap((tier, i) =>
  tier.map((name) => ({
    at: `src/core/${name}`,
    values: coreTiers
      .slice(0, i)
      .flat()
      .map((lower) => `src/core/${lower}`),
    // What WebCrypto lacks is filled in by libraries.
    packages: ['keys/', 'crypto/', 'anatomy/'].includes(name) ? ['jose', '@noble/'] : ['jose'],
  })),
)

/** What `ui` may call in `core`: questions about a token that is already decoded. It gets everything else from `state`. */
const asked = [
  'src/core/anatomy/disclosure.ts',
  'src/core/anatomy/groups.ts',
  'src/core/decode/segments.ts',
  'src/core/decode/content.ts',
  'src/core/decode/disclosure.ts',
  'src/core/decode/sdJwt.ts',
  'src/core/decode/joseHeader.ts',
  'src/core/decode/signingInput.ts',
  'src/core/decode/sourceMap.ts',
  'src/core/text/span.ts',
  'src/core/text/unseen.ts',
  'src/core/json/document.ts',
  'src/core/json/print.ts',
  'src/core/json/read.ts',
  'src/core/keys/material.ts',
  'src/core/crypto/encryption.ts',
  'src/core/keys/address.ts',
  'src/core/keys/discovery.ts',
  'src/core/crypto/signatureParts.ts',
  'src/core/validate/',
  'src/core/lint/index.ts',
]

/** All that the app and the shell around it share. */
const messages = 'src/shell/messages.ts'

/** Names that links, the address and a preference may have. */
const lessonIds = 'src/content/lessonIds.ts'

/** The samples are made when the app is built; the page has what came of it, and the type. */
const samples = { module: 'virtual:samples', type: 'src/samples/sample.ts' }

export const layers: readonly Layer[] = [
  ...core,
  {
    at: 'src/content/',
    values: ['src/core/text/unseen.ts', 'src/core/validate/profile/claims.ts'],
    types: ['src/core/'],
  },
  {
    at: 'src/state/',
    values: ['src/core/', messages, lessonIds],
    types: ['src/content/', samples.type],
    packages: ['react', 'zustand', samples.module],
  },
  {
    at: 'src/ui/',
    values: ['src/state/', 'src/content/', messages, ...asked],
    types: ['src/core/', samples.type],
    packages: ['react', 'react-dom', '@codemirror/', samples.module],
  },
  { at: messages, values: [lessonIds], types: ['src/content/spec.ts'] },
  // The links that it opens are those to the specifications.
  { at: 'src/shell/', values: [messages, lessonIds, 'src/content/spec.ts', 'src/shell/door/'] },
  // What may be fetched, and how that can fail: the door decides and says it for itself, whatever the app makes of it.
  {
    at: 'src/shell/door/',
    values: ['src/shell/', 'src/core/keys/address.ts', 'src/content/messages/door.ts'],
  },
  // The plugin that seals the build, and its parts, never reach the page.
  { at: 'src/shell/seal.ts', values: ['src/shell/'], packages: ['lightningcss', 'node:', 'vite'] },
  {
    at: 'src/shell/document.ts',
    values: ['src/shell/policy.ts', 'src/shell/chunks.ts', 'src/shell/inline.ts'],
    types: ['src/shell/door/'],
  },
  { at: 'src/shell/chunks.ts', packages: ['@swc/core'] },
  { at: 'src/shell/policy.ts', packages: ['node:'] },
  { at: 'src/shell/classNames.ts', packages: ['node:'] },
  { at: 'src/samples/', values: ['src/core/'], packages: ['jose', '@noble/post-quantum', 'node:', 'vite'] },
  { at: 'src/main.tsx', values: ['src/state/', 'src/ui/'], packages: ['react', 'react-dom'] },
  { at: 'src/prerender.tsx', values: ['src/ui/'], packages: ['react', 'react-dom'] },
]

export interface ForbiddenNames {
  readonly why: string
  readonly at: readonly string[]
  readonly except?: readonly string[]
  /** Global variables, whether plain or as a member of `globalThis`. A local variable of the same name is none. */
  readonly globals?: readonly string[]
  /** Names in any place: a variable, a member, an attribute. */
  readonly names?: readonly string[]
}

export const forbidden: readonly ForbiddenNames[] = [
  {
    why: 'core knows no document',
    at: ['src/core/'],
    globals: ['window', 'document', 'self', 'parent', 'navigator', 'location', 'history', 'screen', 'alert'],
  },
  {
    why: 'core has no clock and no timer: time is an argument',
    at: ['src/core/'],
    globals: ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame'],
  },
  {
    why: 'core runs in any engine',
    at: ['src/core/', 'src/content/'],
    globals: ['process', 'Buffer', 'require', 'global'],
  },
  {
    why: 'nothing in the page speaks to the network but the workers of the shell',
    at: ['src/'],
    except: ['src/shell/door/worker.ts', 'src/shell/door/opening.ts', 'src/shell/offline.ts'],
    globals: [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'EventSource',
      'Worker',
      'SharedWorker',
      'BroadcastChannel',
    ],
    names: ['sendBeacon'],
  },
  {
    why: 'a token must not get into the console, which others read',
    at: ['src/'],
    names: ['console'],
  },
  {
    why: 'nothing is kept but what the shell keeps',
    at: ['src/'],
    except: ['src/shell/shell.ts'],
    names: ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore', 'document.cookie'],
  },
  {
    why: 'text stays text',
    at: ['src/'],
    names: [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'setHTMLUnsafe',
      'dangerouslySetInnerHTML',
      'createContextualFragment',
      'DOMParser',
      'document.write',
      'document.writeln',
      'eval',
    ],
  },
]

/** A file is one that can be read in a sitting. */
export const maxLines = 300

/** Files that are longer, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {}

/** Words that say what role code has instead of what it is about, as an ending: `.service.ts`, `TokenService.ts`. */
export const roleWords = [
  'service',
  'manager',
  'helper',
  'helpers',
  'util',
  'utils',
  'misc',
  'values',
  'types',
  'interfaces',
  'constants',
  'controller',
  'model',
]
