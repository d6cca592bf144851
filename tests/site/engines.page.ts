/** What a test does inside the app's frame, in any browser and by any driver: it holds no name from outside itself. */

export interface Attempt {
  readonly token: string
  readonly key: string
  /** The `data-state` to wait for, in vain for at most `patience` milliseconds. */
  readonly state: string
  readonly patience: number
}

/** Puts a token and a key into their boxes, and gives the state that the verdict comes to. */
export async function attempt({ token, key, state, patience }: Attempt): Promise<string> {
  /** Every element, those in shadow roots too. */
  const elements = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot === null ? [] : elements(element.shadowRoot)),
    ])
  const textbox = (name: string) => {
    const found = elements(document).find((element) => {
      const { labels } = element as HTMLTextAreaElement
      const named = element.getAttribute('aria-label') ?? labels?.[0]?.textContent
      return named?.trim() === name && (element.matches('textarea, input') || element.role === 'textbox')
    })
    if (found === undefined) throw new Error(`no textbox ${name}`)
    return found as HTMLElement
  }
  const fillKey = (text: string) => {
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
    const box = textbox('Key')
    setter.call(box, text)
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const fillToken = (text: string) => {
    const box = textbox('Token')
    box.focus()
    document.execCommand('selectAll')
    if (document.execCommand('insertText', false, text)) return
    // WebKit types only where a person has clicked; there a paste can be made, which Firefox empties.
    const clear = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Clear')
    clear?.click()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }
  const verdict = () =>
    [...document.querySelectorAll('section')].find((section) => section.dataset.state !== undefined)!
  fillToken(token)
  // The editor sees what was typed after the fact; a new token may take an old key away.
  await new Promise((done) => setTimeout(done, 50))
  fillKey(key)
  const end = performance.now() + patience
  while (verdict().dataset.state !== state && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 10))
  }
  return verdict().dataset.state!
}
