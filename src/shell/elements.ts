/**
 * Refuses, in the app's frame, to make elements that reach out by themselves. A policy does not govern the hints of
 * `<link>` (`preconnect`, `dns-prefetch`), which tell a host's name to whoever resolves it; frames and plug-ins bring
 * documents of their own, and `<base>` changes what addresses mean. The app uses none of them.
 *
 * Script that runs later may change any built-in to catch what this code holds, so nothing here is looked up when called.
 */
const { apply } = Reflect
const { toLowerCase, includes } = String.prototype

const refused = Object.assign(Object.create(null), {
  link: true,
  base: true,
  iframe: true,
  frame: true,
  frameset: true,
  fencedframe: true,
  portal: true,
  object: true,
  embed: true,
  applet: true,
})

/** `name` as a string, read once; throws if it names a refused element in any case, or has a prefix, which can hide one. */
function permitted(name: unknown): string {
  const text = `${name}`
  if (refused[apply(toLowerCase, text, [])] || apply(includes, text, [':']))
    throw new TypeError(`<${text}> is not made here`)
  return text
}

/** Puts a check before a method that makes an element; `at` is which argument names it. */
function guard<T extends object>(owner: T, method: keyof T & string, at: number): void {
  const native = owner[method] as (...args: unknown[]) => unknown
  Object.defineProperty(owner, method, {
    value(this: unknown, ...args: unknown[]) {
      // Left out, it is the browser's to complain.
      if (args.length > at) args[at] = permitted(args[at])
      return apply(native, this, args)
    },
    configurable: false,
    writable: false,
  })
}

/** The ways to make an element other than by parsing, which Trusted Types forbid. */
export function refuseElements(): void {
  guard(Document.prototype, 'createElement', 0)
  guard(Document.prototype, 'createElementNS', 1)
  guard(DOMImplementation.prototype, 'createDocument', 1)
}
