import { readKeys } from '../keys/index.ts'
import { writeBase64url } from '../text/base64url.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'
import { firstMatching } from './underSecret.ts'

const encoder = new TextEncoder()

/**
 * An HMAC token that verifies under the octets of the public key given, whether it was read as one or, as the person chose,
 * as a secret: forged by whoever had that key (CVE-2015-9235).
 */
export async function keyConfusion(subject: Subject): Promise<Finding[]> {
  const { token, keyText } = subject
  if (!token.header.alg?.startsWith('HS')) return []
  const secret = secretOf(subject)
  const read = secret && (secret.text ?? writeBase64url(secret.octets))
  if (!(await isPublic(keyText)) && (read === null || !(await isPublic(read)))) return []
  const all = candidates(keyText)
  if (secret !== null) all.unshift(secret.octets)
  const forged = await firstMatching(
    subject,
    all.map((octets) => ({ octets })),
  )
  return forged === null ? [] : [found('key-confusion', 'error', [], { alg: token.header.alg ?? '' })]
}

async function isPublic(text: string): Promise<boolean> {
  const reading = await readKeys(text, 'detect')
  return reading.ok && reading.value.keys.some(({ jwk, fromPrivate }) => jwk.kty !== 'oct' && !fromPrivate)
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
