import { faultText } from '../../content/messages/faults.ts'
import type { KeyFault } from '../../core/keys/fault.ts'
import type { Fault } from '../../core/text/result.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import styles from './KeysRead.module.css'

/** Characters shown before and after those at fault, and the most of them that are shown. */
const AROUND = 12
const LONGEST = 40

/** Why the key text cannot be read, the very characters, and the command that helps, if there is one. */
export function Unreadable({ fault, text }: { readonly fault: Fault<KeyFault>; readonly text: string }) {
  const { from, to } = fault.span
  const { command } = fault.values
  const telling = to - from <= LONGEST && to - from < text.length
  const before = text.slice(0, from)
  const line = before.split(/\r\n|\r|\n/)
  return (
    <>
      <p className={styles.bad}>{faultText(fault)}</p>
      {telling && (
        <p className={styles.place}>
          Line {line.length.toLocaleString('en')}, column {(line.at(-1)!.length + 1).toLocaleString('en')}:{' '}
          <code>
            {shown(before.slice(-AROUND))}
            <mark>{shown(text.slice(from, to)) || '\u2038'}</mark>
            {shown(text.slice(to, to + AROUND))}
          </code>
        </p>
      )}
      {command !== undefined && (
        <p className={styles.print}>
          <code>{command}</code>
          <CopyButton label="Copy command" text={String(command)} />
        </p>
      )}
    </>
  )
}

/** On one line, with a stand-in for what is not seen. */
function shown(text: string): string {
  return withUnseenShown(text).replaceAll(/[\n\t]/g, '↵')
}
