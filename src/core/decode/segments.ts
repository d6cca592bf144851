import { contains } from '../text/span.ts'
import type { SourceMap } from './sourceMap.ts'
import { sourceMap } from './sourceMap.ts'
import type { Content, Jwe, Jws, SdJwt, Segment, SegmentName, Token } from './token.ts'

/**
 * Which of a token's segments is meant. Those in the foreground (`segments` of the token) have their name alone; others
 * say what they are of, by its index: another signature or recipient, a Disclosure, the Key Binding JWT.
 */
export type SegmentId =
  | SegmentName
  | `${'protected' | 'signature' | 'encrypted_key' | 'disclosure'}/${number}`
  | `key-binding/${SegmentName}`

/** A segment by its id, with what its octets are. */
export interface Piece {
  readonly id: SegmentId
  readonly segment: Segment
  readonly content: Content
}

type Pieces = ReadonlyMap<SegmentId, Piece>

const known = new WeakMap<Token, Pieces>()

/** All segments of a token, also those of other signatures, recipients, Disclosures and of the Key Binding JWT. */
export function piecesOf(token: Token): Pieces {
  const made = known.get(token) ?? new Map(listOf(token).map((piece) => [piece.id, piece]))
  known.set(token, made)
  return made
}

/** The segment that has the character at `offset` of the pasted text; null where none has it. */
export function pieceAt(token: Token, offset: number): Piece | null {
  for (const piece of piecesOf(token).values()) if (contains(piece.segment.span, offset)) return piece
  return null
}

function listOf(token: Token): Piece[] {
  const own = ownPieces(token)
  switch (token.kind) {
    case 'undecodable':
      return own
    case 'jws':
      return token.signatures.length > 1 ? [own[1]!, ...signatures(token, own)] : own
    case 'jwe':
      return token.recipients.length > 1 ? [...own.toSpliced(1, 1), ...recipients(token, own)] : own
    case 'sd-jwt':
      return [...listOf(token.jws), ...besides(token)]
  }
}

function ownPieces({ segments, headerContent, payloadContent }: Token): Piece[] {
  return segments.map((segment) => {
    const { name } = segment
    const content = name === 'protected' ? headerContent : name === 'payload' ? payloadContent : null
    return { id: name, segment, content: content ?? octetsOnly }
  })
}

/** What a signature and the parts of a JWE are. */
const octetsOnly: Content = { kind: 'octets', invalidAt: 0 }

function signatures(token: Jws, own: readonly Piece[]): Piece[] {
  return token.signatures.flatMap((one, i): Piece[] =>
    i === token.shown
      ? [own[0]!, own[2]!]
      : [
          { id: `protected/${i}`, segment: one.protected, content: one.protectedContent },
          { id: `signature/${i}`, segment: one.signature, content: octetsOnly },
        ],
  )
}

function recipients(token: Jwe, own: readonly Piece[]): Piece[] {
  return token.recipients.map(
    ({ encryptedKey }, i): Piece =>
      i === token.shown ? own[1]! : { id: `encrypted_key/${i}`, segment: encryptedKey, content: octetsOnly },
  )
}

function besides({ disclosures, keyBinding }: SdJwt): Piece[] {
  const disclosed = disclosures.map(({ segment, content }, i): Piece => {
    return { id: `disclosure/${i}`, segment, content }
  })
  if (keyBinding === null) return disclosed
  const bound = ownPieces(keyBinding).map((piece): Piece => {
    return { ...piece, id: `key-binding/${piece.segment.name}` }
  })
  return [...disclosed, ...bound]
}

/** The segments of all signatures, recipients, Disclosures and of the Key Binding JWT. */
export function everySegment(token: Token): Segment[] {
  return [...piecesOf(token).values()].map(({ segment }) => segment)
}

const maps = new WeakMap<Segment, SourceMap>()

/** The characters ↔ octets ↔ text map of a segment, of which the octets are `content`. */
export function mapOf({ segment, content }: Pick<Piece, 'segment' | 'content'>): SourceMap {
  const map = maps.get(segment) ?? sourceMap(segment, content)
  maps.set(segment, map)
  return map
}

/** The characters ↔ octets ↔ text map of a segment of the token; null where the token has no such segment. */
export function segmentMap(token: Token, id: SegmentId): SourceMap | null {
  const piece = piecesOf(token).get(id)
  return piece === undefined ? null : mapOf(piece)
}

/** What a segment's octets are; a signature and the parts of a JWE are octets only. */
export function segmentContent(token: Token, id: SegmentId): Content {
  return piecesOf(token).get(id)?.content ?? octetsOnly
}
