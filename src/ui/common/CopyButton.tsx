import { useEffect, useState } from 'react'
import styles from './common.module.css'

/** Copies text and says so; the text is fetched when pressed. */
export function CopyButton({
  label,
  text,
}: {
  readonly label: string
  readonly text: string | (() => string)
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 1600)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () =>
    setState((await copyText(typeof text === 'string' ? text : text())) ? 'copied' : 'refused')
  return (
    <button type="button" className={styles.quiet} aria-label={label} title={label} onClick={copy}>
      <span aria-live="polite">
        {state === 'copied' ? 'Copied' : state === 'refused' ? 'Refused' : 'Copy'}
      </span>
    </button>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** For engines that keep the asynchronous clipboard from a sandboxed frame. */
function copyBySelection(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', put)
  return done
}
