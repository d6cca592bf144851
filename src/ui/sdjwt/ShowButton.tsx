import type { Span } from '../../core/text/span.ts'
import { leadTo } from '../../state/pointer.ts'
import { useAnswer } from '../../state/settled.ts'
import styles from './sdjwt.module.css'

/** Leads to characters of the Token box; of a token within another one these are not there. */
export function ShowButton({ label, span }: { readonly label: string; readonly span: Span }) {
  const isPasted = useIsPasted()
  if (!isPasted) return null
  return (
    <button type="button" className={styles.place} onClick={() => leadTo({ in: 'characters', span })}>
      {label}
    </button>
  )
}

/** Whether the innermost token is the one that was pasted. */
export function useIsPasted(): boolean {
  return useAnswer().answer?.levels.length === 1
}
