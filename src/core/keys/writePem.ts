/** The SubjectPublicKeyInfo (RFC 5280 section 4.1) of a public JWK, in DER; null where WebCrypto cannot write it. */
export async function subjectPublicKeyInfo(jwk: JsonWebKey): Promise<Uint8Array | null> {
  const parameters: Readonly<Record<string, EcKeyImportParams | RsaHashedImportParams | Algorithm>> = {
    RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    EC: { name: 'ECDSA', namedCurve: jwk.crv ?? '' },
    OKP: { name: jwk.crv ?? '' },
  }
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, parameters[jwk.kty ?? '']!, true, ['verify'])
    return new Uint8Array(await crypto.subtle.exportKey('spki', key))
  } catch {
    return null
  }
}

/** The octets in the armour of RFC 7468, without a line break at the end. */
export function pem(label: string, der: Uint8Array): string {
  const lines = base64(der).match(/.{1,64}/g)!
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
}

/** Base64 with padding (RFC 4648 section 4). */
export function base64(octets: Uint8Array): string {
  return btoa(String.fromCharCode(...octets))
}
