import { noticeTexts, warningNotices } from '../../content/messages/notices.ts'
import { useNotices } from '../../state/notices.ts'
import styles from './InputRegion.module.css'

/** What is to be said of where the text came from: an address, a file. */
export function Notices() {
  const { notices } = useNotices()
  return (
    <div role="status" className={styles.notices}>
      {notices.map(({ code, values }) => (
        <p key={code} data-notice={code} data-warns={warningNotices.has(code) ? '' : undefined}>
          {noticeTexts[code](values)}
        </p>
      ))}
    </div>
  )
}
