import { useEffect, useState } from 'react'
import { keyIn, signedIn } from '../../../state/lessons/signed.ts'
import {
  chosen,
  hmac,
  type Made,
  type Piece,
  pieces,
  type Work,
} from '../../../state/lessons/signingInput.ts'
import { Choice } from '../../common/Choice.tsx'
import { CopyButton } from '../../common/CopyButton.tsx'
import type { ControlsProps } from '../kit.ts'
import learn from '../Learn.module.css'
import { SignatureSteps } from '../SignatureSteps.tsx'
import { Workbench } from '../Workbench.tsx'
import styles from './Signature.module.css'

const names: Readonly<Record<Piece, string>> = {
  header: 'Header',
  dot: 'First dot',
  payload: 'Payload',
  second: 'Second dot',
}

const forms = [
  { id: 'characters', label: 'As it stands in the token' },
  { id: 'json', label: 'As JSON' },
] as const

/** The secret, HMAC over what the learner ticks, and the payload to edit. */
export function SigningInput({ work, scene, change }: ControlsProps<Work>) {
  const k = keyIn(scene)?.jwk.k ?? null
  return (
    <>
      <p className={styles.value}>
        <span>The issuer’s secret, in base64url</span>
        <code>{work.secret}</code> <CopyButton label="Copy the secret" text={work.secret} />
      </p>
      {work.reading && <Compute k={k} scene={scene} made={work.made} onMade={(made) => change({ made })} />}
      {work.computed && (
        <>
          <Workbench
            inspection={scene.inspection}
            parts={['payload']}
            signers={[
              {
                label: 'Sign with the secret in the Key box',
                sign: (input) => (k === null ? Promise.reject(new Error()) : hmac(input, k)),
              },
            ]}
          />
          <Needed k={k} scene={scene} />
          <SignatureSteps />
        </>
      )}
    </>
  )
}

/** HMAC over the ticked pieces, when its button is pressed. */
function Compute({
  k,
  scene,
  made,
  onMade,
}: {
  readonly k: string | null
  readonly scene: ControlsProps<Work>['scene']
  readonly made: Made | null
  onMade(made: Made): void
}) {
  const [of, setOf] = useState<readonly Piece[]>([])
  const [as, setAs] = useState<Made['as']>('characters')
  const text = chosen(scene, { of, as })
  const octets = text === null ? 0 : new TextEncoder().encode(text).length
  const signature = signedIn(scene)?.signature ?? ''
  return (
    <fieldset className={learn.group}>
      <legend>Into HMAC-SHA-256</legend>
      {pieces.map((piece) => (
        <label key={piece}>
          <input
            type="checkbox"
            checked={of.includes(piece)}
            onChange={({ target }) =>
              setOf(target.checked ? [...of, piece] : of.filter((other) => other !== piece))
            }
          />{' '}
          {names[piece]}
        </label>
      ))}
      <Choice<Made['as']> label="Taken" options={forms} value={as} onChange={setAs} />
      <p className={styles.value}>
        <span>{octets} bytes</span>
        <code className={styles.long}>{text}</code>
      </p>
      <button
        type="button"
        className={learn.quiet}
        disabled={k === null || text === null || text === ''}
        onClick={() => void hmac(text!, k!).then((mac) => onMade({ of, as, k: k!, mac, signature }))}
      >
        Compute
      </button>
      {made?.signature === signature && <Compared label="Computed" value={made.mac} against={signature} />}
    </fieldset>
  )
}

/** The signature that the token would need, for what it says now. */
function Needed({ k, scene }: { readonly k: string | null; readonly scene: ControlsProps<Work>['scene'] }) {
  const here = signedIn(scene)
  const input = here?.input ?? null
  const [mac, setMac] = useState<string | null>(null)
  useEffect(() => {
    let over = false
    setMac(null)
    if (k !== null && input !== null)
      void hmac(input, k).then(
        (made) => over || setMac(made),
        () => {},
      )
    return () => {
      over = true
    }
  }, [k, input])
  return mac !== null && <Compared label="HMAC of what it says now" value={mac} against={here!.signature} />
}

/** A signature that was computed, beside the one in the token. */
function Compared({
  label,
  value,
  against,
}: {
  readonly label: string
  readonly value: string
  readonly against: string
}) {
  return (
    <div className={styles.compared} data-good={value === against}>
      <p className={styles.value}>
        <span>{label}</span>
        <code>{value}</code>
      </p>
      <p className={styles.value}>
        <span>Signature in the token</span>
        <code>{against}</code>
      </p>
      <p role="status">{value === against ? '✓ They are equal.' : '✗ They differ.'}</p>
    </div>
  )
}
