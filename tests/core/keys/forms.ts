import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'
import type { KeyFormat } from '../../../src/core/keys/material.ts'
import { fixture } from './fixture.ts'

/** A sample of one key form, made by another program, and the public key that is in it. */
export interface Sample {
  readonly file: string
  readonly format: KeyFormat
  readonly text: string
  readonly jwk: JWK
  readonly isPrivate: boolean
}

const isPrivate = (text: string) => text.includes('PRIVATE KEY')

/** Node's view of a PEM, for what Node reads. */
function byNode(file: string, format: KeyFormat): Sample {
  const text = fixture(`keys/${file}`)
  const jwk = createPublicKey(text).export({ format: 'jwk' }) as JWK
  return { file, format, text, jwk, isPrivate: isPrivate(text) }
}

/** A form that Node does not read, with the same key in one that it does. */
function like(file: string, format: KeyFormat, other: string): Sample {
  const text = fixture(`keys/${file}`)
  const jwk = createPublicKey(fixture(`keys/${other}`)).export({ format: 'jwk' }) as JWK
  return { file, format, text, jwk, isPrivate: isPrivate(text) }
}

const without = (jwk: JWK, ...names: (keyof JWK)[]) =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => !(names as string[]).includes(name))) as JWK

const PRIVATE: (keyof JWK)[] = ['d', 'p', 'q', 'dp', 'dq', 'qi']

function fromJson(file: string): Sample {
  const text = fixture(`keys/${file}`)
  const jwk = JSON.parse(text) as JWK
  return { file, format: 'jwk', text, jwk: without(jwk, ...PRIVATE), isPrivate: jwk.d !== undefined }
}

/** The first field of an OpenSSH public key line as a JWK, taken apart by hand. */
function ssh(name: string, format: 'ssh-public' | 'ssh-rfc4716' | 'ssh-private'): Sample {
  const suffix = { 'ssh-public': 'pub', 'ssh-rfc4716': 'rfc4716', 'ssh-private': 'pem' }[format]
  const file = `openssh-${name}.${suffix}`
  const blob = Buffer.from(fixture(`keys/openssh-${name}.pub`).split(' ')[1]!, 'base64')
  const fields: Buffer[] = []
  for (let at = 0; at < blob.length; at += 4 + blob.readUInt32BE(at)) {
    fields.push(blob.subarray(at + 4, at + 4 + blob.readUInt32BE(at)))
  }
  const text = fixture(`keys/${file}`)
  return { file, format, text, jwk: sshJwk(fields), isPrivate: format === 'ssh-private' }
}

function sshJwk([type, first, second]: Buffer[]): JWK {
  const b64 = (octets: Buffer) => octets.toString('base64url')
  const bare = (octets: Buffer) => (octets[0] === 0 ? octets.subarray(1) : octets)
  if (String(type) === 'ssh-rsa') return { kty: 'RSA', n: b64(bare(second!)), e: b64(bare(first!)) }
  if (String(type) === 'ssh-ed25519') return { kty: 'OKP', crv: 'Ed25519', x: b64(first!) }
  const half = (second!.length - 1) / 2
  const crv = String(first).replace('nistp', 'P-')
  return { kty: 'EC', crv, x: b64(second!.subarray(1, 1 + half)), y: b64(second!.subarray(1 + half)) }
}

const body = (text: string) => text.split('\n').slice(1, -2)

/** The DER of a PEM without its lines, in base64 or base64url. */
function bare(file: string, encoding: 'base64' | 'base64url' | 'lines'): Sample {
  const sample = byNode(file, 'der')
  const lines = body(sample.text)
  const octets = Buffer.from(lines.join(''), 'base64')
  const text = encoding === 'lines' ? lines.join('\n') : octets.toString(encoding)
  return { ...sample, file: `${file}, bare ${encoding}`, text }
}

const nodeFiles: readonly [string, KeyFormat][] = [
  ['rsa2048.spki.pem', 'pem-spki'],
  ['p256.spki.pem', 'pem-spki'],
  ['p384.spki.pem', 'pem-spki'],
  ['p521.spki.pem', 'pem-spki'],
  ['p256.compressed.spki.pem', 'pem-spki'],
  ['p384.compressed.spki.pem', 'pem-spki'],
  ['p521.compressed.spki.pem', 'pem-spki'],
  ['secp256k1.spki.pem', 'pem-spki'],
  ['secp256k1.compressed.spki.pem', 'pem-spki'],
  ['ed25519.spki.pem', 'pem-spki'],
  ['ed448.spki.pem', 'pem-spki'],
  ['x25519.spki.pem', 'pem-spki'],
  ['x448.spki.pem', 'pem-spki'],
  ['rsa2048.pkcs8.pem', 'pem-pkcs8'],
  ['p256.pkcs8.pem', 'pem-pkcs8'],
  ['p256.no-public.pkcs8.pem', 'pem-pkcs8'],
  ['p384.no-public.pkcs8.pem', 'pem-pkcs8'],
  ['p521.no-public.pkcs8.pem', 'pem-pkcs8'],
  ['secp256k1.pkcs8.pem', 'pem-pkcs8'],
  ['ed25519.pkcs8.pem', 'pem-pkcs8'],
  ['ed448.pkcs8.pem', 'pem-pkcs8'],
  ['x25519.pkcs8.pem', 'pem-pkcs8'],
  ['x448.pkcs8.pem', 'pem-pkcs8'],
  ['rsa2048.pkcs1-public.pem', 'pem-pkcs1-public'],
  ['rsa2048.pkcs1-private.pem', 'pem-pkcs1-private'],
  ['p256.sec1-bare.pem', 'pem-sec1'],
  ['p384.sec1-bare.pem', 'pem-sec1'],
  ['p521.sec1-bare.pem', 'pem-sec1'],
  ['secp256k1.sec1-bare.pem', 'pem-sec1'],
  ['p256.certificate.pem', 'pem-certificate'],
  ['rsa2048.certificate.pem', 'pem-certificate'],
  ['ed25519.certificate.pem', 'pem-certificate'],
  ['chain-ecdsa.chain.pem', 'pem-certificate'],
]

