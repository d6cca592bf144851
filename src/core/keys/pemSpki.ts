import { Der } from './der.ts'
import type { KeyReader } from './material.ts'
import { pemLabel, pemReading, readPem } from './pem.ts'
import { readSubjectPublicKeyInfo } from './publicKey.ts'

const LABEL = 'PUBLIC KEY'

/** `-----BEGIN PUBLIC KEY-----`: a SubjectPublicKeyInfo (RFC 7468 section 13). */
export const pemSpki: KeyReader = {
  format: 'pem-spki',
  detects: (text) => pemLabel(text) === LABEL,
  read(text) {
    const block = readPem(text, LABEL)
    if (!block.ok) return block
    const der = Der.of(block.value.body.octets)
    const key = readSubjectPublicKeyInfo(der)
    der.finish()
    return pemReading('pem-spki', block.value, der, key)
  },
}
