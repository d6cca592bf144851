import { Der, Tag } from './der.ts'
import type { KeyReader } from './material.ts'
import { pemLabel, pemReading, readPem } from './pem.ts'
import { type PublicKey, readSubjectPublicKeyInfo } from './publicKey.ts'

const LABEL = 'CERTIFICATE'

/** `-----BEGIN CERTIFICATE-----`: the key in an X.509 certificate (RFC 7468 section 5). Nothing else of it is judged. */
export const pemCertificate: KeyReader = {
  format: 'pem-certificate',
  detects: (text) => pemLabel(text) === LABEL,
  read(text) {
    const block = readPem(text, LABEL)
    if (!block.ok) return block
    const der = Der.of(block.value.body.octets)
    const key = readCertificateKey(der)
    der.finish()
    return pemReading('pem-certificate', block.value, der, key)
  },
}

/** Certificate and TBSCertificate up to the key: RFC 5280 section 4.1. */
function readCertificateKey(der: Der): PublicKey | null {
  const certificate = der.sequence()
  const toBeSigned = certificate.sequence()
  if (toBeSigned.next(Tag.context0)) toBeSigned.skip()
  toBeSigned.enter(Tag.integer) // serialNumber
  toBeSigned.sequence() // signature
  toBeSigned.sequence() // issuer
  toBeSigned.sequence() // validity
  toBeSigned.sequence() // subject
  const key = readSubjectPublicKeyInfo(toBeSigned)
  certificate.sequence() // signatureAlgorithm
  certificate.bitString()
  certificate.finish()
  return key
}
