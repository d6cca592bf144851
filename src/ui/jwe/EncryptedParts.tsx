import { useId } from 'react'
import { segmentNames } from '../../content/messages/en.ts'
import { noEncryptedKey, partMeanings, sizeText } from '../../content/messages/encryption.ts'
import { contentEncryptionOf } from '../../core/crypto/encryption.ts'
import { charactersIn } from '../../core/decode/signingInput.ts'
import type { Jwe, Segment } from '../../core/decode/token.ts'
import { hoverAt, leadTo } from '../../state/pointer.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import styles from './EncryptedParts.module.css'

/** Characters of a part shown before it is folded. */
const FOLD = 120

/** The parts of a JWE beside its header: what each is for, and whether it has the length that `enc` asks for. */
export function EncryptedParts({ text, token }: { readonly text: string; readonly token: Jwe }) {
  const heading = useId()
  const own = token.origin ?? { text, token }
  const parts = own.token.segments.filter(({ name }) => name !== 'protected' && name !== 'payload')
  return (
    <section aria-labelledby={heading} className={styles.parts} data-wide="">
      <h2 id={heading}>Encrypted parts</h2>
      <ul onPointerLeave={() => hoverAt(null)}>
        {parts.map((part) => (
          <Part
            key={part.name}
            part={part}
            characters={charactersIn(own.text, part)}
            enc={token.header.enc}
          />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly part: Segment
  readonly characters: string
  readonly enc: string | null
}

function Part({ part, characters, enc }: Props) {
  const { name, octets } = part
  const point = { in: 'segment', name, octets: { from: 0, to: octets.length } } as const
  const title = segmentNames[name][0]!.toUpperCase() + segmentNames[name].slice(1)
  const wanted = contentEncryptionOf(enc ?? '')
  const expected = wanted === null ? null : name === 'iv' ? wanted.iv : name === 'tag' ? wanted.tag : null
  const wrong = expected !== null && expected !== octets.length
  return (
    <li data-part={name} onPointerEnter={() => hoverAt(point)}>
      <div className={styles.head}>
        <button type="button" title="Show in the token" onClick={() => leadTo(point)}>
          {title}
        </button>
        <span data-tone={wrong ? 'bad' : undefined}>{sizeText(octets.length, expected, enc)}</span>
        {characters !== '' && <CopyButton label={`Copy ${segmentNames[name]}`} text={characters} />}
      </div>
      <p>{characters === '' && name === 'encrypted_key' ? noEncryptedKey : partMeanings[name]}</p>
      {characters.length <= FOLD ? (
        <code>{characters}</code>
      ) : (
        <details>
          <summary>
            <code>{characters.slice(0, FOLD)}…</code>
          </summary>
          <code>{characters}</code>
        </details>
      )}
    </li>
  )
}
