import { type Finding, found, type Subject } from './finding.ts'
import { firstMatching } from './underSecret.ts'

const encoder = new TextEncoder()

/** An HMAC token that verifies under the octets of the public key given: forged by whoever had that key (CVE-2015-9235). */
export async function keyConfusion(subject: Subject): Promise<Finding[]> {
  const { token, keys, keyText } = subject
  const looksPublic = /-----BEGIN|^\s*[{[]|^(?:ssh-|ecdsa-)/.test(keyText)
  if (!looksPublic && !keys?.keys.some(({ jwk }) => jwk.kty !== 'oct')) return []
  const forged = await firstMatching(
    subject,
    candidates(keyText).map((octets) => ({ octets })),
  )
  return forged === null ? [] : [found('key-confusion', 'error', [], { alg: token.header.alg ?? '' })]
}

/** The key text as it may have been read from a file, and the DER in it. */
function candidates(keyText: string): Uint8Array<ArrayBuffer>[] {
  const unix = keyText.replaceAll('\r\n', '\n')
  const trimmed = unix.trim()
  const texts = new Set([keyText, unix, trimmed, `${trimmed}\n`, `${trimmed.replaceAll('\n', '\r\n')}\r\n`])
  const all = Array.from(texts, (one) => encoder.encode(one))
  const body = /-----BEGIN [^-]+-----([^-]+)-----END/.exec(unix)?.[1]?.replaceAll(/\s/g, '')
  if (body !== undefined) {
    try {
      all.push(Uint8Array.from(atob(body), (character) => character.charCodeAt(0)))
    } catch {
      // No base64: there is no DER to try.
    }
  }
  return all
}
