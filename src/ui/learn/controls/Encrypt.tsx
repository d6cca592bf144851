import { useState } from 'react'
import type { Encrypting } from '../../../core/produce/encrypt.ts'
import { keySet, sealed, sealedThenSigned, strangersKey, type Work } from '../../../state/lessons/jwe.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import { type Inputs, setInputs } from '../../../state/store.ts'
import { Choice } from '../../common/Choice.tsx'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import styles from '../Learn.module.css'

const ways = [
  { id: 'dir', label: 'Shared key (dir)' },
  { id: 'RSA-OAEP-256', label: 'RSA-OAEP-256' },
] as const

export function Encrypt({ work, scene, change }: ControlsProps<Work>) {
  const { keys, signed, claims, counted } = work
  const [alg, setAlg] = useState<Encrypting>('dir')
  const [says, setSays] = useState(false)
  if (keys === null) return null
  const putKey = (keyText: string) => setInputs({ keyText, keyFormat: 'detect' })
  const put = async (token: Promise<string>, key: Pick<Inputs, 'keyText' | 'keyFormat'> | null = null) => {
    const text = await token
    change({ opening: text })
    putIn({ text, ...key })
  }
  // Without a key at first, so that it is seen what can be read then.
  const putClosed = (token: Promise<string>) => put(token, { keyText: '', keyFormat: 'detect' })
  return (
    <>
      <Choice<Encrypting> label="How to encrypt" options={ways} value={alg} onChange={setAlg} />
      <p className={styles.buttons}>
        <Act label="Encrypt the claims" act={() => putClosed(sealed(claims, alg, keys, false))} />
      </p>
      <label className={styles.field}>
        Parts that I count{' '}
        <input
          type="number"
          min={1}
          max={20}
          value={counted ?? ''}
          onChange={({ target }) => change({ counted: target.value === '' ? null : target.valueAsNumber })}
        />
      </label>
      <p className={styles.buttons}>
        <Act label="Put the keys into the Key box" act={() => putKey(keySet(keys))} />
        <Act label="Put a stranger’s key in" act={async () => putKey(await strangersKey(scene))} />
        <Act label="Take the keys away" act={() => putKey('')} />
      </p>
      <label>
        <input type="checkbox" checked={says} onChange={({ target }) => setSays(target.checked)} /> Say in the
        outer header that a JWT is inside (cty)
      </label>
      <p className={styles.buttons}>
        <Act label="Sign the claims, then encrypt" act={() => put(sealed(signed, alg, keys, says))} />
        <Act label="Encrypt the claims, then sign" act={() => put(sealedThenSigned(work, alg, keys))} />
      </p>
    </>
  )
}
