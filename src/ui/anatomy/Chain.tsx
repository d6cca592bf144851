import { useId } from 'react'
import { anatomyParts, anatomyText, cellWords, gapWords, kindWords } from '../../content/messages/anatomy.ts'
import { faultText } from '../../content/messages/faults.ts'
import { foreign } from '../../content/messages/foreign.ts'
import type { Anatomy, Cell, CellId, PartId } from '../../core/anatomy/cell.ts'
import type { Token } from '../../core/decode/token.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import { isDpopProof } from '../../core/validate/proofKind.ts'
import { useAnatomy } from '../../state/anatomy.ts'
import { type Level, stateOf } from '../../state/levels.ts'
import { useShown } from '../../state/settled.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { octetCount } from '../common/count.ts'
import { hexOf } from '../common/hexOf.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Anatomy.module.css'
import { folded } from './written.ts'

/** From what is signed to the signature, a cell for each value on the way. */
export function Chain() {
  const heading = useId()
  const { anatomy, stale } = useAnatomy()
  const { token, level, levels } = useShown()
  const checked = levels[level]
  return (
    <section aria-labelledby={heading} aria-busy={stale} className={styles.way}>
      <h3 id={heading}>{anatomy?.kind === 'jwe' ? anatomyText.encryption : anatomyText.signature}</h3>
      {anatomy === null ? (
        !stale && <p className={styles.note}>{anatomyText[whyNone(token)]}</p>
      ) : (
        <Cells anatomy={anatomy} />
      )}
      {anatomy !== null && !stale && checked !== undefined && isRefusedThough(anatomy, checked) && (
        <p className={styles.gap}>{anatomyText.refused}</p>
      )}
    </section>
  )
}

/**
 * Whether all values agree, and the token must be refused for another reason: its structure, `crit`, or a key that may not
 * serve. A proof agrees with its own key, which is none that the state speaks of.
 */
function isRefusedThough({ cells }: Anatomy, level: Level): boolean {
  if (isDpopProof(level.token)) return false
  const compared = cells.flatMap(({ equals }) => (equals === undefined ? [] : [equals.same]))
  return compared.length > 0 && compared.every((same) => same) && stateOf(level) !== 'verified'
}

/** Why there is no chain: the groups of what is no whole token can be looked at all the same. */
function whyNone(token: Token | null) {
  const parts = token?.segments.length ?? 0
  if (parts === 0) return 'noToken'
  return parts === 2 ? 'twoParts' : 'noWhole'
}

function Cells({ anatomy: { kind, alg, hash, cells, gap } }: { readonly anatomy: Anatomy }) {
  const [text, spec] = kindWords[kind]
  return (
    <>
      <p>
        {alg !== '' && <code>{foreign(alg)}</code>} {text} <SpecLink id={spec} />
      </p>
      <ol className={styles.steps}>
        {cells.map((cell) => (
          <CellView key={cell.id} cell={cell} hash={hash ?? ''} />
        ))}
      </ol>
      {gap !== null && (
        <p className={styles.gap}>{typeof gap === 'string' ? gapWords[gap] : faultText(gap)}</p>
      )}
    </>
  )
}

function CellView({ cell, hash }: { readonly cell: Cell; readonly hash: string }) {
  const { id, octets, equals } = cell
  const [name, text, spec] = cellWords[id]
  const asText = id === 'signing-input' || id === 'aad' ? decoded(octets) : null
  return (
    <li data-cell={id} data-part={id === 'signature' ? 'signature' : undefined}>
      <div className={styles.name}>
        <h4>{name}</h4>
        <span>{octetCount(octets.length)}</span>
        <CopyButton label={`Copy ${name}`} text={() => asText ?? hexOf(octets)} />
      </div>
      <p className={styles.note}>
        {text.replaceAll('#', hash)} <SpecLink id={spec} />
      </p>
      {octets.length > 0 && <Value cell={cell} asText={asText !== null} />}
      {equals !== undefined && (
        <p className={styles.equals} data-same={equals.same}>
          <span aria-hidden="true">{equals.same ? '=' : '≠'}</span>{' '}
          {equals.part !== undefined && `${anatomyParts[equals.part]}: `}
          {equals.same ? 'the same as' : 'not the same as'} “{nameOf(equals.id)}”
        </p>
      )}
    </li>
  )
}

function Value({ cell: { id, octets, parts }, asText }: { readonly cell: Cell; readonly asText: boolean }) {
  if (parts === undefined || parts.length < 2) {
    return (
      <p className={styles.value}>
        <Folded octets={octets} asText={asText} />
      </p>
    )
  }
  if (id === 'signing-input') {
    return (
      <p className={styles.value}>
        {parts.map((part) => (
          <span key={part.id} data-part={part.id}>
            <Folded octets={octets.subarray(part.from, part.to)} asText={asText} />
          </span>
        ))}
      </p>
    )
  }
  return (
    <dl className={styles.value}>
      {parts.map((part) => (
        <div key={part.id} data-piece={part.id}>
          <dt>{anatomyParts[part.id]}</dt>
          <dd>
            <Folded octets={octets.subarray(part.from, part.to)} asText={false} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Folded({ octets, asText }: { readonly octets: Uint8Array; readonly asText: boolean }) {
  const { head, left, tail } = folded(octets, asText)
  const show = (text: string) => (asText ? withUnseenShown(text) : text)
  return (
    <>
      {show(head)}
      {left > 0 && (
        <>
          <em>… {octetCount(left)} more …</em>
          {show(tail)}
        </>
      )}
    </>
  )
}

function nameOf(id: CellId | PartId): string {
  return id in cellWords ? cellWords[id as CellId][0] : anatomyParts[id as PartId]
}

/** As text, where the octets are that: a payload that is not encoded may be anything. */
function decoded(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return null
  }
}
