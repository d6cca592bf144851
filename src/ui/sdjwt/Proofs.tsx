import { checkDpop } from '../../core/validate/dpop.ts'
import { useExpectations } from '../../state/expectations.ts'
import { useAnswer } from '../../state/settled.ts'
import { useMoment } from '../common/useNow.ts'
import { CheckList } from './CheckList.tsx'
import { Selective } from './Selective.tsx'
import styles from './sdjwt.module.css'

/** An SD-JWT's disclosures, a DPoP proof's checks, an ID token's hashes: whichever the token has. */
export function Proofs() {
  const { answer } = useAnswer()
  const now = useMoment()
  const { skew } = useExpectations()
  if (answer === null || answer.proofs === null) return null
  const { presented, possession, together } = answer.proofs
  return (
    <>
      {presented !== null && <Selective text={answer.proofs.text} presented={presented} />}
      {possession !== null && (
        <section aria-label="Proof of possession" className={styles.pane}>
          <h2>Proof of possession</h2>
          <p className={styles.note}>
            A DPoP proof is right for one request, and for the access token that is bound to its key. Paste
            the whole request to have it compared.
          </p>
          <CheckList checks={checkDpop(possession.proof, possession.around, now, skew)} spec="rfc9449-4.3" />
        </section>
      )}
      {together.length > 0 && (
        <section aria-label="Issued together" className={styles.pane}>
          <h2>Issued together</h2>
          <CheckList checks={together} spec="oidc-3.3.2.11" />
        </section>
      )}
    </>
  )
}
