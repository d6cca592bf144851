import { joined } from '../octets.ts'
import type { Aes } from './aesFiller.ts'

type Octets = Uint8Array<ArrayBuffer>

/** WebCrypto's, and where it refuses a key, which Chromium does with 192 bits, that of @noble/ciphers. */
export const aes: Aes = {
  async unwrap(key, wrapped) {
    const wrapping = await imported(key, 'AES-KW', 'unwrapKey')
    if (wrapping === null) return (await filler()).unwrap(key, wrapped)
    // WebCrypto unwraps to a key only: HMAC takes one of any length.
    const hmac = { name: 'HMAC', hash: 'SHA-256' }
    return orNull(async () => {
      const unwrapped = await crypto.subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', hmac, true, [
        'sign',
      ])
      return crypto.subtle.exportKey('raw', unwrapped)
    })
  },
  async openGcm(key, iv, ciphertext, tag, additionalData) {
    const opening = await imported(key, 'AES-GCM', 'decrypt')
    if (opening === null) return (await filler()).openGcm(key, iv, ciphertext, tag, additionalData)
    const parameters = { name: 'AES-GCM', iv, additionalData, tagLength: 128 }
    const sealed = joined(ciphertext, tag)
    return orNull(() => crypto.subtle.decrypt(parameters, opening, sealed))
  },
  async openCbc(key, iv, ciphertext) {
    const opening = await imported(key, 'AES-CBC', 'decrypt')
    if (opening === null) return (await filler()).openCbc(key, iv, ciphertext)
    return orNull(() => crypto.subtle.decrypt({ name: 'AES-CBC', iv }, opening, ciphertext))
  },
}

async function filler(): Promise<Aes> {
  return (await import('./aesFiller.ts')).aes
}

/** Null where the platform does not take the key. */
async function imported(key: Octets, name: string, use: KeyUsage): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', key, name, false, [use])
  } catch {
    return null
  }
}

async function orNull(open: () => Promise<ArrayBuffer>): Promise<Octets | null> {
  try {
    return new Uint8Array(await open())
  } catch {
    return null
  }
}
