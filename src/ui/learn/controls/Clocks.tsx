import { useMemo } from 'react'
import { expOf, issue, type Work, yearOf } from '../../../state/lessons/clocks.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import { claimsIn } from '../../../state/lessons/payload.ts'
import { signatureOver } from '../../../state/lessons/workbench.ts'
import checks from '../../checks/Checks.module.css'
import { Moment } from '../../checks/Moment.tsx'
import { Tolerance } from '../../checks/Tolerance.tsx'
import { utcText } from '../../common/time.ts'
import { Act } from '../Act.tsx'
import type { ControlsProps } from '../kit.ts'
import { useBorrowedClock } from '../useBorrowedClock.ts'
import { Workbench } from '../Workbench.tsx'

export function Clocks({ work: { secret, tried }, scene }: ControlsProps<Work>) {
  useBorrowedClock()
  const { inspection } = scene
  const claims = useMemo(() => claimsIn({ inspection }), [inspection])
  const exp = expOf(scene)
  const { now } = scene.inputs
  if (secret === null) return null
  return (
    <>
      <div className={checks.fields}>
        <Tolerance />
      </div>
      {claims !== null && <Moment documents={{ claims }} open />}
      {exp !== null && exp.unit === 'milliseconds' && (
        <p>
          Read as seconds, exp lies in the year {yearOf(exp.seconds!)}. Read as milliseconds, it is{' '}
          {utcText(exp.seconds! / 1000)}.
        </p>
      )}
      <Workbench
        inspection={inspection}
        parts={['payload']}
        signers={[{ label: 'Sign', sign: (input) => signatureOver(input, 'HS256', secret) }]}
      />
      {tried && (
        <p>
          <Act
            label="Take the token of a bug report"
            act={async () => putIn({ text: await issue(secret, now, now * 1000 + 360_417) })}
          />
        </p>
      )}
    </>
  )
}
