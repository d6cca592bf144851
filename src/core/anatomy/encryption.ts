import { authenticatedData } from '../decode/signingInput.ts'
import type { Jwe } from '../decode/token.ts'
import type { Anatomy, CellId } from './cell.ts'

const ids: Readonly<Record<string, CellId>> = {
  encrypted_key: 'encrypted-key',
  iv: 'iv',
  ciphertext: 'ciphertext',
  tag: 'tag',
}

/** What a JWE authenticates in place of a signature (RFC 7516 section 5.1): the AAD, with initialization vector, ciphertext and tag. */
export function encryptionAnatomy(text: string, token: Jwe): Anatomy {
  const aad = new TextEncoder().encode(authenticatedData(text, token))
  const cells = token.segments.flatMap(({ name, octets }) => {
    const id = ids[name]
    return id === undefined ? [] : { id, octets }
  })
  return {
    kind: 'jwe',
    alg: token.header.alg ?? '',
    hash: null,
    cells: [{ id: 'aad', octets: aad }, ...cells],
    gap: null,
  }
}
