import { type ReactNode, useId, useMemo } from 'react'
import { anatomyText } from '../../content/messages/anatomy.ts'
import { segmentNames } from '../../content/messages/en.ts'
import type { SpecId } from '../../content/spec.ts'
import { claimsIn, openGroup } from '../../core/anatomy/groups.ts'
import { segmentContent } from '../../core/decode/compact.ts'
import type { Token } from '../../core/decode/token.ts'
import { useShownAtOnce } from '../../state/settled.ts'
import { Choice } from '../common/Choice.tsx'
import { octetCount } from '../common/count.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Anatomy.module.css'
import { Back } from './Back.tsx'
import { type Chosen, useChosen } from './chosen.ts'
import { Groups } from './Groups.tsx'
import { Letters, Octets, Sextets } from './OpenGroup.tsx'
import { partOf } from './part.ts'

/** Claims to choose from: more would be no choice. */
const MOST_CLAIMS = 200

/** From the characters of the token to JSON, a group of four at a time, and back. */
export function Bytes() {
  const heading = useId()
  const shown = useShownAtOnce()
  const chosen = useChosen(shown)
  return (
    <section aria-labelledby={heading} className={styles.way}>
      <h3 id={heading}>{anatomyText.bytes}</h3>
      {shown.token === null || chosen === null ? (
        <p className={styles.note}>{anatomyText.noToken}</p>
      ) : (
        <Steps text={shown.text} token={shown.token} chosen={chosen} />
      )}
    </section>
  )
}

interface Props {
  readonly text: string
  readonly token: Token
  readonly chosen: Chosen
}

function Steps({ text, token, chosen }: Props) {
  const { segment, number, count, link, choose } = chosen
  const { name } = segment
  const group = useMemo(() => openGroup(text, token, name, number), [text, token, name, number])
  const claims = useMemo(() => claimsIn(token, name, MOST_CLAIMS), [token, name])
  const content = segmentContent(token, name)
  const parts = token.segments.map((one) => ({ id: one.name, label: segmentNames[one.name] }))
  const pick = (octets: { readonly from: number; readonly to: number }) => choose(name, number, octets)
  return (
    <ol className={styles.steps} data-part={partOf(name)}>
      <Step words={anatomyText.characters}>
        <Choice label="Part" options={parts} value={name} onChange={(id) => choose(id, 0)} />
        {count > 0 && <Groups text={text} chosen={chosen} />}
        {count === 0 && <Nothing chosen={chosen} />}
      </Step>
      {group !== null && (
        <>
          <Step words={anatomyText.sextets}>
            <Sextets group={group} lit={link?.characters} />
          </Step>
          <Step words={anatomyText.octets}>
            <Octets group={group} lit={link?.octets} onPick={pick} />
          </Step>
          <Step words={anatomyText.text}>
            {group.letters.length > 0 ? (
              <Letters letters={group.letters} lit={link?.octets} onPick={pick} />
            ) : (
              <p className={styles.note}>{anatomyText.noText}</p>
            )}
          </Step>
          <Step words={anatomyText.json}>
            {content.kind === 'json' && content.fault === null ? (
              <>
                <Paths paths={group.letters.map(({ path }) => path)} />
                {claims.length > 0 && (
                  <label className={styles.jump}>
                    Claim{' '}
                    <select
                      value={claims.find(({ octets }) => octets.from === link?.octets.from)?.node ?? ''}
                      onChange={({ target }) => {
                        const claim = claims.find(({ node }) => String(node) === target.value)
                        if (claim !== undefined) choose(name, Math.floor(claim.octets.from / 3), claim.octets)
                      }}
                    >
                      <option value="">Choose one</option>
                      {claims.map((claim) => (
                        <option key={claim.node} value={claim.node}>
                          {claim.name}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
              </>
            ) : (
              <p className={styles.note}>{anatomyText.noJson}</p>
            )}
          </Step>
        </>
      )}
      {link !== null && <Back text={text} link={link} chosen={chosen} />}
    </ol>
  )
}

/** Why a part has no groups. */
function Nothing({ chosen: { segment } }: { readonly chosen: Chosen }) {
  const { octets, plain, span } = segment
  if (octets.length === 0) return <p className={styles.note}>{anatomyText.empty}</p>
  if (span.from === span.to) return <p className={styles.note}>{anatomyText.detached}</p>
  return (
    <p className={styles.note}>
      {plain && anatomyText.plain} {octetCount(octets.length)}. <SpecLink id={anatomyText.plainSpec} />
    </p>
  )
}

function Paths({ paths }: { readonly paths: readonly (string | null)[] }) {
  const distinct = [...new Set(paths)].filter((path) => path !== null)
  return (
    <p>
      {distinct.map((path, i) => (
        <span key={path}>
          {i > 0 && ', then '}
          {path === '' ? 'the object itself' : <code>{path}</code>}
        </span>
      ))}
    </p>
  )
}

function Step({
  words: [title, text, spec],
  children,
}: {
  readonly words: readonly [title: string, text: string, spec: SpecId]
  readonly children: ReactNode
}) {
  return (
    <li>
      <h4>{title}</h4>
      <p className={styles.note}>
        {text} <SpecLink id={spec} />
      </p>
      {children}
    </li>
  )
}
