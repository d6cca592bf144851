import { useMemo, useState } from 'react'
import { missingPart } from '../../content/messages/boxes.ts'
import { signatureParts } from '../../core/crypto/signatureParts.ts'
import { charactersIn } from '../../core/decode/signingInput.ts'
import { useShown } from '../../state/settled.ts'
import { octetCount } from '../common/count.ts'
import { hexOf } from '../common/hexOf.ts'
import { digitsRendering } from '../text/plain.ts'
import styles from './PartPane.module.css'
import { PartPane } from './PartPane.tsx'

type View = 'base64url' | 'hex'

const views = [
  { id: 'base64url', label: 'base64url' },
  { id: 'hex', label: 'Hex' },
] as const

/** Octets to a base64url character, the other way round: four characters for three octets. */
const CHARACTERS_PER_OCTET = 4 / 3

/** The signature's octets, and what they are for the algorithm in the header. */
export function SignaturePart() {
  const { token, text } = useShown()
  const [view, setView] = useState<View>('base64url')
  const own = token?.origin ?? { text, token }
  const segment = own.token?.segments.find(({ name }) => name === 'signature') ?? null
  const rendering = useMemo(() => {
    if (segment === null || segment.span.from === segment.span.to) return null
    if (view === 'hex') return digitsRendering(hexOf(segment.octets), 2)
    return digitsRendering(charactersIn(own.text, segment), CHARACTERS_PER_OCTET)
  }, [segment, own.text, view])
  const alg = token?.header.alg ?? null
  const parts = segment === null || alg === null ? null : signatureParts(alg, segment.octets)
  const empty = segment !== null && rendering === null
  return (
    <PartPane<View>
      part="signature"
      name="signature"
      token={token}
      title="Signature"
      size={segment === null ? '' : octetCount(segment.octets.length)}
      note={
        segment === null
          ? { text: missingPart('signature', token?.segments.length ?? null), tone: 'plain' }
          : empty
            ? { text: 'Empty: nothing signs this token.', tone: alg === 'none' ? 'plain' : 'bad' }
            : null
      }
      views={views}
      view={view}
      onView={setView}
      rendering={rendering}
      copied={rendering?.copied ?? ''}
    >
      {parts !== null && (
        <dl className={styles.facts}>
          <dt>r</dt>
          <dd>{hexOf(parts.r)}</dd>
          <dt>s</dt>
          <dd>{hexOf(parts.s)}</dd>
        </dl>
      )}
    </PartPane>
  )
}
