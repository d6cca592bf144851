import { type ClipboardEvent, type DragEvent, type FormEvent, useRef } from 'react'
import type { Span } from '../../core/text/span.ts'
import { takeFiles } from '../../state/file.ts'
import { asShown, withEdited, withPasted } from './lineBreaks.ts'
import { unwantedProps } from './unwanted.ts'

/** A text area's props that keep `text` exact: carriage returns of what is pasted, and of a file dropped on it, stay. */
export function useExactText(text: string, put: (text: string) => void) {
  // What a paste is about to put in: the text area itself would lose carriage returns.
  const pasting = useRef<{ readonly text: string; readonly at: Span } | null>(null)
  return {
    ...unwantedProps,
    value: asShown(text),
    onPaste({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) {
      const { selectionStart: from, selectionEnd: to } = currentTarget
      pasting.current = { text: clipboardData.getData('text/plain'), at: { from, to } }
    },
    onDrop({ dataTransfer }: DragEvent) {
      void takeFiles(dataTransfer.files, put)
    },
    onInput(event: FormEvent<HTMLTextAreaElement>) {
      const shown = event.currentTarget.value
      const { current } = pasting
      const pasted = current === null ? null : withPasted(text, current.at, current.text)
      pasting.current = null
      put(pasted !== null && asShown(pasted) === shown ? pasted : withEdited(text, shown))
    },
  }
}
