import { type ReactNode, useId, useMemo } from 'react'
import { anatomyText } from '../../content/messages/anatomy.ts'
import type { SpecId } from '../../content/spec.ts'
import { claimsIn, openGroup } from '../../core/anatomy/groups.ts'
import type { Token } from '../../core/decode/token.ts'
import { Kind } from '../../core/json/document.ts'
import { useShownAtOnce } from '../../state/settled.ts'
import { octetCount } from '../common/count.ts'
import { partOf } from '../common/partOf.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Anatomy.module.css'
import { Back } from './Back.tsx'
import { type Chosen, useChosen } from './chosen.ts'
import { Digest } from './Digest.tsx'
import { Groups } from './Groups.tsx'
import { Letters, Octets, Sextets } from './OpenGroup.tsx'
import { Parts } from './Parts.tsx'

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
  const { piece, number, count, link, choose } = chosen
  const { id, segment, content } = piece
  const group = useMemo(() => openGroup(text, token, id, number), [text, token, id, number])
  const claims = useMemo(() => claimsIn(token, id, MOST_CLAIMS), [token, id])
  const pick = (octets: { readonly from: number; readonly to: number }) => choose(id, number, octets)
  const disclosure =
    token.kind === 'sd-jwt' && segment.name === 'disclosure' ? Number(id.split('/')[1]) : null
  return (
    <ol className={styles.steps} data-part={partOf[segment.name]}>
      <Step words={anatomyText.characters}>
        <Parts token={token} chosen={chosen} />
        {count > 0 && <Groups text={text} chosen={chosen} />}
        {count === 0 && <Nothing token={token} chosen={chosen} />}
      </Step>
      {group !== null && (
        <>
          <Step words={anatomyText.sextets}>
            <Sextets group={group} lit={link?.characters} />
          </Step>
          <Step words={anatomyText.octets}>
            <Octets group={group} lit={link?.octets} onPick={pick} />
          </Step>
          {group.letters.length > 0 ? (
            <Step words={anatomyText.text}>
              <Letters letters={group.letters} lit={link?.octets} onPick={pick} />
            </Step>
          ) : (
            <Step words={anatomyText.noText} />
          )}
          {content.kind === 'json' && content.fault === null ? (
            <Step words={disclosure === null ? anatomyText.json : anatomyText.elements}>
              <Paths paths={group.letters.map(({ path }) => path)} root={content.document.kind[0]} />
              {claims.length > 0 && (
                <label className={styles.jump}>
                  {disclosure === null ? 'Claim' : 'Element'}{' '}
                  <select
                    value={claims.find(({ octets }) => octets.from === link?.octets.from)?.node ?? ''}
                    onChange={({ target }) => {
                      const claim = claims.find(({ node }) => String(node) === target.value)
                      if (claim !== undefined) choose(id, Math.floor(claim.octets.from / 3), claim.octets)
                    }}
                  >
                    <option value="">Choose one</option>
                    {claims.map((claim, i) => (
                      <option key={claim.node} value={claim.node}>
                        {disclosure === null ? claim.name : elementName(i, claims.length)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </Step>
          ) : (
            content.kind !== 'octets' && <Step words={anatomyText.noJson} />
          )}
        </>
      )}
      {disclosure !== null && token.kind === 'sd-jwt' && (
        <Step words={anatomyText.digest}>
          <Digest sdJwt={token} index={disclosure} />
        </Step>
      )}
      {link !== null && link.characters.from < link.characters.to && (
        <Back text={text} link={link} chosen={chosen} />
      )}
    </ol>
  )
}

/** What an element of a Disclosure is; one without a name has two. */
function elementName(i: number, count: number): string {
  const [salt, name, value] = anatomyText.elementNames
  if (count === 2) return i === 0 ? salt : value
  return [salt, name, value][i] ?? `element ${i + 1}`
}

/** Why a part has no groups. */
function Nothing({ token, chosen }: Pick<Props, 'token' | 'chosen'>) {
  const { octets, plain, span } = chosen.piece.segment
  if (octets.length === 0) return <p className={styles.note}>{anatomyText.empty}</p>
  if (span.from === span.to) {
    const apart = token.kind === 'jwe' ? anatomyText.decrypted : anatomyText.detached
    return <p className={styles.note}>{apart}</p>
  }
  return (
    <p className={styles.note}>
      {plain && anatomyText.plain} {octetCount(octets.length)}. <SpecLink id={anatomyText.plainSpec} />
    </p>
  )
}

interface PathsProps {
  readonly paths: readonly (string | null)[]
  /** What the whole is. */
  readonly root: number | undefined
}

function Paths({ paths, root }: PathsProps) {
  const distinct = [...new Set(paths)].filter((path) => path !== null)
  return (
    <p>
      {distinct.map((path, i) => (
        <span key={path}>
          {i > 0 && ', then '}
          {path === '' ? wholeOf(root) : <code>{path}</code>}
        </span>
      ))}
    </p>
  )
}

function wholeOf(root: number | undefined): string {
  return root === Kind.object ? 'the object itself' : root === Kind.array ? 'the array itself' : 'all of it'
}

function Step({
  words: [title, text, spec],
  children,
}: {
  readonly words: readonly [title: string, text: string, spec: SpecId]
  readonly children?: ReactNode
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
