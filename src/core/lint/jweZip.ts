import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** More content than this is no token, but a way to fill the recipient's memory. */
const MOST = 250_000

/** Compressed before it was encrypted: its length may betray what is in it, and it may unpack into much (RFC 8725 section 3.6). */
export function jweZip({ token, decryption }: Subject): Finding[] {
  const header = headerOf({ token })
  if (token.kind !== 'jwe' || !header.has('zip')) return []
  const isLarge =
    decryption?.state === 'decrypted'
      ? decryption.plaintext.length > MOST
      : decryption?.state === 'impossible' && /^crypto-inflation-/.test(decryption.reason.code)
  return [found('jwe-zip', isLarge ? 'error' : 'warning', header.at('zip'), { large: isLarge ? 1 : 0 })]
}
