import { type RefObject, useEffect } from 'react'

/** What can have the focus, where it is not disabled. */
const stops = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)'

/** Where something stood: its parent and its place there, then those of the parent, and so on outwards. */
type Path = readonly { readonly parent: Element; readonly at: number }[]

/**
 * Keeps the focus inside an element that is drawn anew: a button that does its work may be gone thereafter, or disabled.
 * The focus then goes to what stands in its place, or next to it, not to the top of the page.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current!
    let had: Element | null = null
    let path: Path = []
    const note = () => {
      had = document.activeElement
      if (had !== null) path = pathOf(had, element)
    }
    // Whoever leaves it by themselves is not brought back.
    const leave = () =>
      queueMicrotask(() => {
        if (had !== document.activeElement && canHold(had)) had = null
      })
    const keep = () => {
      if (had === null) return
      if (canHold(had)) path = pathOf(had, element)
      else if ([document.body, had].includes(document.activeElement as Element)) nearest(path)?.focus()
      else had = null
    }
    // Any part of it may be drawn anew by itself.
    const drawn = new MutationObserver(keep)
    drawn.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    element.addEventListener('focusin', note)
    element.addEventListener('focusout', leave)
    return () => {
      drawn.disconnect()
      element.removeEventListener('focusin', note)
      element.removeEventListener('focusout', leave)
    }
  }, [root])
}

function canHold(element: Element | null): boolean {
  return element?.isConnected === true && !element.matches(':disabled')
}

function pathOf(element: Element, root: Element): Path {
  const path: { parent: Element; at: number }[] = []
  for (let at = element; at !== root && at.parentElement !== null; at = at.parentElement)
    path.push({ parent: at.parentElement, at: [...at.parentElement.children].indexOf(at) })
  return path
}

function nearest(path: Path): HTMLElement | null {
  for (const { parent, at } of path) {
    if (!parent.isConnected) continue
    const inside = [...parent.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.checkVisibility())
    const here = parent.children[at]
    const next = inside.find(
      (stop) =>
        here !== undefined &&
        (here === stop || (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
    )
    const found = next ?? inside.at(-1)
    if (found !== undefined) return found
  }
  return null
}
