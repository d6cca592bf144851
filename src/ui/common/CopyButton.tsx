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
  const [said, say] = useState<'Copy' | 'Copied' | 'Refused'>('Copy')
  useEffect(() => {
    if (said === 'Copy') return
    const timer = setTimeout(() => say('Copy'), 1600)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () =>
    say((await copyText(typeof text === 'string' ? text : text())) ? 'Copied' : 'Refused')
  return (
    <button type="button" className={styles.quiet} aria-label={label.replace('Copy', said)} onClick={copy}>
      <span aria-live="polite">{said}</span>
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
