import { chooseCaret } from '../../state/pointer.ts'

/**
 * Takes a click into a text of the inspector, and Enter in a pane, for a choice of what the caret is at; until the returned
 * function is called.
 */
export function followChoices(): () => void {
  // The caret is reported after the event that moved it.
  const choose = () => setTimeout(chooseCaret)
  const click = (event: Event) => {
    if (textOf(event) !== null) choose()
  }
  const key = (event: KeyboardEvent) => {
    // In the Token box, which has a root of its own, Enter is a line break.
    if (event.key === 'Enter' && textOf(event)?.getRootNode() === document) choose()
  }
  document.addEventListener('click', click)
  document.addEventListener('keydown', key)
  return () => {
    document.removeEventListener('click', click)
    document.removeEventListener('keydown', key)
  }
}

function textOf(event: Event): Element | null {
  const [target] = event.composedPath()
  return target instanceof Element ? target.closest('[contenteditable]') : null
}
