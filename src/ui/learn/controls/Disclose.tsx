import { putIn } from '../../../state/lessons/learning.ts'
import { disclosuresIn, issue, type Work, without } from '../../../state/lessons/sdJwt.ts'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import styles from '../Learn.module.css'

export function Disclose({ work, scene, change }: ControlsProps<Work>) {
  const { claims, hidden } = work
  const toggle = (name: string) =>
    change({ hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name] })
  const leaveOut = (index: number) => {
    const text = without(scene, index)
    if (text !== null) putIn({ text })
  }
  const disclosures = disclosuresIn(scene)
  return (
    <>
      <fieldset className={styles.group}>
        <legend>Issuer: what can be hidden</legend>
        {Object.keys(claims).map((name) => (
          <label key={name}>
            <input type="checkbox" checked={hidden.includes(name)} onChange={() => toggle(name)} /> {name}
          </label>
        ))}
        <Act label="Issue the credential" act={async () => putIn({ text: await issue(work) })} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Holder: what is shown</legend>
        {disclosures.length === 0 && <span className="quiet">No disclosures in the Token box.</span>}
        {disclosures.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: disclosures may be alike and have nothing but their place
          <Act key={index} label={`Leave out ${name || 'disclosure'}`} act={() => leaveOut(index)} />
        ))}
      </fieldset>
    </>
  )
}
