/**
 * Pastes into the prerendered Token box, before the app stands: as in the app's own, pasted text takes the place of the
 * sample that is there, and text pasted elsewhere on the page goes there too.
 */

/** The box of the markup; null once the editor has taken it over. */
function earlyBox(): HTMLTextAreaElement | null {
  return document.querySelector('[data-early]')?.shadowRoot?.querySelector('textarea') ?? null
}

function paste(event: ClipboardEvent): void {
  const box = earlyBox()
  if (box === null) {
    document.removeEventListener('paste', paste)
    return
  }
  const target = event.composedPath()[0]
  if (target === box ? box.value !== box.defaultValue : isBox(target)) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (text === '') return
  event.preventDefault()
  box.value = text
  box.focus()
}

function isBox(target: EventTarget | undefined): boolean {
  return target instanceof Element && target.matches('textarea, input, select, [contenteditable]')
}

export function takeEarlyPastes(): void {
  document.addEventListener('paste', paste)
}
