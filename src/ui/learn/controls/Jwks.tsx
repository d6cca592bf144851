import { useEffect, useEffectEvent } from 'react'
import { judgeAt } from '../../../state/expectations.ts'
import {
  hashedText,
  outcomesOf,
  printAlone,
  tokensAt,
  type Work,
  withKey,
} from '../../../state/lessons/jwks.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import { type Kid, kids, POINTS, STEP, setText, tryOut } from '../../../state/lessons/rotation.ts'
import { setInputs } from '../../../state/store.ts'
import { Choice } from '../../common/Choice.tsx'
import { localText } from '../../common/time.ts'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import learn from '../Learn.module.css'
import { useBorrowedClock } from '../useBorrowedClock.ts'
import styles from './Jwks.module.css'

const choices = kids.map((id) => ({ id, label: id }))
const points = Array.from({ length: POINTS }, (_, point) => point)

export function Jwks({ work, scene, change }: ControlsProps<Work>) {
  const { keys, picked, wanted } = work
  useBorrowedClock()
  useTryingOut(work, change)
  if (keys.length === 0) return null
  const hashed = hashedText(work, scene)
  return (
    <>
      <div className={learn.buttons}>
        Signed with
        <Choice<Kid | 'none'>
          label="Signed with"
          options={choices}
          value={picked ?? 'none'}
          onChange={(kid) => kid !== 'none' && change({ picked: kid, pickedFor: scene.inputs.text })}
        />
      </div>
      <TimeLine work={work} now={scene.inputs.now} change={change} />
      <p>
        Whose thumbprint is this? <code className={styles.hash}>{wanted}</code>
      </p>
      <p className={learn.buttons}>
        Put into the Key box
        {kids.map((kid, i) => (
          <Act
            key={kid}
            label={`${kid} alone`}
            act={() =>
              setInputs({ keyText: JSON.stringify(keys[i]!.publicJwk, null, 2), keyFormat: 'detect' })
            }
          />
        ))}
      </p>
      {hashed !== null && (
        <p role="status">
          SHA-256 of <code className={styles.hash}>{hashed}</code> is{' '}
          <code className={styles.hash}>{printAlone(work, scene)}</code>.
        </p>
      )}
    </>
  )
}

/** Verifies all tokens that matter whenever something else is published. */
function useTryingOut(
  { keys, tokens, sets, start }: Work,
  change: (tried: Pick<Work, 'tried'>) => void,
): void {
  const keep = useEffectEvent(change)
  useEffect(() => {
    if (keys.length === 0) return
    let over = false
    void tryOut(keys, tokens, sets, start).then((outcomes) => {
      if (!over) keep({ tried: { sets, outcomes } })
    })
    return () => {
      over = true
    }
  }, [keys, tokens, sets, start])
}

function TimeLine({
  work,
  now,
  change,
}: { readonly work: Work; readonly now: number } & Pick<ControlsProps<Work>, 'change'>) {
  const { keys, seen, sets, start } = work
  const point = work.at ?? 0
  const alive = tokensAt(work, point)
  const [oldest, newest] = [alive[0]!, alive.at(-1)!]
  const outcomes = outcomesOf(work)
  const time = localText(start + point * STEP, now)
  const go = (to: number) => {
    const there = tokensAt(work, to)
    judgeAt(start + to * STEP)
    putIn({
      text: `${there[0]!.text}\n${there.at(-1)!.text}`,
      keyText: setText(keys, sets[to]!),
      keyFormat: 'detect',
    })
    change({ at: to })
  }
  const publish = (kid: Kid, isIn: boolean) => {
    const next = withKey(sets, point, kid, isIn)
    setInputs({ keyText: setText(keys, next[point]!), keyFormat: 'detect' })
    change({ sets: next })
  }
  return (
    <>
      <div className={styles.line}>
        <label>
          Point {point}, {time}: {newest.kid} signs
          <input
            aria-label="Point in time"
            type="range"
            min={0}
            max={POINTS - 1}
            value={point}
            aria-valuetext={`Point ${point}, ${time}: ${newest.kid} signs`}
            onChange={({ target }) => go(target.valueAsNumber)}
          />
        </label>
        <ol aria-label="Points">
          {points.map((one) => {
            const outcome = seen.includes(one) ? outcomes?.[one] : undefined
            const ok = outcome === undefined ? undefined : outcome.oldest && outcome.newest
            return (
              <li key={one} data-ok={ok}>
                {one}
                <span aria-hidden="true">{ok === undefined ? '·' : ok ? '✓' : '✗'}</span>
                <span className="unseen">
                  {ok === undefined ? 'not seen' : ok ? 'all verify' : 'an outage'}
                </span>
              </li>
            )
          })}
        </ol>
      </div>
      {work.at === null ? (
        <Act label="Begin at point 0" act={() => go(0)} />
      ) : (
        <>
          <fieldset className={learn.group}>
            <legend>In the set from point {point} on</legend>
            {kids.map((kid) => (
              <label key={kid}>
                <input
                  type="checkbox"
                  checked={sets[point]!.includes(kid)}
                  onChange={({ target }) => publish(kid, target.checked)}
                />{' '}
                {kid}
              </label>
            ))}
          </fieldset>
          <ul className={styles.tokens} aria-label="Tokens in use" aria-live="polite">
            {(['oldest', 'newest'] as const).map((name) => {
              const { kid, iat } = name === 'oldest' ? oldest : newest
              const ok = outcomes?.[point]?.[name]
              return (
                <li key={name}>
                  {name === 'oldest' ? 'Oldest unexpired' : 'Newest'}: {localText(iat, now)}, {kid}{' '}
                  <strong data-ok={ok}>{ok !== undefined && (ok ? 'verifies' : 'fails')}</strong>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
