import { fail } from '../text/result.ts'
import type { KeyReading } from './material.ts'
import type { PemBlock } from './pem.ts'

/** The command that opens an encrypted key asks for its passphrase: none is asked for here. */
const OPENSSL = 'openssl pkey -in key.pem -out opened.pem'
const SSH = "cp key opened && ssh-keygen -p -N '' -f opened"

type Failure = KeyReading & { readonly ok: false }

/** Says of a private key that it is encrypted, and what opens it; null if it is not. OpenSSH's says so only inside. */
export function encryptedPem({ label, span, encrypted }: PemBlock): Failure | null {
  if (!encrypted && label.replaceAll(' ', '') !== 'ENCRYPTEDPRIVATEKEY') return null
  return fail('key-encrypted', span, { form: encrypted ? label : 'PKCS #8', command: OPENSSL })
}

export function encryptedOpenSsh(span: PemBlock['span'], cipher: string): Failure {
  return fail('key-encrypted', span, { form: `OpenSSH (${cipher})`, command: SSH })
}

export function encryptedDer(span: PemBlock['span']): Failure {
  return fail('key-encrypted', span, {
    form: 'PKCS #8',
    command: 'base64 -d key.txt | openssl pkey -inform DER -out opened.pem',
  })
}