const sshNames = ['rsa2048', 'ecdsa256', 'ecdsa384', 'ecdsa521', 'ed25519'] as const

/** Another text of the key that a file of PEM has. */
const same = (file: string, format: KeyFormat, other: string): Sample => ({
  ...like(file, format, other),
  isPrivate: isPrivate(fixture(`keys/${other}`)),
})

/** The second word of a line of OpenSSH: the blob alone. */
function blob(name: (typeof sshNames)[number]): Sample {
  const sample = ssh(name, 'ssh-public')
  return { ...sample, file: `${sample.file}, bare`, text: sample.text.split(' ')[1]! }
}

export const samples: readonly Sample[] = [
  ...nodeFiles.map(([file, format]) => byNode(file, format)),
  like('p256.sec1.pem', 'pem-sec1', 'p256.spki.pem'),
  like('p256.sec1-no-public.pem', 'pem-sec1', 'p256.spki.pem'),
  ...sshNames.flatMap((name) => [
    ssh(name, 'ssh-public'),
    ssh(name, 'ssh-rfc4716'),
    ssh(name, 'ssh-private'),
  ]),
  ...sshNames.map(blob),
  same('rsa2048.spki.hex', 'der', 'rsa2048.spki.pem'),
  same('p256.spki.hex', 'der', 'p256.spki.pem'),
  same('ed25519.spki.hex', 'der', 'ed25519.spki.pem'),
  same('p256.pkcs8.hex', 'der', 'p256.pkcs8.pem'),
  same('rsa2048.public.xml', 'rsa-key-value', 'rsa2048.spki.pem'),
  same('rsa2048.private.xml', 'rsa-key-value', 'rsa2048.pkcs8.pem'),
  ...(['base64', 'base64url', 'lines'] as const).flatMap((encoding) =>
    [
      'rsa2048.spki.pem',
      'p256.spki.pem',
      'ed25519.spki.pem',
      'rsa2048.pkcs1-public.pem',
      'rsa2048.pkcs1-private.pem',
      'rsa2048.pkcs8.pem',
      'ed25519.pkcs8.pem',
      'p256.sec1-bare.pem',
      'p256.certificate.pem',
    ].map((file) => bare(file, encoding)),
  ),
  ...[
    'jose-ec.private.jwk.json',
    'jose-rsa.private.jwk.json',
    'jose-oct.jwk.json',
    'jwcrypto-ed25519.jwk.json',
    'jwcrypto-ed448.jwk.json',
    'jwcrypto-x25519.jwk.json',
    'jwcrypto-x448.jwk.json',
    'jwcrypto-ed448.private.jwk.json',
    'jwcrypto-secp256k1.jwk.json',
  ].map(fromJson),
]

/** Node's JWK of a private PEM, all of it. */
export function wholeJwk(file: string): JWK {
  return createPrivateKey(fixture(`keys/${file}`)).export({ format: 'jwk' }) as JWK
}

/** What happens to keys on their way into the box. `broken` takes all line breaks away. */
export const wrappings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'byte order mark': (text) => `\uFEFF${text}`,
  indentation: (text) => text.replaceAll(/^/gm, '    '),
  tabs: (text) => text.replaceAll(/^/gm, '\t'),
  'literal \\n': (text) => text.replaceAll('\n', '\\n'),
  'literal \\r\\n': (text) => text.replaceAll('\n', '\\r\\n'),
  'double quotes': (text) => `"${text.trim()}"`,
  'single quotes': (text) => `'${text}'`,
  'environment file': (text) => `# the key\nKEY="${text.trim().replaceAll('\n', '\\n')}"\nOTHER=1\n`,
  'YAML block': (text) => `key: |\n${text.replaceAll(/^/gm, '  ')}\nother: 1\n`,
  'JSON string': (text) => JSON.stringify(text),
  'JSON member': (text) => JSON.stringify({ name: 'x', value: text, more: [1] }, null, 2),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ value: text })),
  'text before and after': (text) => `Here is the key, as promised:\n\n${text}\n\nKind regards,\nAnn\n`,
}

/** Wrappings that take line breaks away, which a text that consists of lines does not survive as it is. */
export const flattenings: Readonly<Record<string, (text: string) => string>> = {
  'no line breaks': (text) => text.replaceAll('\n', ''),
  'spaces for line breaks': (text) => text.trim().replaceAll('\n', ' '),
}
