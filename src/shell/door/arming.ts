/**
 * Holds a button back until a person has had the time to see what it does. Whoever decides when the door opens decides what
 * was clicked a moment before; so nothing counts that was begun before the address had stood there for a while, and each
 * press before then lets the while begin anew.
 */

/** Milliseconds. */
const WHILE = 700

export interface Arming {
  /** Begins the while anew: what is shown has changed. */
  begin(): void
  end(): void
  /** Whether a click is a person's, of a press that was begun when the button was ready. */
  allows(click: MouseEvent): boolean
}

export function arm(button: HTMLButtonElement): Arming {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ready = false
  let pressedReady = false

  const begin = (): void => {
    clearTimeout(timer)
    ready = false
    pressedReady = false
    button.disabled = true
    timer = setTimeout(() => {
      ready = document.visibilityState === 'visible'
      button.disabled = !ready
      if (!ready) begin()
    }, WHILE)
  }
  const press = (event: PointerEvent | KeyboardEvent): void => {
    if (!event.isTrusted) return
    pressedReady = ready && !('repeat' in event && event.repeat)
    if (!ready && !button.hidden && timer !== undefined && event.type === 'pointerdown') begin()
  }
  addEventListener('pointerdown', press, true)
  addEventListener('keydown', press, true)
  return {
    begin,
    end() {
      clearTimeout(timer)
      timer = undefined
      ready = false
      button.disabled = true
    },
    allows: (click) => click.isTrusted && ready && pressedReady,
  }
}
