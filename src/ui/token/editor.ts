import { history } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state'
import type { DecorationSet, ViewUpdate } from '@codemirror/view'
import { Decoration, EditorView, keymap } from '@codemirror/view'
import { tokenPlaceholder } from '../../content/messages/boxes.ts'
import type { Token } from '../../core/decode/token.ts'
import type { Inspection } from '../../core/inspect.ts'
import type { Span } from '../../core/text/span.ts'
import { unwanted } from '../common/unwanted.ts'
import { plainTextKeys } from './keys.ts'
import { tokenMarks } from './marks.ts'
import { underlined } from './underlined.ts'

const linkedMark = Decoration.mark({ class: 'jot-linked' })

const setLinked = StateEffect.define<Span | null>()
/** Another token of the same text is shown. */
const tokenChanged = StateEffect.define<null>()

export interface Wiring {
  /** What is in the text and which token of it is shown; `whole` where all of the text was replaced at once. */
  inspect(text: string, whole: boolean): Inspection
  onText(text: string, whole: boolean): void
  /** A text that will take the place of all that is there: the page that follows from it is then laid out with the editor. */
  onPaste(text: string): void
  /** Whether pasted text takes the place of all that is there, wherever the caret is. */
  yieldsToPaste(text: string): boolean
  onCaret(offset: number): void
  onHover(offset: number | null): void
}

const wrapping = new Compartment()

/** The Token box: an editor that takes its colours from the decoded token. */
export function createEditor(root: ShadowRoot, text: string, wrap: boolean, wiring: Wiring): EditorView {
  root.addEventListener('keydown', withholdModifier, true)
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text, extensions: extensions(wrap, wiring) }),
  })
}

/** Control or Command by itself says nothing to the editor, but would have it measure itself before each paste. */
function withholdModifier(event: Event): void {
  if (/^(Control|Meta)$/.test((event as KeyboardEvent).key)) event.stopPropagation()
}

function extensions(wrap: boolean, wiring: Wiring): Extension {
  const parts = StateField.define<DecorationSet>({
    create: (state) => tokenMarks(wiring.inspect(state.doc.toString(), false)),
    update: (marks, transaction) =>
      transaction.docChanged || transaction.effects.some((effect) => effect.is(tokenChanged))
        ? tokenMarks(wiring.inspect(transaction.newDoc.toString(), replacesAll(transaction)))
        : marks,
    provide: (field) => EditorView.decorations.from(field),
  })
  return [
    history(),
    keymap.of(plainTextKeys),
    wrapping.of(wrap ? EditorView.lineWrapping : []),
    EditorView.editorAttributes.of(
      (view): Record<string, string> => (view.state.doc.length === 0 ? { 'data-empty': '' } : {}),
    ),
    EditorView.contentAttributes.of({
      'aria-label': 'Token',
      'aria-placeholder': tokenPlaceholder,
      'aria-multiline': 'true',
      tabindex: '0',
      ...unwanted,
    }),
    parts,
    linked,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) wiring.onText(update.state.doc.toString(), replacesAll(update))
      if (update.selectionSet && !update.docChanged && update.view.hasFocus)
        wiring.onCaret(update.state.selection.main.head)
    }),
    EditorView.domEventHandlers({
      beforeinput: insertPlainly,
      paste(event, view) {
        // Text is fetched from the clipboard only where it is taken: that alone is 10 ms a megabyte.
        const { main } = view.state.selection
        const all = main.to - main.from === view.state.doc.length
        if (!all && (!main.empty || !wiring.yieldsToPaste(view.state.doc.toString()))) return false
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (text === '') return false
        event.preventDefault()
        replaceText(view, text, wiring.onPaste)
        return true
      },
      mousemove: (event, view) => {
        wiring.onHover(characterAt(view, event.clientX, event.clientY))
      },
      mouseleave: () => {
        wiring.onHover(null)
      },
    }),
    theme,
  ]
}

const linked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setLinked)) continue
      const length = transaction.newDoc.length
      const span = effect.value
      if (span === null || span.from >= span.to || span.to > length) return Decoration.none
      return Decoration.set(linkedMark.range(span.from, span.to))
    }
    return transaction.docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** The character under a point of the window: not the nearest place for a caret, which may be on its other side. */
function characterAt(view: EditorView, x: number, y: number): number | null {
  const place = view.posAndSideAtCoords({ x, y })
  if (place === null) return null
  const at = place.assoc < 0 ? place.pos - 1 : place.pos
  const box = at < 0 || at >= view.state.doc.length ? null : view.coordsForChar(at)
  return box !== null && x >= box.left && x < box.right ? at : null
}

/** Lights up what is pointed at elsewhere; `scroll` brings it into view. */
export function showLinked(view: EditorView, span: Span | null, scroll: boolean): void {
  if (span === null && view.state.field(linked).size === 0) return
  const effects: StateEffect<unknown>[] = [setLinked.of(span)]
  if (scroll && span !== null && span.to <= view.state.doc.length)
    effects.push(EditorView.scrollIntoView(span.from))
  view.dispatch({ effects })
}

