import type { Vector } from './leak.vector.ts'

function add(
  name: string,
  attributes: Record<string, string> = {},
  parent: Node = document.body,
): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  parent.appendChild(element)
  return element
}
const svgNamespace = 'http://www.w3.org/2000/svg'
function addSvg(inner: string, attributes: Record<string, string>, wrapper?: string): Element {
  const svg = document.body.appendChild(document.createElementNS(svgNamespace, 'svg'))
  const parent = wrapper ? svg.appendChild(document.createElementNS(svgNamespace, wrapper)) : svg
  const element = parent.appendChild(document.createElementNS(svgNamespace, inner))
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
const link = (rel: string, href: string, more: Record<string, string> = {}) =>
  add('link', { rel, href, ...more }, document.head)
function styled(property: string, value: string, text = 'x') {
  const element = add('div')
  element.textContent = text
  element.style.setProperty(property, value)
}
function sheet(css: string): void {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  document.adoptedStyleSheets.push(made)
}
const rule = (css: string) => document.styleSheets[0]!.insertRule(css)
const image = (url: string) => `<img src="${url}"><svg><image href="${url}"/></svg>`

/** Script that makes the document ask: elements, styles, hints, markup. */
export const elements: Readonly<Record<string, Vector>> = {
  'new Image': ({ url }) => {
    new Image().src = url
  },
  'img srcset': ({ url }) => add('img', { srcset: `${url} 1x` }),
  'img, lazy': ({ url }) => add('img', { loading: 'lazy', src: url }),
  'picture source': ({ url }) => {
    const picture = add('picture')
    add('source', { srcset: url }, picture)
    add('img', {}, picture)
  },
  'input of type image': ({ url }) => add('input', { type: 'image', src: url }),
  audio: ({ url }) => add('audio', { src: url, preload: 'auto' }),
  video: ({ url }) => add('video', { src: url, preload: 'auto' }),
  'video poster': ({ url }) => add('video', { poster: url }),
  'video source': ({ url }) => add('source', { src: url }, add('video', { preload: 'auto' })),
  'text track': ({ url }) => {
    const track = add('track', { src: `${url}.vtt`, default: '' }, add('video', { crossorigin: 'anonymous' }))
    ;(track as HTMLTrackElement).track.mode = 'showing'
  },
  'table background': ({ url }) => add('table', { background: url }),
  'svg image': ({ url }) => addSvg('image', { href: url, width: '9', height: '9' }),
  'svg use': ({ url }) => addSvg('use', { href: `${url}.svg#x` }),
  'svg feImage': ({ url }) => {
    addSvg('feImage', { href: url }, 'filter').parentElement?.setAttribute('id', 'fe')
    styled('filter', 'url(#fe)')
  },
  'svg script': ({ url }) => addSvg('script', { href: `${url}.js` }),

  'style attribute set by script': ({ url }) => add('div', { style: `background: url(${url})` }),
  'background by CSSOM': ({ url }) => styled('background-image', `url(${url})`),
  'image-set by CSSOM': ({ url }) => styled('background-image', `image-set("${url}" 1x)`),
  'cursor by CSSOM': ({ url }) => styled('cursor', `url(${url}), auto`),
  'list style by CSSOM': ({ url }) => {
    const item = add('ul')
    item.style.setProperty('list-style-image', `url(${url})`)
    add('li', {}, item)
  },
  'border image by CSSOM': ({ url }) => styled('border-image', `url(${url}) 1`),
  'mask by CSSOM': ({ url }) => styled('mask-image', `url(${url})`),
  'filter by CSSOM': ({ url }) => styled('filter', `url(${url}.svg#x)`),
  'shape by CSSOM': ({ url }) => styled('shape-outside', `url(${url})`),
  'rule in the page’s own sheet': ({ url }) => rule(`body { border-image-source: url(${url}) }`),
  'generated content': ({ url }) => rule(`html::before { content: url(${url}) }`),
  'font face rule': ({ url, secret }) => {
    rule(`@font-face { font-family: f${secret}; src: url(${url}) }`)
    styled('font-family', `f${secret}`)
  },
  'constructed sheet': ({ url, secret }) => {
    sheet(`.c${secret} { background: url(${url}) }`)
    add('div', { class: `c${secret}` })
  },
  'constructed sheet in a shadow root': ({ url }) => {
    const root = add('div').attachShadow({ mode: 'open' })
    const made = new CSSStyleSheet()
    made.replaceSync(`:host { background: url(${url}) }`)
    root.adoptedStyleSheets = [made]
  },
  'style element': ({ url }) => {
    add('style').textContent =
      `html { list-style-image: url(${url}); } body { background-image: url(${url}) }`
  },
  '@import': ({ url }) => {
    add('style').textContent = `@import url(${url}.css);`
  },

  'link stylesheet': ({ url }) => link('stylesheet', `${url}.css`),
  'link preload': ({ url }) => link('preload', url, { as: 'image' }),
  'link preload, as fetch': ({ url }) => link('preload', url, { as: 'fetch', crossorigin: '' }),
  'link prefetch': ({ url }) => link('prefetch', url),
  'link modulepreload': ({ url }) => link('modulepreload', `${url}.js`),
  'link icon': ({ url }) => link('icon', url),
  'link manifest': ({ url }) => link('manifest', `${url}.json`),
  'link prerender': ({ url }) => link('prerender', `${url}.html`),
  'link compression-dictionary': ({ url }) => link('compression-dictionary', url),
  'speculation rules, prefetch': ({ secureUrl }) => {
    const script = document.createElement('script')
    script.type = 'speculationrules'
    script.textContent = JSON.stringify({ prefetch: [{ urls: [secureUrl], eagerness: 'immediate' }] })
    document.head.append(script)
  },
  'speculation rules, written as a text node': ({ secureUrl }) => {
    const script = document.createElement('script')
    script.type = 'speculationrules'
    script.append(JSON.stringify({ prefetch: [{ urls: [secureUrl], eagerness: 'immediate' }] }))
    document.head.append(script)
  },
  'script by address': ({ url }) => add('script', { src: `${url}.js` }),
  'script by address, module': ({ url }) => add('script', { src: `${url}.js`, type: 'module' }),
  'script text': ({ url }) => {
    const script = document.createElement('script')
    script.append(`new Image().src = ${JSON.stringify(url)}`)
    document.head.append(script)
  },
  'import map': ({ url }) => {
    const script = document.createElement('script')
    script.type = 'importmap'
    script.append(JSON.stringify({ imports: { leak: `${url}.js` } }))
    document.head.append(script)
    const name = 'leak'
    return import(/* @vite-ignore */ name)
  },
  'event handler attribute': ({ url }) =>
    add('details', { ontoggle: `new Image().src=${JSON.stringify(url)}`, open: '' }),

  innerHTML: ({ url }) => {
    add('div').innerHTML = image(url)
  },
  insertAdjacentHTML: ({ url }) => document.body.insertAdjacentHTML('beforeend', image(url)),
  setHTMLUnsafe: ({ url }) => add('div').setHTMLUnsafe(image(url)),
  'setHTML, the sanitizer': ({ url }) =>
    Reflect.apply(Reflect.get(Element.prototype, 'setHTML'), add('div'), [image(url)]),
  createContextualFragment: ({ url }) =>
    document.body.append(document.createRange().createContextualFragment(image(url))),
  DOMParser: ({ url }) =>
    document.body.append(...new DOMParser().parseFromString(image(url), 'text/html').body.children),
  'XML parsed and adopted': ({ url }) => {
    const document_ = document.implementation.createDocument('http://www.w3.org/1999/xhtml', 'div')
    const img = document_.createElementNS('http://www.w3.org/1999/xhtml', 'img')
    img.setAttribute('src', url)
    document.body.append(img)
  },
  'XSLT that fetches': ({ url }) => {
    const sheet_ = document.implementation.createDocument(null, null)
    const namespace = 'http://www.w3.org/1999/XSL/Transform'
    const root = sheet_.appendChild(sheet_.createElementNS(namespace, 'xsl:stylesheet'))
    const include = root.appendChild(sheet_.createElementNS(namespace, 'xsl:import'))
    ;(include as Element).setAttribute('href', `${url}.xsl`)
    const Processor: new () => { importStylesheet(node: Node): void } = Reflect.get(
      globalThis,
      'XSLTProcessor',
    )
    new Processor().importStylesheet(sheet_)
  },
}
