import type { IssuerSignature } from '../core/crypto/chainSignatures.ts'
import type { Certificate } from '../core/keys/certificate.ts'
import type { KeyFault } from '../core/keys/fault.ts'
import { readKeys } from '../core/keys/index.ts'
import type { KeyMaterial, KeySet } from '../core/keys/material.ts'
import { thumbprint } from '../core/keys/thumbprint.ts'
import type { Fault, Result } from '../core/text/result.ts'
import type { Inputs } from './store.ts'

/** What the text in the Key box turned out to be. */
export type KeysReading = Result<KeySet, Fault<KeyFault>>

type Asked = Pick<Inputs, 'keyText' | 'keyFormat'>

let last: (Asked & { readonly reading: Promise<KeysReading> }) | null = null

/** Reads the keys; the same text is read once, so that what was imported for a key serves the next token too. Never rejects. */
export function keysOf({ keyText, keyFormat }: Asked): Promise<KeysReading> {
  if (last === null || last.keyText !== keyText || last.keyFormat !== keyFormat) {
    last = { keyText, keyFormat, reading: readKeys(keyText, keyFormat) }
  }
  return last.reading
}

const chains = new WeakMap<readonly Certificate[], Promise<readonly IssuerSignature[]>>()

/** Whether each certificate is signed by its issuer; worked out once. Never rejects. */
export function issuersOf(certificates: readonly Certificate[]): Promise<readonly IssuerSignature[]> {
  const known = chains.get(certificates)
  if (known !== undefined) return known
  const checked = import('../core/crypto/chainSignatures.ts').then(({ checkChain }) =>
    checkChain(certificates),
  )
  chains.set(certificates, checked)
  return checked
}

/** The thumbprint of a key that is no secret: that of a secret lets others test guesses (RFC 7638 section 7). */
export function openThumbprint(key: KeyMaterial): Promise<string | null> {
  return key.jwk.kty === 'oct' ? Promise.resolve(null) : thumbprint(key)
}
