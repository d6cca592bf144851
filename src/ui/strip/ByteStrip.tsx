import { useMemo } from 'react'
import { segmentPhrase } from '../../content/messages/segments.ts'
import { mapOf, piecesOf, type SegmentId } from '../../core/decode/segments.ts'
import { groupAt } from '../../core/decode/sourceMap.ts'
import type { Token } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { useLink } from '../../state/link.ts'
import { useShownAtOnce } from '../../state/settled.ts'
import { hexOf } from '../common/hexOf.ts'
import { partOf } from '../common/partOf.ts'
import styles from './ByteStrip.module.css'

/** Four characters, the three octets in them, and what these say: for the place that is pointed at. */
export function ByteStrip() {
  const { text, token } = useShownAtOnce()
  const link = useLink()
  const shown = useMemo(
    () => (link === null ? null : spellOut(text, token, link.segment, link.focus)),
    [text, token, link],
  )
  return (
    <section aria-label="Bytes" className={styles.strip} data-part={shown?.part}>
      {shown === null || link === null ? (
        <p className={styles.idle}>
          Point at the token or at a claim to see characters become octets (bytes).
        </p>
      ) : (
        <>
          <p className={styles.place}>
            {segmentPhrase(link.segment)}, octet {shown.octet}
          </p>
          <ol className={styles.characters} aria-label="Characters">
            {shown.characters.map(({ character, bits, offset, pointed }) => (
              <li key={offset} data-pointed={pointed ? '' : undefined}>
                <b>{character}</b>
                <span>{bits}</span>
              </li>
            ))}
          </ol>
          <span aria-hidden="true">→</span>
          <ol className={styles.octets} aria-label="Octets">
            {shown.octets.map(({ hex, bits, at }) => (
              <li key={at}>
                <b>{hex}</b>
                <span>{bits}</span>
              </li>
            ))}
          </ol>
          <span aria-hidden="true">→</span>
          <p className={styles.text}>{shown.text}</p>
        </>
      )}
    </section>
  )
}

function spellOut(text: string, token: Token | null, id: SegmentId, focus: number) {
  const piece = token === null ? undefined : piecesOf(token).get(id)
  const group = piece === undefined ? null : groupAt(text, piece.segment, focus)
  if (piece === undefined || group === null) return null
  const { segment, content } = piece
  const octets = segment.octets.subarray(group.octets.from, group.octets.to)
  const isText = content.kind === 'json' || content.kind === 'text'
  const span = mapOf(piece).textOf(group.octets)
  return {
    part: partOf[segment.name],
    octet: group.octets.from,
    characters: group.characters.map((offset, i) => ({
      offset,
      character: text[offset]!,
      bits: group.sextets[i]!.toString(2).padStart(6, '0'),
      pointed: offset === focus,
    })),
    octets: [...octets].map((octet, i) => ({
      at: group.octets.from + i,
      hex: hexOf(Uint8Array.of(octet)),
      bits: octet.toString(2).padStart(8, '0'),
    })),
    text: isText ? withUnseenShown(content.text.slice(span.from, span.to)) : '(octets, no text)',
  }
}
