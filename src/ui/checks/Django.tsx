import { useMemo } from 'react'
import { djangoSettings } from '../../content/djangoSettings.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import styles from './Checks.module.css'
import type { Documents } from './subject.ts'

/** What a Django project has to set to accept this very token. */
export function Django({ documents }: { readonly documents: Documents }) {
  const settings = useMemo(() => djangoSettings(documents.header, documents.claims), [documents])
  if (settings === null) return null
  return (
    <details>
      <summary>Django settings for such a token</summary>
      <p className={styles.note}>
        For djangorestframework-simplejwt. Without them it refuses what it cannot place, with no more than
        “Token is invalid”.
      </p>
      <div className={styles.code}>
        <pre>
          <code>{settings}</code>
        </pre>
        <CopyButton label="Copy settings" text={settings} />
      </div>
    </details>
  )
}
