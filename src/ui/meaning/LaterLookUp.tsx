import { useLater } from '../common/useLater.ts'

const load = () => import('./LookUp.tsx').then(({ LookUp }) => LookUp)

export function LaterLookUp() {
  const LookUp = useLater(load)
  return LookUp !== null && <LookUp />
}
