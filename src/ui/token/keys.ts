import {
  cursorCharBackward,
  cursorCharForward,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupBackward,
  cursorGroupForward,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  deleteGroupBackward,
  deleteGroupForward,
  historyKeymap,
  insertNewline,
  selectAll,
  selectCharBackward,
  selectCharForward,
  selectDocEnd,
  selectDocStart,
  selectGroupBackward,
  selectGroupForward,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands'
import { EditorSelection } from '@codemirror/state'
import type { Command, KeyBinding } from '@codemirror/view'

/** Deletes what is selected, else the character beside the caret: CodeMirror's own command knows indentation too. */
function deleteCharacter(forward: boolean): Command {
  return (view) => {
    const change = view.state.changeByRange((range) => {
      const other = range.empty ? view.moveByChar(range, forward).head : range.anchor
      const from = Math.min(range.head, other)
      const to = Math.max(range.head, other)
      return { changes: { from, to }, range: EditorSelection.cursor(from) }
    })
    if (change.changes.empty) return false
    view.dispatch(change, { userEvent: forward ? 'delete.forward' : 'delete.backward', scrollIntoView: true })
    return true
  }
}

const deleteBackward = deleteCharacter(false)

/** The browser is to do nothing at these, even where there is nothing left to do. */
const own: readonly KeyBinding[] = [
  { key: 'ArrowLeft', run: cursorCharBackward, shift: selectCharBackward },
  { key: 'ArrowRight', run: cursorCharForward, shift: selectCharForward },
  {
    key: 'Mod-ArrowLeft',
    mac: 'Alt-ArrowLeft',
    run: cursorGroupBackward,
    shift: selectGroupBackward,
  },
  {
    key: 'Mod-ArrowRight',
    mac: 'Alt-ArrowRight',
    run: cursorGroupForward,
    shift: selectGroupForward,
  },
  {
    mac: 'Cmd-ArrowLeft',
    run: cursorLineBoundaryBackward,
    shift: selectLineBoundaryBackward,
  },
  {
    mac: 'Cmd-ArrowRight',
    run: cursorLineBoundaryForward,
    shift: selectLineBoundaryForward,
  },
  { key: 'ArrowUp', run: cursorLineUp, shift: selectLineUp },
  { key: 'ArrowDown', run: cursorLineDown, shift: selectLineDown },
  { mac: 'Cmd-ArrowUp', run: cursorDocStart, shift: selectDocStart },
  { mac: 'Cmd-ArrowDown', run: cursorDocEnd, shift: selectDocEnd },
  { key: 'Home', run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward },
  { key: 'End', run: cursorLineBoundaryForward, shift: selectLineBoundaryForward },
  { key: 'Mod-Home', run: cursorDocStart, shift: selectDocStart },
  { key: 'Mod-End', run: cursorDocEnd, shift: selectDocEnd },
  { key: 'Enter', run: insertNewline, shift: insertNewline },
  { key: 'Mod-a', run: selectAll },
  { key: 'Backspace', run: deleteBackward, shift: deleteBackward },
  { key: 'Delete', run: deleteCharacter(true) },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: deleteGroupBackward },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: deleteGroupForward },
]

/**
 * What moves and edits plain text. CodeMirror's own standard keymap indents new lines and moves by syntax, and with
 * that brings a parser library of 20 kB along that a token has no use for. The box runs from left to right, always.
 */
export const plainTextKeys: readonly KeyBinding[] = [
  ...own.map((binding) => ({ ...binding, preventDefault: true })),
  // At either end these scroll the page.
  { key: 'PageUp', run: cursorPageUp, shift: selectPageUp },
  { key: 'PageDown', run: cursorPageDown, shift: selectPageDown },
  ...historyKeymap,
]
