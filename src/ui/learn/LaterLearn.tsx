import { useLater } from '../common/useLater.ts'

const load = () => import('./Learn.tsx').then(({ Learn }) => Learn)

/** The lessons, whose code is needed by those who want to learn alone. */
export function LaterLearn() {
  const Learn = useLater(load)
  return Learn !== null && <Learn />
}
