import { theSegment } from '../../content/messages/segments.ts'
import type { Link } from '../../state/link.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import styles from './Anatomy.module.css'
import type { Chosen } from './chosen.ts'

/** Characters shown of what was chosen. */
const MOST = 120

/** The other way: which characters of the token hold the octets that are pointed at. */
export function Back({
  text,
  link: { octets, characters },
  chosen: { piece },
}: {
  readonly text: string
  readonly link: Link
  readonly chosen: Chosen
}) {
  const written = text.slice(characters.from, characters.to)
  const [first, last] = [
    characters.from - piece.segment.span.from + 1,
    characters.to - piece.segment.span.from,
  ]
  return (
    <li className={styles.back}>
      <h4>And back</h4>
      <p role="status">
        {octets.to - octets.from === 1
          ? `Octet ${octets.from} of ${theSegment(piece.id)} is in`
          : `Octets ${octets.from} to ${octets.to - 1} of ${theSegment(piece.id)} are in`}{' '}
        its {first === last ? `character ${first}` : `characters ${first} to ${last}`}:{' '}
        <code>{written.slice(0, MOST)}</code>
        {written.length > MOST && `… ${written.length - MOST} more`}
      </p>
      <CopyButton label="Copy the characters" text={written} />
    </li>
  )
}
