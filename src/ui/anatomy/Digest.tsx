import { anatomyText, gapWords } from '../../content/messages/anatomy.ts'
import { selectiveText } from '../../content/messages/sdJwt.ts'
import { type DisclosureDigest, disclosureDigest } from '../../core/anatomy/disclosure.ts'
import type { SdJwt } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { useAnswer } from '../../state/settled.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { counted } from '../common/count.ts'
import { hexOf } from '../common/hexOf.ts'
import { labelOf } from '../sdjwt/rows.ts'
import { ShowButton } from '../sdjwt/ShowButton.tsx'
import styles from './Anatomy.module.css'

/** The digest by which a Disclosure is bound to what the issuer signed, and where that stands. */
export function Digest({ sdJwt, index }: { readonly sdJwt: SdJwt; readonly index: number }) {
  const { answer } = useAnswer()
  if (answer === null) return null
  const presented = answer.proofs?.presented ?? null
  if (presented === null) return <p className={styles.note}>{gapWords['no-hash']}</p>
  const { digested, seen } = presented
  if (digested.sdJwt !== sdJwt) return null
  const made = disclosureDigest(digested, seen, index)
  if (made !== null) return <Made made={made} sdJwt={sdJwt} />
  return digested.refusal && <p className={styles.gap}>{selectiveText(digested.refusal)}</p>
}

function Made({
  made: { hash, characters, octets, digest, place },
  sdJwt,
}: {
  readonly made: DisclosureDigest
  readonly sdJwt: SdJwt
}) {
  return (
    <>
      <div className={styles.name}>
        <span>
          {hash} over {counted(characters.length, 'ASCII octet')}
        </span>
        <CopyButton label="Copy digest" text={digest} />
      </div>
      <dl className={styles.value}>
        <div>
          <dt>octets</dt>
          <dd>{hexOf(octets)}</dd>
        </div>
        <div>
          <dt>base64url</dt>
          <dd>{digest}</dd>
        </div>
      </dl>
      <p className={styles.equals} data-same={place !== null}>
        <span aria-hidden="true">{place === null ? '≠' : '='}</span>{' '}
        {place === null ? anatomyText.digestNowhere : `${anatomyText.digestIn} ${whereText(place, sdJwt)}.`}{' '}
        {place !== null && <ShowButton label="Show digest" span={place.span} />}
      </p>
    </>
  )
}

function whereText({ source, path }: NonNullable<DisclosureDigest['place']>, { disclosures }: SdJwt): string {
  const holder =
    source === 'payload'
      ? anatomyText.inPayload
      : anatomyText.disclosureNumber(source + 1, labelOf(disclosures[source]!))
  return path === '' ? holder : `${holder}, at ${withUnseenShown(path)}`
}
