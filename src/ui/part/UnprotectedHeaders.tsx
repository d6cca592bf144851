import { unprotectedText } from '../../content/messages/boxes.ts'
import type { Token } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { leadTo } from '../../state/pointer.ts'
import styles from './UnprotectedHeaders.module.css'
import { unprotectedOf } from './unprotected.ts'

/** The headers of a JSON serialization that nothing protects, as they are written. */
export function UnprotectedHeaders({
  token,
  outermost,
}: {
  readonly token: Token
  readonly outermost: boolean
}) {
  return unprotectedOf(token).map(({ name, header: { span, content } }) => (
    <div key={name} className={styles.header}>
      <p>
        <strong>{unprotectedText[name]}.</strong> {unprotectedText.meaning}{' '}
        {outermost && (
          <button
            type="button"
            className={styles.show}
            onClick={() => leadTo({ in: 'token', offset: span.from })}
          >
            Show in the token
          </button>
        )}
      </p>
      <code>{withUnseenShown(content.text)}</code>
    </div>
  ))
}
