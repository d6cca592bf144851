import { putIn } from '../../../state/lessons/learning.ts'
import {
  areRight,
  type Guess,
  guesses,
  isCut,
  partsOf,
  type Work,
} from '../../../state/lessons/threeParts.ts'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import lesson from '../Learn.module.css'
import { Workbench } from '../Workbench.tsx'
import styles from './CutString.module.css'
import { CutString } from './CutString.tsx'

const named: Readonly<Record<Guess, string>> = {
  header: 'JSON: how it is signed',
  payload: 'JSON: the claims',
  signature: 'octets that are no text',
  key: 'the key',
  hidden: 'text that is encrypted',
}

/** In an order that gives nothing away. */
const offered: readonly Guess[] = ['key', 'signature', 'payload', 'hidden', 'header']

export function ThreeParts({ work, scene, change }: ControlsProps<Work>) {
  if (areRight(work.asked)) return <Workbench inspection={scene.inspection} parts={['protected']} />
  if (!isCut(work)) {
    return (
      <>
        <CutString token={work.token} marks={work.marks} move={(marks) => change({ marks })} />
        <p className={lesson.buttons}>
          <Act label="Cut here" act={() => change({ cut: work.marks })} />
        </p>
      </>
    )
  }
  const guess = (part: number, value: string) =>
    change({
      guesses: work.guesses.map((old, i) =>
        i === part ? (guesses.find((id) => id === value) ?? null) : old,
      ) as unknown as Work['guesses'],
    })
  const ask = () => {
    change({ asked: work.guesses })
    if (areRight(work.guesses)) putIn({ text: work.token })
  }
  return (
    <>
      <ol className={styles.parts} aria-label="Parts">
        {partsOf(work).map((characters, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <li key={i}>
            <code>{characters}</code>
            <label>
              Part {i + 1}, {characters.length} characters, is{' '}
              <select value={work.guesses[i] ?? ''} onChange={({ target }) => guess(i, target.value)}>
                <option value="">…</option>
                {offered.map((id) => (
                  <option key={id} value={id}>
                    {named[id]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ol>
      <p className={lesson.buttons}>
        <Act label="Show me in the inspector" act={ask} />
      </p>
    </>
  )
}
