/** Tokens to be explained, and what is told of them. */
import { CompactEncrypt, CompactSign, exportJWK, generateKeyPair } from 'jose'
import { sentenceOf } from '../../../src/content/messages/explain.ts'
import { inspectionOf } from '../../../src/state/inspection.ts'
import { wordOf } from '../../../src/state/settled.ts'
import { verify } from '../../../src/state/verification.ts'
import { explain, paragraphs } from '../../../src/ui/explain/statements.ts'
import { hs256 } from '../../site/inspector.ts'

/** 2026-11-25T12:00:00Z. */
export const NOW = 1795608000
export const HOUR = 3600

export const encoder = new TextEncoder()
/** The modulus of the other is larger: a signature that is not below the modulus would be told from any other mismatch. */
export const [rsa, other] = await rsaPairs()
export const reader = await generateKeyPair('ECDH-ES', { extractable: true })
export const shown = JSON.stringify(await exportJWK(rsa.publicKey))
export const othersKey = JSON.stringify(await exportJWK(other.publicKey))
export const opening = JSON.stringify(await exportJWK(reader.privateKey))
export const both = JSON.stringify({ keys: [JSON.parse(shown), JSON.parse(opening)] })

async function rsaPairs() {
  const made = async () => {
    const pair = await generateKeyPair('RS256', { extractable: true })
    return { ...pair, modulus: Buffer.from((await exportJWK(pair.publicKey)).n!, 'base64url') }
  }
  const [a, b] = [await made(), await made()]
  return a.modulus.compare(b.modulus) < 0 ? ([a, b] as const) : ([b, a] as const)
}

export const rs256 = (claims: object | string, header: object = {}) =>
  new CompactSign(encoder.encode(typeof claims === 'string' ? claims : JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(rsa.privateKey)
export const seal = (content: string) =>
  new CompactEncrypt(encoder.encode(content))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
    .encrypt(reader.publicKey)
export const hs = (claims: object | string) =>
  hs256(typeof claims === 'string' ? claims : JSON.stringify(claims))

export interface Asked {
  readonly key?: string
  readonly skew?: number
  readonly isChosen?: boolean
  readonly now?: number
  readonly selected?: number
  readonly audience?: string
  readonly nonce?: string
}

export async function answered(
  text: string,
  { key = '', skew = 0, isChosen = false, now = NOW, selected = 0, audience = '', nonce = '' }: Asked = {},
) {
  const permits = { rounds: false, inflation: false }
  const inputs = { text, selected, detached: '', permits, keyText: key, keyFormat: 'detect' as const }
  const inspection = inspectionOf(inputs)
  const answer = await verify(inputs)
  const statements = paragraphs(explain(inspection, answer), {
    ...{ now, skew, isChosen, audience, nonce },
  })
  return { statements, word: wordOf({ inspection, answer }) }
}

/** The whole text, a paragraph a line. */
export async function told(text: string, asked?: Asked) {
  const { statements } = await answered(text, asked)
  return statements.map((one) => one.map(sentenceOf).join(' ')).join('\n')
}

/** The paragraph that has these words. */
export async function paragraph(words: string, text: string, asked?: Asked) {
  return (await told(text, asked)).split('\n').find((one) => one.includes(words))
}
