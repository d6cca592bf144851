import { scanJson } from '../json/scan.ts'
import { single, withFormat } from './gather.ts'
import { readJwk } from './jwkObject.ts'
import type { KeyReader } from './material.ts'

const element = /<(?:\w+:)?(Modulus|Exponent|D|P|Q|DP|DQ|InverseQ)>([^<]*)/g

/** The members of a JWK (RFC 7518 section 6.3) that have not the name of the element, in small letters. */
const members: Readonly<Record<string, string>> = { Modulus: 'n', Exponent: 'e', InverseQ: 'qi' }

/** An RSA key in XML, public or private, as .NET writes it (XML Signature, section 4.5.2.2). */
export const rsaKeyValue: KeyReader = {
  format: 'rsa-key-value',
  detects: (text) => /<(?:\w+:)?RSAKeyValue\b/.test(text),
  async read(text) {
    const numbers: Record<string, string> = { kty: 'RSA' }
    for (const [, name, base64] of text.matchAll(element)) {
      const digits = base64!
        .replaceAll(/[\s=]|&#\w{2,3};|\\+[nrt]/g, '')
        .replaceAll('+', '-')
        .replaceAll('/', '_')
      numbers[members[name!] ?? name!.toLowerCase()] = digits
    }
    const { document } = scanJson(JSON.stringify(numbers), 0)
    const reading = await readJwk(document, 0, () => ({ from: 0, to: text.length }))
    return withFormat('rsa-key-value', single(reading))
  },
}
