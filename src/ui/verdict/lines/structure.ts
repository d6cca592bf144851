import { decodeFaultText, serializationNames } from '../../../content/messages/en.ts'
import type { Token } from '../../../core/decode/token.ts'
import { counted } from '../../common/count.ts'
import type { Line } from './line.ts'

export function structureLine(token: Token): Line {
  const name = 'Structure'
  const [first, ...others] = token.faults
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more fault')})`
    return { name, tone: 'bad', text: `${decodeFaultText(first, token)}${more}` }
  }
  const kind = kindOf(token)
  const lengths = token.segments.map(({ span }) => (span.to - span.from).toLocaleString('en')).join(' + ')
  return {
    name,
    tone: 'sound',
    text: `Sound ${kind}, ${serializationNames[token.serialization]}`,
    detail: `${lengths} characters${token.kind === 'sd-jwt' ? `, ${counted(token.disclosures.length, 'disclosure')}` : ''}`,
  }
}

function kindOf(token: Token): string {
  if (token.kind === 'sd-jwt') return token.keyBinding === null ? 'SD-JWT' : 'SD-JWT+KB'
  return token.kind === 'jwe' ? 'JWE' : 'JWS'
}
