import { useExplained, useExplanation } from '../../state/settled.ts'
import { useLater } from '../common/useLater.ts'

const load = () => import('./Checks.tsx').then(({ Checks }) => Checks)

/** Whether the claims hold: for tokens that have any, once there is time. */
export function LaterChecks() {
  const { token } = useExplained()
  const { inspection, answer } = useExplanation()
  const Checks = useLater(load)
  return (
    Checks !== null &&
    token !== null && <Checks token={token} answer={inspection.token === token ? answer : null} />
  )
}
