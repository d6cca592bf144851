import { aeskw, cbc, gcm } from '@noble/ciphers/aes.js'
import { joined } from '../octets.ts'

type Octets = Uint8Array<ArrayBuffer>

/** AES as JWE uses it. The lengths of keys and parts are checked before: some platforms crash on wrong ones. */
export interface Aes {
  /** Undoes AES Key Wrap (RFC 3394); null where its integrity check fails. */
  unwrap(key: Octets, wrapped: Octets): Promise<Octets | null>
  /** Undoes AES-GCM; null where the tag does not match. */
  openGcm(key: Octets, iv: Octets, ciphertext: Octets, tag: Octets, aad: Octets): Promise<Octets | null>
  /** Undoes AES-CBC; null where the padding is wrong (RFC 2315 section 10.3). */
  openCbc(key: Octets, iv: Octets, ciphertext: Octets): Promise<Octets | null>
}

/** AES by @noble/ciphers. */
export const aes: Aes = {
  unwrap: async (key, wrapped) => orNull(() => aeskw(key).decrypt(wrapped)),
  openGcm: async (key, iv, ciphertext, tag, aad) =>
    orNull(() => gcm(key, iv, aad).decrypt(joined(ciphertext, tag))),
  openCbc: async (key, iv, ciphertext) => orNull(() => cbc(key, iv).decrypt(ciphertext)),
}

function orNull(open: () => Uint8Array): Octets | null {
  try {
    return open() as Octets
  } catch {
    return null
  }
}
