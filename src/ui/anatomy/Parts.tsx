import { anatomyText } from '../../content/messages/anatomy.ts'
import { segmentNames } from '../../content/messages/en.ts'
import { piecesOf, type SegmentId } from '../../core/decode/segments.ts'
import type { Token } from '../../core/decode/token.ts'
import { Choice } from '../common/Choice.tsx'
import { labelOf } from '../sdjwt/rows.ts'
import styles from './Anatomy.module.css'
import type { Chosen } from './chosen.ts'
import { Jump } from './Jump.tsx'
import type { Side } from './sides.ts'

/** As many as are shown side by side; of more one chooses from a list. */
const FEW = 4

/** Disclosures in the list: there may be thousands. */
const WINDOW = 200

/** Which segment of the token is taken apart. */
export function Parts({ token, chosen }: { readonly token: Token; readonly chosen: Chosen }) {
  const { piece, sides, side, chooseIn } = chosen
  const { name } = piece.segment
  const chooseSide = (label: string) => {
    const to = sides.find((one) => one.label === label)!
    const alike = to.ids.find((id) => piecesOf(token).get(id)?.segment.name === name)
    chooseIn(to, alike ?? to.ids[0]!)
  }
  return (
    <div className={styles.parts}>
      {sides.length > 1 && <SideChoice sides={sides} side={side} onChange={chooseSide} />}
      {name === 'disclosure' ? (
        <DisclosureChoice token={token} side={side} id={piece.id} onChange={(id) => chooseIn(side, id)} />
      ) : (
        <Choice
          label="Part"
          options={side.ids.map((id) => ({
            id,
            label: segmentNames[piecesOf(token).get(id)!.segment.name],
          }))}
          value={piece.id}
          onChange={(id) => chooseIn(side, id)}
        />
      )}
    </div>
  )
}

interface SideProps {
  readonly sides: readonly Side[]
  readonly side: Side
  onChange(label: string): void
}

function SideChoice({ sides, side, onChange }: SideProps) {
  if (sides.length <= FEW) {
    const options = sides.map(({ label }) => ({ id: label, label }))
    return <Choice label={anatomyText.side} options={options} value={side.label} onChange={onChange} />
  }
  return (
    <label className={styles.jump}>
      {anatomyText.side}{' '}
      <select value={side.label} onChange={({ target }) => onChange(target.value)}>
        {sides.map(({ label }) => (
          <option key={label}>{label}</option>
        ))}
      </select>
    </label>
  )
}

interface DisclosureProps {
  readonly token: Token
  readonly side: Side
  readonly id: SegmentId
  onChange(id: SegmentId): void
}

function DisclosureChoice({ token, side: { ids }, id, onChange }: DisclosureProps) {
  const disclosures = token.kind === 'sd-jwt' ? token.disclosures : []
  const number = ids.indexOf(id)
  const first = number - (number % WINDOW)
  return (
    <>
      <label className={styles.jump}>
        <span className="unseen">Part</span>
        <select value={id} onChange={({ target }) => onChange(target.value as SegmentId)}>
          {ids.slice(first, first + WINDOW).map((one, i) => (
            <option key={one} value={one}>
              {anatomyText.disclosureNumber(first + i + 1, labelOf(disclosures[first + i]!))}
            </option>
          ))}
        </select>
      </label>
      {ids.length > WINDOW && (
        <Jump
          label="Disclosure"
          number={number}
          count={ids.length}
          window={WINDOW}
          onGo={(to) => onChange(ids[to]!)}
        />
      )}
    </>
  )
}
