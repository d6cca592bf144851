import { useShown } from '../../state/settled.ts'
import { useLater } from '../common/useLater.ts'
import { SignaturePart } from './SignaturePart.tsx'

const load = () => import('../jwe/EncryptedParts.tsx').then(({ EncryptedParts }) => EncryptedParts)

/** What stands beside header and payload: the signature, or what a JWE has in its place. */
export function ThirdPart() {
  const { token } = useShown()
  return token?.kind === 'jwe' ? <LaterParts /> : <SignaturePart />
}

function LaterParts() {
  const { text, token } = useShown()
  const EncryptedParts = useLater(load)
  return EncryptedParts !== null && token?.kind === 'jwe' && <EncryptedParts text={text} token={token} />
}
