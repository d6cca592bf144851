import { writeBase64url } from '../text/base64url.ts'

/** A hash function by the name that WebCrypto has for it. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

const encoder = new TextEncoder()

/** The hash of the text's UTF-8 octets (of ASCII text: its ASCII octets). Rejects where the page has no WebCrypto. */
export async function hashText(hash: HashName, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(hash, encoder.encode(text)))
}

/** The same in base64url. */
export async function digestOf(hash: HashName, text: string): Promise<string> {
  return writeBase64url(await hashText(hash, text))
}
