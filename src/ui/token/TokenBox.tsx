import type { EditorView } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '../../core/text/span.ts'
import { inspectionOf } from '../../state/inspection.ts'
import { linkIn } from '../../state/link.ts'
import { goTo, useView } from '../../state/location.ts'
import { caretAt, hoverAt, pointOf, usePointing } from '../../state/pointer.ts'
import { isSample, takeText } from '../../state/samples.ts'
import { shownAtOnce } from '../../state/settled.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { EarlyBox } from './EarlyBox.tsx'
import { createEditor, replaceText, setWrapping, showLinked, showToken, takeOver } from './editor.ts'
import styles from './TokenBox.module.css'

/** The Token box. Until its editor stands, a text area with the same text is there, as prerendered. */
export function TokenBox() {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const wrap = useInputs((inputs) => inputs.wrap)

  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' })
    if (root === undefined) return
    const early = root.querySelector('textarea')
    root.querySelector('[part=standing]')?.remove()
    // The editor's text, to tell its own changes from those that others make.
    let current = useInputs.getState().text
    // The page has heard of a paste, and the editor is yet to show it.
    let pasting = false
    const take = (text: string, whole: boolean) => {
      current = text
      caretAt(null)
      if (whole) takeText(text)
      else setInputs({ text })
    }
    const editor = createEditor(root, current, useInputs.getState().wrap, {
      inspect(text, whole) {
        const { selected } = useInputs.getState()
        return inspectionOf({ text, selected: whole ? 0 : selected })
      },
      onText(text, whole) {
        if (!pasting) take(text, whole)
        pasting = false
      },
      onPaste(text) {
        pasting = true
        flushSync(() => take(text, true))
      },
      yieldsToPaste: isSample,
      onCaret(offset) {
        selectAt(offset)
        caretAt({ in: 'token', offset })
      },
      onHover: (offset) => hoverAt(offset === null ? null : { in: 'token', offset }),
    })
    view.current = editor
    if (early !== null) takeOver(editor, early)
    // On a touch screen, focus would bring the keyboard up over half of the page.
    if (matchMedia('(pointer: fine)').matches && document.activeElement === document.body) editor.focus()
    const stopPaste = pasteAnywhere(editor)
    const stopText = useInputs.subscribe(({ text, selected }, before) => {
      if (text !== current) replaceText(editor, text)
      else if (selected !== before.selected && !pasting)
        showToken(editor, inspectionOf({ text, selected }).token)
    })
    const stopPoint = usePointing.subscribe((pointing, before) =>
      followPoint(editor, pointing, pointing.caret !== before.caret),
    )
    return () => {
      stopPaste()
      stopText()
      stopPoint()
      editor.destroy()
      root.replaceChildren()
      view.current = null
    }
  }, [])

  useEffect(() => {
    if (view.current !== null) setWrapping(view.current, wrap)
  }, [wrap])

  return (
    <div className={styles.box}>
      <div className={styles.bar}>
        <h2>Token</h2>
        <Tools
          onClear={() => {
            takeText('')
            view.current?.focus()
          }}
        />
      </div>
      {/* Its shadow root comes with the markup, so that React has nothing to take over in it. */}
      <div ref={host} className={styles.host} data-early="">
        {typeof document === 'undefined' && <EarlyBox />}
      </div>
    </div>
  )
}

/** Shows the token that the caret was put into, of several. */
function selectAt(offset: number): void {
  const { found, selected } = inspectionOf(useInputs.getState())
  const index = found.findIndex(({ span }) => span.from <= offset && offset < span.to)
  if (index >= 0 && index !== selected) setInputs({ selected: index })
}

/** A token pasted while no box has the focus goes to the Token box. */
function pasteAnywhere(editor: EditorView): () => void {
  const paste = (event: ClipboardEvent) => {
    const target = event.target as Element
    if (target.closest('textarea, input, select, [contenteditable]') !== null) return
    if (event.composedPath().includes(editor.contentDOM)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text === '') return
    event.preventDefault()
    const { view, lesson } = useView.getState()
    if (view !== 'Inspect' && lesson === null) goTo('Inspect')
    replaceText(editor, text)
    // Where the inspector was out of sight, it is not there before this turn is over.
    queueMicrotask(() => editor.focus())
  }
  document.addEventListener('paste', paste)
  return () => document.removeEventListener('paste', paste)
}

function followPoint(
  editor: EditorView,
  pointing: ReturnType<typeof usePointing.getState>,
  moved: boolean,
): void {
  const shown = shownAtOnce()
  const point = pointOf(pointing)
  const { hover, led } = pointing
  // A character that stands for nothing, such as an illegal one, is lit by itself where a person was led to it.
  const characters =
    shown.level > 0
      ? null
      : point?.in === 'characters'
        ? point.span
        : (linkIn(shown, point)?.characters ??
          (led && hover === null ? characterOf(shown.text, point) : null))
  showLinked(editor, characters, moved && hover === null && (led || (point !== null && point.in !== 'token')))
}

function characterOf(text: string, point: ReturnType<typeof pointOf>): Span | null {
  if (point?.in !== 'token') return null
  const { offset } = point
  return { from: offset, to: offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) }
}

function Tools({ onClear }: { onClear(): void }) {
  const empty = useInputs((inputs) => inputs.text === '')
  const wrap = useInputs((inputs) => inputs.wrap)
  return (
    <div className={styles.tools}>
      <label className={styles.wrap}>
        <input
          type="checkbox"
          checked={wrap}
          onChange={(event) => setInputs({ wrap: event.target.checked })}
        />
        Wrap
      </label>
      {!empty && <CopyButton label="Copy token" text={tokenAlone} />}
      {!empty && (
        <button type="button" className={styles.clear} onClick={onClear}>
          Clear
        </button>
      )}
    </div>
  )
}

/** The token without what is around it in the box; where none is found, all of the text. */
function tokenAlone(): string {
  const { text, token } = inspectionOf(useInputs.getState())
  return token === null ? text : (token.origin?.text ?? text.slice(token.span.from, token.span.to))
}
