import { expect, it } from 'vitest'
import { inspect } from '../../src/core/inspect.ts'
import { createEditor } from '../../src/ui/token/editor.ts'

/** An editor with all of its text selected, and what it was told. */
function editorOf(text: string) {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const told: string[] = []
  const view = createEditor(root, text, true, {
    inspect: (now) => inspect(now),
    onText: (now) => told.push(now),
    onPaste: (now) => told.push(`ahead: ${now}`),
    yieldsToPaste: () => false,
    onCaret: () => undefined,
    onHover: () => undefined,
  })
  view.dispatch({ selection: { anchor: 0, head: text.length } })
  return { view, told }
}

it.each([
  ['a\r\nb', 'a\nb'],
  ['a\r\n', 'a\n'],
  ['\r\n\r\n', '\n\n'],
  ['a\rb', 'a\nb'],
  ['ab', 'ab'],
])('takes %j in place of what is selected, and puts the caret behind it', (data, kept) => {
  const { view, told } = editorOf('old')
  view.contentDOM.dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true }),
  )
  expect(told).toEqual([kept])
  expect(view.state.selection.main).toMatchObject({ from: kept.length, to: kept.length })
  view.destroy()
})

it('tells of a paste over everything before the box has it, and draws it then', () => {
  const { view, told } = editorOf('old')
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'a\r\nb')
  view.contentDOM.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
  expect(told).toEqual(['ahead: a\nb', 'a\nb'])
  expect(view.state.doc.toString()).toBe('a\nb')
})

it.each([
  ['Control', false],
  ['Meta', false],
  ['Shift', true],
  ['a', true],
])('hears of the key %s: %s', (key, heard) => {
  const { view } = editorOf('old')
  let keys = 0
  view.contentDOM.addEventListener('keydown', () => keys++)
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  expect(keys).toBe(heard ? 1 : 0)
})
