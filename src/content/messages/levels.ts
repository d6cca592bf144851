import type { JoseHeader, Jwe, Jws, Token } from '../../core/decode/token.ts'
import { foreign } from './foreign.ts'

const kinds: Readonly<Record<Token['kind'], string>> = {
  jws: 'JWS',
  jwe: 'JWE',
  'sd-jwt': 'SD-JWT',
  undecodable: 'Not readable',
}

/** A tab’s name: how deep it lies and what it is. */
export function levelName({ kind }: Token, level: number): string {
  return `${level + 1}: ${kinds[kind]}${level === 0 ? ', outermost' : ''}`
}

/** On content that is itself a token. */
export function innerToken(token: Token, level: number): string {
  return `Another token: it is taken apart under its own tab, “${levelName(token, level)}”.`
}

export function partsName({ kind }: Jws | Jwe): string {
  return kind === 'jws' ? 'Signature shown' : 'Recipient shown'
}

/** One of several signatures or recipients, by place, algorithm and key. */
export function partName({ alg, kid }: JoseHeader, place: number, count: number): string {
  const by = [alg, kid]
    .filter((value) => value !== null)
    .map(foreign)
    .join(', ')
  return `${place + 1} of ${count}${by === '' ? '' : `: ${by}`}`
}
