import { selectiveText } from '../../../content/messages/sdJwt.ts'
import type { Token } from '../../../core/decode/token.ts'
import { type Circumstances, checkKeyBinding } from '../../../core/validate/keyBinding.ts'
import type { Presented } from '../../../core/validate/presented.ts'
import { counted, disclosedCount } from '../../common/count.ts'
import type { Answer, Line } from './line.ts'

/** What an SD-JWT or a proof has besides a signature; no lines for any other token. */
export function proofLines(token: Token, answer: Answer, circumstances: Circumstances): Line[] {
  if (answer === null) return []
  const { proofs } = answer
  if (token.kind === 'sd-jwt') {
    if (proofs === null || proofs.presented === null) return []
    return [
      disclosuresLine(proofs.presented),
      bindingLine(proofs.presented, proofs.rejected === 'key-binding', circumstances),
    ]
  }
  const proof = proofs?.possession?.proof
  if (proof === undefined) return []
  const name = 'Possession'
  if (proofs?.rejected === 'proof') {
    const own = proof.verification.state === 'failed'
    const text = own
      ? 'The signature does not match the proof’s own key.'
      : 'Does not hold: see Proof of possession.'
    return [{ name, tone: 'bad', text }]
  }
  if (proof.verification.state !== 'verified') {
    return [{ name, tone: 'warning', text: 'The proof’s own key could not be used.' }]
  }
  const text =
    'Signature matches the proof’s own key, which is what DPoP asks; whose key it is shows cnf.jkt.'
  return [{ name, tone: 'sound', text, detail: `thumbprint ${proof.thumbprint}` }]
}

function disclosuresLine({ seen: { faults, unanswered }, digested, notices }: Presented): Line {
  const name = 'Disclosures'
  const [first, ...others] = faults
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more fault')})`
    return { name, tone: 'bad', text: `${selectiveText(first)}${more}` }
  }
  const { disclosures } = digested.sdJwt
  const held = `${counted(unanswered.length, 'digest')} unanswered: held back, or decoys`
  return {
    name,
    tone: notices.length === 0 ? 'sound' : 'warning',
    text: `${disclosedCount(disclosures)} disclosed, each answering a digest in the token`,
    ...(unanswered.length > 0 && { detail: held }),
  }
}

function bindingLine({ binding }: Presented, isRejected: boolean, circumstances: Circumstances): Line {
  const name = 'Binding'
  if (binding === null) {
    return { name, tone: 'none', text: 'None: whoever has this SD-JWT can present it.' }
  }
  if (isRejected) return { name, tone: 'bad', text: 'Does not hold: see Key binding, below.' }
  if (binding.verification.state !== 'verified' || binding.sdHash === null) {
    return { name, tone: 'warning', text: 'Not checked: the holder’s key is not at hand, or cannot be used.' }
  }
  const checks = checkKeyBinding(binding, circumstances)
  if (checks.some(({ outcome }) => outcome === 'broken')) {
    return { name, tone: 'bad', text: 'Does not fit the time, or what you expect: see Key binding, below.' }
  }
  const text = 'Signed with the holder key named by the issuer, over exactly what is here'
  return { name, tone: 'sound', text, detail: `thumbprint ${binding.thumbprint}` }
}
