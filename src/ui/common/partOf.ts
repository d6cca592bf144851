import type { SegmentName } from '../../core/decode/token.ts'

export type PartColour = 'header' | 'key' | 'iv' | 'payload' | 'signature'

/** Which part's colour a segment has: those of a JWE that play the role of a JWS's have its colour. */
export const partOf: Readonly<Record<SegmentName, PartColour>> = {
  protected: 'header',
  payload: 'payload',
  signature: 'signature',
  encrypted_key: 'key',
  iv: 'iv',
  ciphertext: 'payload',
  tag: 'signature',
  aad: 'header',
  disclosure: 'payload',
}