/** Colours the token that is shown now, and brings it into view. */
export function showToken(view: EditorView, token: Token | null): void {
  const effects: StateEffect<unknown>[] = [tokenChanged.of(null)]
  if (token !== null) effects.push(EditorView.scrollIntoView(token.span.from, { yMargin: 60 }))
  view.dispatch({ effects })
}

export function setWrapping(view: EditorView, wrap: boolean): void {
  view.dispatch({ effects: wrapping.reconfigure(wrap ? EditorView.lineWrapping : []) })
}

/**
 * Replaces all of the text; it can be undone. The caret goes to its end, where typing goes on, but what is in sight is its
 * beginning: that is what people look for. `before` is told what the text is going to be.
 */
export function replaceText(view: EditorView, text: string, before?: (text: string) => void): void {
  const insert = view.state.toText(text)
  // Before any change: after it, this would have the browser lay the text out at once.
  view.scrollDOM.scrollTop = 0
  before?.(insert.toString())
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert },
    selection: { anchor: insert.length },
    userEvent: 'input.paste',
  })
}

/** Takes the place of a text area that stood in the editor's: with what was put into it, its selection and its focus. */
export function takeOver(view: EditorView, area: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd, selectionDirection } = area
  const focused = (view.root as ShadowRoot).activeElement === area
  area.remove()
  if (value !== view.state.doc.toString()) replaceText(view, value)
  if (!focused) return
  const backward = selectionDirection === 'backward'
  view.dispatch({
    selection: {
      anchor: backward ? selectionEnd : selectionStart,
      head: backward ? selectionStart : selectionEnd,
    },
  })
  view.focus()
}

function replacesAll({ changes, startState }: Pick<ViewUpdate, 'changes' | 'startState'>): boolean {
  let all = false
  changes.iterChangedRanges((from, to) => {
    all ||= from === 0 && to === startState.doc.length
  })
  return all
}

/**
 * Puts typed text in before the browser does. Where a coloured selection is typed over, Chromium would keep its colours
 * by a style attribute, which the policy refuses with a report.
 */
function insertPlainly(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.composing)
    return false
  const { from, to } = selectedNow(view)
  if (from === to) return false
  event.preventDefault()
  // A line break counts as one character here, however it is written.
  const insert = view.state.toText(event.data)
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.type',
    scrollIntoView: true,
  })
  return true
}

/** What is selected in the document itself: the editor may not have heard of the newest selection yet. */
function selectedNow(view: EditorView): Span {
  // Chromium's: other engines give a shadow root no selection of its own, and CodeMirror's knowledge has to do.
  const selection = (view.root as { getSelection?: () => Selection | null }).getSelection?.()
  const { anchorNode = null, focusNode = null, anchorOffset = 0, focusOffset = 0 } = selection ?? {}
  if (anchorNode === null || focusNode === null || !view.contentDOM.contains(anchorNode))
    return view.state.selection.main
  const anchor = view.posAtDOM(anchorNode, anchorOffset)
  const head = view.posAtDOM(focusNode, focusOffset)
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) }
}

/** CodeMirror's own sheet is adopted by the shadow root, which the CSP allows; custom properties reach in from outside. */
const theme = EditorView.theme({
  '&': { maxHeight: 'var(--token-most)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    font: 'var(--token-font)',
    // No kerning or ligatures in monospace: shaping thousands of characters takes half the time.
    textRendering: 'optimizeSpeed',
    fontKerning: 'none',
    fontVariantLigatures: 'none',
    lineHeight: 'var(--token-line)',
    overflow: 'auto',
    overscrollBehavior: 'contain',
  },
  '.cm-content': { padding: 'var(--space-2) 0', minHeight: 'var(--token-least)', caretColor: 'var(--ink)' },
  // Drawn, not text: what is in the box is the person's alone.
  '&[data-empty] .cm-content::before': {
    content: 'attr(aria-placeholder)',
    position: 'absolute',
    insetInline: '0',
    whiteSpace: 'normal',
    padding: 'var(--space-2) var(--space-3)',
    font: 'var(--small) var(--sans)',
    color: 'var(--muted)',
    pointerEvents: 'none',
  },
  '.cm-line': { padding: '0 var(--space-3)', overflowWrap: 'anywhere', wordBreak: 'break-all' },
  '.jot-header': { color: 'var(--header)' },
  '.jot-other': { background: 'var(--raised)', borderRadius: '2px' },
  '.jot-key': { color: 'var(--key)' },
  '.jot-iv': { color: 'var(--muted)' },
  '.jot-payload': {
    color: 'var(--payload)',
    ...underlined('dotted', 'var(--payload-cue)'),
  },
  '.jot-signature': {
    color: 'var(--signature)',
    ...underlined('solid', 'var(--signature-cue)'),
  },
  '.jot-dot': {
    color: 'var(--ink)',
    fontWeight: '800',
    background: 'var(--raised)',
    borderRadius: '2px',
    textDecoration: 'none',
  },
  '.jot-linked': { background: 'var(--linked)', outline: '1px solid transparent', borderRadius: '2px' },
  '.jot-fault': { background: 'var(--bad-soft)', outline: '1px solid var(--bad)', borderRadius: '2px' },
})
