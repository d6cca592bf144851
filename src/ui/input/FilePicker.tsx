import { useEffect, useRef, useState } from 'react'
import { takeFiles } from '../../state/file.ts'
import styles from './InputRegion.module.css'

/** Chooses files of text; they can be dropped anywhere on the page, too. */
export function FilePicker() {
  const input = useRef<HTMLInputElement>(null)
  const over = useDrop()
  return (
    <>
      <button type="button" className={styles.file} onClick={() => input.current?.click()}>
        Open file…
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="File with tokens"
        onChange={(event) => {
          void takeFiles(event.target.files)
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      {over && (
        <div className={styles.drop} aria-hidden="true">
          Drop it to read it, on this machine alone
        </div>
      )}
    </>
  )
}

/** Takes files dropped anywhere; true while one is held over the page. */
function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const { files = [] } = event.dataTransfer ?? {}
      if (files.length === 0) return
      event.preventDefault()
      // A text area takes its own.
      if (event.target instanceof HTMLTextAreaElement) return
      // Before the editor, which would read it as text without asking what it is.
      event.stopPropagation()
      void takeFiles(files)
    }
    document.addEventListener('dragover', drag, true)
    document.addEventListener('dragleave', leave, true)
    document.addEventListener('drop', drop, true)
    return () => {
      document.removeEventListener('dragover', drag, true)
      document.removeEventListener('dragleave', leave, true)
      document.removeEventListener('drop', drop, true)
    }
  }, [])
  return over
}
