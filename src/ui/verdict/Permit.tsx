import { permitNames } from '../../content/messages/encryption.ts'
import { setInputs, useInputs } from '../../state/store.ts'
import type { AnsweredLevel } from '../../state/verification.ts'
import styles from './Verdict.module.css'

/** Asks for leave to do what a hostile token could misuse. */
export function Permit({ levels }: { readonly levels: readonly AnsweredLevel[] }) {
  const permits = useInputs((inputs) => inputs.permits)
  const asking = levels.flatMap(({ outcome }) =>
    outcome.kind === 'encrypted' && outcome.decryption.state === 'impossible'
      ? [outcome.decryption.reason.code]
      : [],
  )
  if (asking.includes('crypto-rounds-ask')) {
    return (
      <Ask name="crypto-rounds-ask" onClick={() => setInputs({ permits: { ...permits, rounds: true } })} />
    )
  }
  if (!asking.includes('crypto-inflation-ask')) return null
  return (
    <Ask
      name="crypto-inflation-ask"
      onClick={() => setInputs({ permits: { ...permits, inflation: true } })}
    />
  )
}

function Ask({ name, onClick }: { readonly name: keyof typeof permitNames; onClick(): void }) {
  return (
    <p className={styles.permit}>
      <button type="button" className={styles.allow} onClick={onClick}>
        {permitNames[name]}
      </button>
    </p>
  )
}
