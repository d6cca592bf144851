/** SHAKE256 (FIPS 202) of the text's UTF-8 octets, `length` octets of it: WebCrypto has none. */
export async function shakeText(text: string, length: number): Promise<Uint8Array> {
  const { shake256 } = await import('@noble/hashes/sha3.js')
  return shake256(new TextEncoder().encode(text), { dkLen: length })
}
