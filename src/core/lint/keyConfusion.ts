import { readKeys } from '../keys/index.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { asFiles, formsOf } from '../keys/publicForms.ts'
import { writeBase64url } from '../text/base64url.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'
import { firstMatching } from './underSecret.ts'

const encoder = new TextEncoder()

/** Keys of a set that are tried. */
const MOST_KEYS = 3

/**
 * An HMAC token that verifies under the octets of the public key given, whether it was read as one or, as the person chose,
 * as a secret: forged by whoever had that key (CVE-2015-9235).
 */
export async function keyConfusion(subject: Subject): Promise<Finding[]> {
  const { token, keyText } = subject
  if (!token.header.alg?.startsWith('HS')) return []
  const secret = secretOf(subject)
  const read = secret && (secret.text ?? writeBase64url(secret.octets))
  const given = await publicIn(keyText)
  const inSecret = read === null ? [] : await publicIn(read)
  if (given.length === 0 && inSecret.length === 0) return []
  const all = await candidates(keyText, given)
  if (secret !== null) all.unshift(secret.octets)
  const forged = await firstMatching(
    subject,
    all.map((octets) => ({ octets })),
  )
  return forged === null ? [] : [found('key-confusion', 'error', [], { alg: token.header.alg ?? '' })]
}

async function publicIn(text: string): Promise<readonly KeyMaterial[]> {
  const reading = await readKeys(text, 'detect')
  return reading.ok
    ? reading.value.keys.filter(({ jwk, fromPrivate }) => jwk.kty !== 'oct' && !fromPrivate)
    : []
}

/** The key text as it may have been read from a file, and what else each public key in it is known by. */
async function candidates(keyText: string, keys: readonly KeyMaterial[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const texts = new Set([...asFiles(keyText), ...asFiles(keyText.trim())])
  const octets: Uint8Array<ArrayBuffer>[] = []
  for (const key of keys.slice(0, MOST_KEYS)) {
    for await (const [, form] of formsOf(key)) {
      if (typeof form === 'string') for (const text of asFiles(form)) texts.add(text)
      else octets.push(new Uint8Array(form))
    }
  }
  return [...Array.from(texts, (text) => encoder.encode(text)), ...octets]
}
