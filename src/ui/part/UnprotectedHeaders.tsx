import { unprotectedText } from '../../content/messages/boxes.ts'
import type { Token, UnprotectedHeader } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { leadTo } from '../../state/pointer.ts'
import styles from './UnprotectedHeaders.module.css'

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
        <strong>{unprotectedText[name]}</strong> {unprotectedText.meaning}{' '}
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

interface Named {
  readonly name: 'own' | 'shared' | 'recipient'
  readonly header: UnprotectedHeader
}

function unprotectedOf(token: Token): Named[] {
  const found: Named[] = []
  const add = (name: Named['name'], header: UnprotectedHeader | null | undefined) => {
    if (header != null) found.push({ name, header })
  }
  if (token.kind === 'jws') add('own', token.signatures[token.shown]?.unprotected)
  if (token.kind === 'jwe') {
    add('shared', token.unprotected)
    add('recipient', token.recipients[token.shown]?.unprotected)
  }
  return found
}
