import styles from './Anatomy.module.css'
import { Bytes } from './Bytes.tsx'
import { Chain } from './Chain.tsx'

/** The token that is shown, step by step with its own octets: both ways, or the one that is asked for. */
export function Anatomy({ focus }: { readonly focus?: 'bytes' | 'signature' | undefined }) {
  return (
    <div className={styles.anatomy}>
      {focus !== 'signature' && <Bytes />}
      {focus !== 'bytes' && <Chain />}
    </div>
  )
}
