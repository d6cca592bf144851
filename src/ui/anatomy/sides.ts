import { anatomyText } from '../../content/messages/anatomy.ts'
import type { SegmentId } from '../../core/decode/segments.ts'
import type { Token } from '../../core/decode/token.ts'

/** Segments that belong together. */
export interface Side {
  readonly label: string
  readonly ids: readonly SegmentId[]
  /** Which of several signatures or recipients it is. */
  readonly part: number | null
}

/** What a token has several of, each with its own segments: one side where it is simply a token. */
export function sidesOf(token: Token): readonly Side[] {
  const own = { label: anatomyText.own[token.kind], ids: token.segments.map(({ name }) => name), part: null }
  switch (token.kind) {
    case 'undecodable':
      return [own]
    case 'jws':
      return token.signatures.length === 1
        ? [own]
        : token.signatures.map((_, i) => {
            const ids = ['protected', 'payload', 'signature'] as const
            return { label: anatomyText.signatureNumber(i + 1), ids: ids.map(idIn(i, token.shown)), part: i }
          })
    case 'jwe':
      return token.recipients.length === 1
        ? [own]
        : token.recipients.map((_, i) => {
            return {
              label: anatomyText.recipientNumber(i + 1),
              ids: own.ids.map(idIn(i, token.shown)),
              part: i,
            }
          })
    case 'sd-jwt': {
      const { jws, disclosures, keyBinding } = token
      const signed = sidesOf(jws).map((side) => (side.part === null ? own : { ...side, part: null }))
      const disclosed = disclosures.map((_, i) => `disclosure/${i}` as const)
      const bound = keyBinding?.segments.map(({ name }) => `key-binding/${name}` as const) ?? []
      return [
        ...signed,
        { label: anatomyText.disclosures, ids: disclosed, part: null },
        { label: anatomyText.keyBinding, ids: bound, part: null },
      ].filter(({ ids }) => ids.length > 0)
    }
  }
}

/** The id of a segment as that of the signature or recipient `i`, where `shown` is in the foreground. */
function idIn(i: number, shown: number) {
  return (name: SegmentId): SegmentId =>
    i !== shown && (name === 'protected' || name === 'signature' || name === 'encrypted_key')
      ? `${name}/${i}`
      : name
}
