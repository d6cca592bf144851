import { useState } from 'react'
import { putIn } from '../../../state/lessons/learning.ts'
import type { Scene } from '../../../state/lessons/lesson.ts'
import {
  type Alg,
  algs,
  attemptWith,
  lengthOf,
  madePair,
  privateMembers,
  signOwn,
  type Work,
} from '../../../state/lessons/publicKeys.ts'
import { setInputs } from '../../../state/store.ts'
import { CopyButton } from '../../common/CopyButton.tsx'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import learn from '../Learn.module.css'
import { SignatureSteps } from '../SignatureSteps.tsx'
import styles from './Signature.module.css'

/** Two key pairs, what they sign, and how long it is. */
export function PublicKeys({ work, scene, change }: ControlsProps<Work>) {
  const { attempt, ES256, RS256 } = work
  const [noKey, setNoKey] = useState(false)
  return (
    <>
      {algs.map((alg) => (
        <Pair key={alg} {...{ alg, work, scene, change }} />
      ))}
      <p className={learn.buttons}>
        <Act
          label="Sign with the key in the Key box"
          act={async () => {
            const made = await attemptWith(work, scene)
            setNoKey(made === null)
            if (made !== null) change({ attempt: made })
          }}
        />
      </p>
      <p role="status">
        {noKey && 'There is no key for ES256 or RS256 in the Key box.'}
        {!noKey &&
          attempt !== null &&
          (attempt.refusal === null
            ? `It signed: the key has ${attempt.has.join(', ')}.`
            : `Refused by the browser (${attempt.refusal}). The JWK has ${attempt.has.join(', ')}; to sign with ${attempt.alg} it lacks ${attempt.lacks.join(', ') || 'nothing'}.`)}
      </p>
      <Signatures work={work} />
      {ES256 !== null && RS256 !== null && <Sizes work={work} change={change} />}
      <SignatureSteps />
    </>
  )
}

function Pair({
  alg,
  work,
  scene,
  change,
}: { readonly alg: Alg; readonly scene: Scene } & ControlsProps<Work>) {
  const pair = work[alg]
  if (pair === null) {
    return (
      <p className={learn.buttons}>
        <Act label={`Make an ${alg} pair`} act={async () => change(await madePair(alg))} />
      </p>
    )
  }
  const sign = async () => {
    const made = await signOwn(work, scene, alg)
    change(made.change)
    putIn({ text: made.text })
  }
  const toBox = () => setInputs({ keyText: JSON.stringify(pair.publicJwk, null, 2), keyFormat: 'detect' })
  return (
    <fieldset className={learn.group}>
      <legend>{alg}</legend>
      <Act label={`Put the public JWK for ${alg} into the Key box`} act={toBox} />
      <Act label={`Sign with the private key for ${alg}`} act={sign} />
      <details className={styles.halves}>
        <summary>Both halves</summary>
        <Half
          label={`Public: ${Object.keys(pair.publicJwk).join(', ')}`}
          name={`public ${alg} JWK`}
          jwk={pair.publicJwk}
        />
        <Half
          label={`Private, with ${privateMembers(pair).join(', ')} besides`}
          name={`private ${alg} JWK`}
          jwk={pair.privateJwk}
        />
      </details>
    </fieldset>
  )
}

function Half({ label, name, jwk }: { readonly label: string; readonly name: string; readonly jwk: object }) {
  const text = JSON.stringify(jwk)
  return (
    <p className={styles.value}>
      <span>{label}</span>
      <code className={styles.long}>{text}</code> <CopyButton label={`Copy the ${name}`} text={text} />
    </p>
  )
}

/** The last two signatures, where they are of one algorithm. */
function Signatures({ work: { signed } }: { readonly work: Work }) {
  const [one, other] = signed.slice(-2)
  if (one === undefined || other === undefined || one.alg !== other.alg || one.input !== other.input)
    return null
  const differ = one.signature !== other.signature
  return (
    <div className={styles.compared} data-good={differ}>
      {[one, other].map(({ alg, signature, verified }, i) => (
        <p key={i === 0 ? 'one' : 'other'} className={styles.value}>
          <span>
            {i === 0 ? 'Before' : 'Now'}, {alg}
            {verified && ': verified'}
          </span>
          <code className={styles.long}>{signature}</code>
        </p>
      ))}
      <p role="status">{differ ? 'One signing input, two signatures.' : 'The same signature again.'}</p>
    </div>
  )
}

function Sizes({ work, change }: Pick<ControlsProps<Work>, 'work' | 'change'>) {
  const bytes = (jwk: object) => new TextEncoder().encode(JSON.stringify(jwk)).length
  const rows: readonly (readonly [string, (alg: Alg) => number | null])[] = [
    ['Signature', (alg) => lengthOf(work, alg)],
    ['Public JWK', (alg) => bytes(work[alg]!.publicJwk)],
    ['Private JWK', (alg) => bytes(work[alg]!.privateJwk)],
  ]
  return (
    <>
      <table className={styles.sizes}>
        <caption>Bytes</caption>
        <thead>
          <tr>
            <td />
            {algs.map((alg) => (
              <th key={alg} scope="col">
                {alg}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, sizeOf]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {algs.map((alg) => (
                <td key={alg}>{sizeOf(alg) ?? 'sign first'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <label className={learn.field}>
        RS256, times as long{' '}
        <input
          type="number"
          min={0}
          step="any"
          value={work.ratio ?? ''}
          onChange={({ target }) => change({ ratio: target.value === '' ? null : target.valueAsNumber })}
        />
      </label>
    </>
  )
}
