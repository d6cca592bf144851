import { anatomyText } from '../../content/messages/anatomy.ts'
import type { Letter, OpenGroup } from '../../core/anatomy/groups.ts'
import type { Span } from '../../core/text/span.ts'
import { contains } from '../../core/text/span.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { hexOf } from '../common/hexOf.ts'
import styles from './Anatomy.module.css'

type Lit = Span | undefined

/** The characters with their values and bits. */
export function Sextets({ group, lit }: { readonly group: OpenGroup; readonly lit: Lit }) {
  const spare = group.sextets.reduce((sum, one) => sum + one.spare, 0)
  return (
    <>
      <ol className={styles.cells} aria-label="Characters with their bits">
        {group.sextets.map(({ at, character, value, bits, spare: unused }, i) => (
          <li key={at} data-lit={lit !== undefined && contains(lit, at)}>
            <b>{character}</b> <span>{value}</span> <Bits bits={bits} of={() => i} spare={6 - unused} />
          </li>
        ))}
      </ol>
      {spare > 0 && (
        <p className={styles.note}>
          {group.values.length === 0 ? anatomyText.lone : anatomyText.spare(spare)}
        </p>
      )}
    </>
  )
}

/** The octets, each with its bits marked by the character that they come from. */
export function Octets({
  group,
  lit,
  onPick,
}: {
  readonly group: OpenGroup
  readonly lit: Lit
  onPick(octets: Span): void
}) {
  if (group.values.length === 0) return <p className={styles.note}>{anatomyText.lone}</p>
  return (
    <ol className={styles.cells} aria-label="Octets">
      {[...group.values].map((value, i) => {
        const at = group.octets.from + i
        return (
          <li key={at}>
            <button
              type="button"
              data-lit={lit !== undefined && contains(lit, at)}
              aria-pressed={lit?.from === at && lit.to === at + 1}
              onClick={() => onPick({ from: at, to: at + 1 })}
            >
              <b>{hexOf(Uint8Array.of(value))}</b> <span>octet {at}</span>{' '}
              <Bits bits={value.toString(2).padStart(8, '0')} of={(k) => Math.floor((8 * i + k) / 6)} />
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** Bits in runs of one character each: every other character's are underlined. `spare` is where those begin that count for nothing. */
function Bits({
  bits,
  of,
  spare = bits.length,
}: {
  readonly bits: string
  of(k: number): number
  readonly spare?: number
}) {
  const runs: { text: string; odd: boolean; spare: boolean }[] = []
  for (let k = 0; k < bits.length; k++) {
    const next = { text: bits[k]!, odd: of(k) % 2 === 1, spare: k >= spare }
    const last = runs.at(-1)
    if (last?.odd === next.odd && last.spare === next.spare) last.text += next.text
    else runs.push(next)
  }
  return (
    <code>
      {runs.map(({ text, odd, spare: unused }) => (
        <span key={`${odd}${unused}`} data-odd={odd} data-spare={unused}>
          {text}
        </span>
      ))}
    </code>
  )
}

/** The characters of the decoded text, each with all its octets. */
export function Letters({
  letters,
  lit,
  onPick,
}: {
  readonly letters: readonly Letter[]
  readonly lit: Lit
  onPick(octets: Span): void
}) {
  return (
    <ol className={styles.cells} aria-label="Text characters">
      {letters.map(({ text, octets }) => (
        <li key={octets.from}>
          <button
            type="button"
            data-lit={lit !== undefined && contains(lit, octets.from)}
            aria-pressed={lit?.from === octets.from && lit.to === octets.to}
            onClick={() => onPick(octets)}
          >
            <b>{withUnseenShown(text)}</b>{' '}
            <span>
              {octets.to - octets.from === 1
                ? `octet ${octets.from}`
                : `octets ${octets.from} to ${octets.to - 1}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
