import { aeskw, cbc, gcm } from '@noble/ciphers/aes.js'
import { type Aes, joined } from './aes.ts'

type Octets = Uint8Array<ArrayBuffer>

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
