/** A person who has a keyboard and no pointer: controls are reached by Tab, and worked by keys. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Opened } from './harness.ts'

export function keyboard({ page }: Pick<Opened, 'page'>) {
  /** Presses a key so many times, or keeps it down for so long. */
  async function holds(key: string, times = 1) {
    const [plain, modifier] = key.split('+').reverse() as [string, string?]
    if (modifier !== undefined) await page.keyboard.down(modifier)
    await Promise.all(Array.from({ length: times }, () => page.keyboard.down(plain)))
    await page.keyboard.up(plain)
    if (modifier !== undefined) await page.keyboard.up(modifier)
  }

  /** Goes to a control with Tab, and sees that it has the focus and shows it. */
  async function goesTo(target: Locator) {
    await target.waitFor()
    // What waits for an answer is disabled until then, and no stop of Tab.
    await expect.poll(() => target.isEnabled(), { timeout: 5_000 }).toBe(true)
    for (let tries = 0; tries < 40; tries++) {
      const { away, isThere, isRinged, at } = await target.evaluate(wayTo)
      expect(at, 'what has the focus').not.toBe('')
      if (isThere) {
        expect(isRinged, `a ring around ${at}`).toBe(true)
        return
      }
      // First as many stops as there seem to be, then step by step.
      await holds(away < 0 ? 'Shift+Tab' : 'Tab', tries === 0 ? Math.max(1, Math.abs(away)) : 1)
    }
    throw new Error(`Tab does not lead to ${target}`)
  }

  /** Presses a button, or follows a link. */
  async function presses(target: Locator, key = 'Enter') {
    await goesTo(target)
    await page.keyboard.press(key)
  }

  /** Ticks a checkbox, or takes the tick away. */
  async function ticks(target: Locator, on = true) {
    if ((await target.isChecked()) !== on) await presses(target, 'Space')
    expect(await target.isChecked()).toBe(on)
  }

  /** Goes to a group of radio buttons, and inside it to one of them. */
  async function chooses(target: Locator) {
    await goesTo(target)
    for (let way = await target.evaluate(inGroup); way !== 0; way = await target.evaluate(inGroup))
      await page.keyboard.press(way < 0 ? 'ArrowUp' : 'ArrowDown')
    if (!(await target.isChecked())) await page.keyboard.press('Space')
    expect(await target.isChecked()).toBe(true)
  }

  /** Chooses from a list that stays closed. */
  async function selects(target: Locator, label: string) {
    await goesTo(target)
    const away = await target.evaluate(
      (list: HTMLSelectElement, wanted) =>
        [...list.options].findIndex(({ label }) => label === wanted) - list.selectedIndex,
      label,
    )
    if (away !== 0) await holds(away < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(away))
    await expect.poll(() => target.locator('option:checked').innerText()).toBe(label)
  }

  /** Moves a slider. */
  async function slides(target: Locator, to: number) {
    await goesTo(target)
    const away = to - Number(await target.inputValue())
    if (away !== 0) await holds(away < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(away))
    expect(await target.inputValue()).toBe(String(to))
  }

  /** Changes a text to another by editing what differs. */
  async function writes(target: Locator, text: string) {
    await goesTo(target)
    const old = await target.evaluate((box) =>
      box instanceof HTMLElement && box.isContentEditable ? box.innerText : (box as HTMLInputElement).value,
    )
    let start = 0
    while (start < Math.min(old.length, text.length) && old[start] === text[start]) start++
    let end = 0
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++
    const lost = old.length - end - start
    const [home, arrow, there] = end < start ? ['End', 'ArrowLeft', end] : ['Home', 'ArrowRight', start]
    if (start + end === 0) {
      await holds('Control+a')
    } else {
      await holds(`Control+${home}`)
      if (there > 0) await holds(arrow, there)
      if (lost > 0) await holds(`Shift+${arrow}`, lost)
    }
    if (lost > 0) await page.keyboard.press('Delete')
    await page.keyboard.type(text.slice(start, text.length - end))
  }

  /** Puts the caret of a text that is only to be read where another text begins in it. */
  async function pointsAt(target: Locator, text: string) {
    await goesTo(target)
    await holds('Control+Home')
    const whole = await target.evaluate((box) => box.textContent!)
    const offset = whole.indexOf(text)
    expect(offset, text).toBeGreaterThanOrEqual(0)
    const lines = whole.slice(0, offset).split('\n').length - 1
    if (lines > 0) await holds('ArrowDown', lines)
    const away = offset + 1 - (await target.evaluate(caretIn))
    if (away !== 0) await holds(away < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(away))
    expect(await target.evaluate(caretIn)).toBe(offset + 1)
  }

  return { holds, goesTo, presses, ticks, chooses, selects, slides, writes, pointsAt }
}

/** How many stops of Tab a control is away from what has the focus; and whether that can be seen. Runs in the page. */
function wayTo(target: Element) {
  const isSame = (one: Element, other: Element) =>
    one === other ||
    (one instanceof HTMLInputElement &&
      other instanceof HTMLInputElement &&
      one.type === 'radio' &&
      other.type === 'radio' &&
      one.name === other.name)
  const stops: Element[] = []
  const collect = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) collect(element.shadowRoot)
      const isStop = element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })
      if (isStop && !element.matches(':disabled') && !stops.some((stop) => isSame(stop, element)))
        stops.push(element)
    }
  }
  collect(document)
  let active = document.activeElement ?? document.body
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  const place = (element: Element) => stops.findIndex((stop) => isSame(stop, element))
  const before = stops.filter(
    (stop) => (stop.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  ).length
  const here = place(active)
  const to = place(target)
  const isRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
    (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || / 0px 0px 0px [12]px/.test(boxShadow)
  const around: Element[] = [
    active,
    ...(active.nextElementSibling === null ? [] : [active.nextElementSibling]),
  ]
  for (let up: Node | null = active; up !== null && around.length < 8; up = up.parentNode) {
    if (up instanceof ShadowRoot) up = up.host
    if (up instanceof Element) around.push(up)
  }
  return {
    away: here >= 0 ? to - here : to < before ? to - before : to - before + 1,
    isThere: isSame(active, target),
    isRinged: around.some((element) => isRing(getComputedStyle(element))),
    at: active === document.body ? '' : active.outerHTML.slice(0, 120),
  }
}

/** How far a radio button is from the one of its group that has the focus. Runs in the page. */
function inGroup(radio: Element): number {
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name }) => name === (radio as HTMLInputElement).name,
  )
  return group.indexOf(radio as HTMLInputElement) - group.indexOf(document.activeElement as HTMLInputElement)
}

/** Where the caret is in a text. Runs in the page. */
function caretIn(box: Element): number {
  const { focusNode, focusOffset } = getSelection()!
  const range = document.createRange()
  range.setStart(box, 0)
  range.setEnd(focusNode!, focusOffset)
  return range.toString().length
}
