import { encodingOf, groupOf, lengthsIn, WANTED, type Work } from '../../../state/lessons/base64url.ts'
import { hexOf } from '../../common/hexOf.ts'
import { unwantedProps } from '../../common/unwanted.ts'
import type { ControlsProps } from '../kit.ts'
import lesson from '../Learn.module.css'
import styles from './Base64url.module.css'

export function Base64url({ work, scene, change }: ControlsProps<Work>) {
  const { bits, text } = work
  const { characters, groups, rest, octets } = lengthsIn(scene)
  const encoding = encodingOf(text)
  return (
    <>
      <Bits bits={bits} set={(changed) => change({ bits: changed, touched: true })} />
      <label className={lesson.field}>
        Text{' '}
        <input
          {...unwantedProps}
          className={styles.text}
          value={text}
          maxLength={60}
          onChange={({ target }) => change({ text: target.value })}
        />
      </label>
      <dl className={styles.encoding}>
        <dt>octets</dt>
        <dd>{spaced(encoding.octets) || '—'}</dd>
        <dt>base64url</dt>
        <dd>
          {[...encoding.characters].map((character, i) =>
            character === '-' || character === '_' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
              <mark key={i}>{character}</mark>
            ) : (
              character
            ),
          )}
          {text === '' && '—'}
        </dd>
        <dt>base64</dt>
        <dd>{encoding.padded || '—'}</dd>
      </dl>
      <p role="status">
        Last part of the token: {characters} characters, {groups} groups of four
        {rest > 0 && ` and ${rest} more`}; {octets} octets.
      </p>
    </>
  )
}

interface BitsProps {
  readonly bits: number
  set(bits: number): void
}

/** Octets above, bits, characters below: in two lines of twelve, so that a finger can hit each bit. */
function Bits({ bits, set }: BitsProps) {
  const { octets, characters } = groupOf(bits)
  const name = (octet: number) => `${spaced(octets.subarray(octet, octet + 1))} ${printed(octets[octet]!)}`
  return (
    <fieldset className={styles.bits}>
      <legend>Three octets, 24 bits, four characters</legend>
      {[0, 12].map((from) => (
        <div key={from} className={styles.line}>
          {(from === 0 ? [0, 1] : [1, 2]).map((octet) => (
            <b
              key={octet}
              className={styles.octet}
              data-octet={octet}
              data-part={octet === 1 ? '' : undefined}
            >
              {from > 0 && octet === 1 ? '…' : name(octet)}
            </b>
          ))}
          {Array.from({ length: 12 }, (_, i) => from + i).map((i) => {
            const one = 1 << (23 - i)
            return (
              <label key={i} data-octet={i >> 3}>
                <input
                  type="checkbox"
                  checked={(bits & one) !== 0}
                  aria-label={`Octet ${(i >> 3) + 1}, bit worth ${1 << (7 - (i & 7))}`}
                  onChange={() => set(bits ^ one)}
                />
                <span aria-hidden="true">{(bits & one) === 0 ? 0 : 1}</span>
              </label>
            )
          })}
          {[0, 1].map((i) => {
            const at = from / 6 + i
            return (
              <b key={i} className={styles.character} data-right={characters[at] === WANTED[at]}>
                {characters[at]}
              </b>
            )
          })}
        </div>
      ))}
      <p role="status" className="unseen">
        Octets {spaced(octets)}, characters {characters}
      </p>
    </fieldset>
  )
}

function spaced(octets: Uint8Array): string {
  return hexOf(octets)
    .toUpperCase()
    .replace(/..(?=.)/g, '$& ')
}

/** An ASCII character as it prints; nothing for any other octet. */
function printed(octet: number): string {
  return octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : ''
}
