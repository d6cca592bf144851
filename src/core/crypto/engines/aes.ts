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

export function joined(...parts: readonly Uint8Array[]): Octets {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
