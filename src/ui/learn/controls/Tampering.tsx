import { useState } from 'react'
import { putIn } from '../../../state/lessons/learning.ts'
import { signatureOctets } from '../../../state/lessons/signed.ts'
import { asIssued, flipBit, type Kind, kinds, signedBy, type Work } from '../../../state/lessons/tampering.ts'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import learn from '../Learn.module.css'
import { type Signer, Workbench } from '../Workbench.tsx'
import styles from './Signature.module.css'

const names: Readonly<Record<Kind, string>> = {
  payload: 'Payload changed',
  bit: 'One bit of the signature changed',
  key: 'Signed with another key',
  right: 'Signed with the issuer’s key',
}

/** The payload to edit, a bit to turn, two keys to sign with, and the four tokens. */
export function Tampering({ work, scene, change }: ControlsProps<Work>) {
  const signer = (label: string, by: 'issuers' | 'own'): Signer => ({
    label,
    async sign(input) {
      const made = await signedBy(work, by, input)
      change(made.change)
      return made.signature
    },
  })
  return (
    <>
      <p className={learn.buttons}>
        <Act label="Put the issuer’s token and key back" act={() => putIn(asIssued(work))} />
      </p>
      <Workbench
        inspection={scene.inspection}
        parts={['payload']}
        signers={[
          signer('Sign with a key of my own', 'own'),
          signer('Sign with the issuer’s key', 'issuers'),
        ]}
      />
      <Bits scene={scene} />
      {kinds.map((kind) => (
        <Judged key={kind} {...{ kind, work, change }} />
      ))}
    </>
  )
}

/** One bit of the signature, to be turned. */
function Bits({ scene }: Pick<ControlsProps<Work>, 'scene'>) {
  const [bit, setBit] = useState(0)
  const octets = signatureOctets(scene)
  const octet = octets?.[bit >> 3]
  return (
    <div className={learn.buttons}>
      <label className={learn.field}>
        Bit of the signature{' '}
        <input
          type="number"
          min={0}
          max={(octets?.length ?? 0) * 8 - 1}
          value={bit}
          onChange={({ target }) => setBit(Math.max(0, Math.floor(target.valueAsNumber || 0)))}
        />
      </label>
      <Act label="Flip the bit" act={() => flipBit(scene.inspection, bit)} />
      <span role="status" className={styles.bits}>
        {octet === undefined ? 'none' : <Octet at={bit >> 3} octet={octet} bit={bit & 7} />}
      </span>
    </div>
  )
}

function Octet({ at, octet, bit }: { readonly at: number; readonly octet: number; readonly bit: number }) {
  const digits = octet.toString(2).padStart(8, '0')
  return (
    <>
      byte {at + 1}:{' '}
      <code>
        {digits.slice(0, bit)}
        <mark>{digits[bit]}</mark>
        {digits.slice(bit + 1)}
      </code>
    </>
  )
}

/** A token that was made, its verdict, and what the learner takes it for. */
function Judged({
  kind,
  work: { made, choices },
  change,
}: { readonly kind: Kind } & Pick<ControlsProps<Work>, 'work' | 'change'>) {
  const token = made[kind]
  if (token === undefined) return null
  return (
    <fieldset className={learn.group}>
      <legend>
        {names[kind]}: {token.word === 'verified' ? 'verified' : 'not verified'}
      </legend>
      <span>Could an attacker make it?</span>
      {[true, false].map((can) => (
        <label key={String(can)}>
          <input
            type="radio"
            name={`attacker-${kind}`}
            checked={choices[kind] === can}
            onChange={() => change({ choices: { ...choices, [kind]: can } })}
          />{' '}
          {can ? 'Yes' : 'No'}
        </label>
      ))}
      <Act label="Show it" act={() => putIn({ text: token.text })} />
    </fieldset>
  )
}
