/** The samples as the document holds them: where a segment of a token is text, that text, which compresses better. */
import { writeBase64url } from '../core/text/base64url.ts'
import type { Sample } from './sample.ts'

/** Of a token: characters that stay as they are, or text whose UTF-8 octets stand there in base64url. */
type Piece = string | { readonly text: string }

export type PackedSample = Omit<Sample, 'token'> & { readonly token: readonly Piece[] }

/** Runs when the app is built. */
export function packed(sample: Sample): PackedSample {
  return { ...sample, token: sample.token.split(/([.~])/).map(pieceOf) }
}

function pieceOf(written: string): Piece {
  const bytes = Uint8Array.from(Buffer.from(written, 'base64url'))
  const text = new TextDecoder().decode(bytes)
  return /^[{[]/.test(text) && encoded(text) === written ? { text } : written
}

/** Runs when the page starts. */
export function unpacked(samples: readonly PackedSample[]): Sample[] {
  return samples.map(({ token, ...rest }) => ({
    ...rest,
    token: token.map((piece) => (typeof piece === 'string' ? piece : encoded(piece.text))).join(''),
  }))
}

function encoded(text: string): string {
  return writeBase64url(new TextEncoder().encode(text))
}
