import { useEffect, useEffectEvent } from 'react'
import { words } from '../../../content/lessons/attacks.ts'
import { embed, judged, signWithText, type Work } from '../../../state/lessons/attacks.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import { type Toy, toys } from '../../../state/lessons/toys.ts'
import { signatureOver } from '../../../state/lessons/workbench.ts'
import { Choice } from '../../common/Choice.tsx'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import styles from '../Learn.module.css'
import { Workbench } from '../Workbench.tsx'

/** What each takes, and its two switches. */
const looks: Readonly<Record<Toy, { takes: string; unsafe: string; safe: string }>> = {
  header: { takes: 'its algorithm is', unsafe: 'what the header says', safe: 'RS256 alone' },
  text: { takes: 'the key’s text is', unsafe: 'what alg wants', safe: 'a key for RS256' },
  jwk: { takes: 'its key is', unsafe: 'the header’s jwk', safe: 'the trusted key alone' },
}

export function Attacks({ work, scene: { inspection, inputs }, change }: ControlsProps<Work>) {
  const { pem, own, ruled, safe, genuine } = work
  const keep = useEffectEvent((looked: Work['ruled']) => change({ ruled: looked }))
  useEffect(() => {
    let over = false
    void judged(inspection, pem).then((looked) => {
      if (!over) keep(looked)
    })
    return () => {
      over = true
    }
  }, [inspection, pem])
  if (own === null) return null
  const turn = (toy: Toy, isSafe: boolean) =>
    change({ safe: isSafe ? [...safe, toy] : safe.filter((other) => other !== toy) })
  return (
    <>
      <Workbench
        inspection={inspection}
        parts={['protected', 'payload']}
        signers={[
          { label: 'Drop the signature', sign: async () => '' },
          {
            label: 'Sign HS256 with the text in the Key box',
            sign: (input) => signWithText(input, inputs.keyText),
          },
          {
            label: 'Sign RS256 with my own key',
            sign: (input) => signatureOver(input, 'RS256', own.privateJwk),
          },
        ]}
      />
      <p className={styles.buttons}>
        <Act label="Put my jwk into the header" act={() => embed(inspection, own)} />
        <Act label="Put the genuine token back" act={() => putIn({ text: genuine })} />
      </p>
      {toys.map((toy, i) => {
        const isSafe = safe.includes(toy)
        const looked = ruled?.text === inspection.text ? ruled[isSafe ? 'safe' : 'unsafe'][toy] : null
        const { takes, ...labels } = looks[toy]
        return (
          <section key={toy} aria-label={`Verifier ${i + 1}`} className={styles.toy}>
            <span>
              <strong>Verifier {i + 1}</strong> · {takes}:
            </span>
            <Choice<'unsafe' | 'safe'>
              label={takes}
              options={(['unsafe', 'safe'] as const).map((id) => ({ id, label: labels[id] }))}
              value={isSafe ? 'safe' : 'unsafe'}
              onChange={(id) => turn(toy, id === 'safe')}
            />
            <p role="status" data-accepts={looked === null ? undefined : looked === 'accepted'}>
              {looked === 'accepted'
                ? 'Accepts what is in the box.'
                : looked !== null && `Refuses it. ${words.whys[looked]}`}
            </p>
          </section>
        )
      })}
    </>
  )
}
