import { useAnswer } from '../../state/settled.ts'
import { useLater } from '../common/useLater.ts'

const load = () => import('./Proofs.tsx').then(({ Proofs }) => Proofs)

/** What an SD-JWT or a proof has besides a signature: its code comes with the first such token. */
export function LaterProofs() {
  const { answer } = useAnswer()
  const proofs = answer?.proofs ?? null
  return proofs !== null && <Loaded />
}

function Loaded() {
  const Proofs = useLater(load)
  return Proofs !== null && <Proofs />
}
