import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture, readKey } from './fixture.ts'

describe('PEM that cannot be read', () => {
  const pem = fixture('keys/p256.spki.pem').trim()
  const body = pem.split('\n').slice(1, -1).join('\n')
  const wrap = (octets: Uint8Array, label = 'PUBLIC KEY') =>
    `-----BEGIN ${label}-----\n${Buffer.from(octets).toString('base64')}\n-----END ${label}-----`
  const octets = Buffer.from(body, 'base64')
  /** The DER with one octet changed. */
  const changed = (at: number, octet: number) => Buffer.from(octets.map((old, i) => (i === at ? octet : old)))
  /** A SubjectPublicKeyInfo with this AlgorithmIdentifier and subjectPublicKey, both in hexadecimal. */
  const spki = (algorithm: string, bits: string) => {
    const content = Buffer.from(
      `30${hexLength(algorithm)}${algorithm}03${hexLength(`00${bits}`)}00${bits}`,
      'hex',
    )
    return wrap(Buffer.concat([Buffer.from(`30${hexLength(content.toString('hex'))}`, 'hex'), content]))
  }
  const hexLength = (hex: string) => (hex.length / 2).toString(16).padStart(2, '0')
  const ecP256 = '06072a8648ce3d020106082a8648ce3d030107'

  const rows: readonly [name: string, text: string, fault: object, marked: string | null][] = [
    [
      'no END line',
      pem.split('\n').slice(0, -1).join('\n'),
      { code: 'pem-end-missing', values: { label: 'PUBLIC KEY' } },
      '-----BEGIN PUBLIC KEY-----',
    ],
    [
      'an END line of another label',
      pem.replace('END PUBLIC', 'END PRIVATE'),
      { code: 'pem-end-label', values: { begin: 'PUBLIC KEY', end: 'PRIVATE KEY' } },
      'PRIVATE KEY',
    ],
    [
      'a BEGIN line that is not closed',
      `-----BEGIN PUBLIC KEY\n${body}\n-----END PUBLIC KEY-----`,
      { code: 'pem-begin-unfinished' },
      null,
    ],
    [
      'a label that is no key',
      pem.replaceAll('PUBLIC KEY', 'PGP MESSAGE'),
      { code: 'pem-label-unknown', values: { label: 'PGP MESSAGE' } },
      '-----BEGIN PGP MESSAGE-----',
    ],
    [
      'an empty block',
      '-----BEGIN PUBLIC KEY-----\n\n-----END PUBLIC KEY-----',
      { code: 'pem-body-empty' },
      '\n\n',
    ],
    [
      'a character that is not base64',
      pem.replace(body.slice(10, 12), '!?'),
      { code: 'key-base64-character', values: { character: '!', codePoint: 'U+0021', alphabet: 'base64' } },
      '!',
    ],
    [
      'a character beyond the basic plane',
      pem.replace(body.slice(10, 12), '\u{1F511}'),
      {
        code: 'key-base64-character',
        values: { character: '\u{1F511}', codePoint: 'U+1F511', alphabet: 'base64' },
      },
      '\u{1F511}',
    ],
    [
      'base64url in place of base64',
      wrap(Buffer.from([0x30, 0x03, 0xfb, 0xff, 0xfe]))
        .replaceAll('+', '-')
        .replaceAll('/', '_'),
      { code: 'key-base64-character', values: { character: '_', codePoint: 'U+005F', alphabet: 'base64' } },
      '_',
    ],
    [
      'padding in the middle',
      `-----BEGIN PUBLIC KEY-----\nMFkw=EwY\n-----END PUBLIC KEY-----`,
      { code: 'key-base64-padding', values: { expected: 0, found: 1 } },
      '=',
    ],
    [
      'too much padding',
      `-----BEGIN PUBLIC KEY-----\nMFkwEw==\n=-----END PUBLIC KEY-----`,
      { code: 'key-base64-padding', values: { expected: 2, found: 3 } },
      null,
    ],
    [
      'a length that base64 cannot have',
      `-----BEGIN PUBLIC KEY-----\nMFkwE\n-----END PUBLIC KEY-----`,
      { code: 'key-base64-length', values: { length: 5 } },
      null,
    ],
    [
      'DER cut short',
      wrap(octets.subarray(0, 60)),
      { code: 'der-truncated', values: { octet: 0, needed: 91, left: 60 } },
      null,
    ],
    [
      'an inner element that outgrows its container',
      wrap(changed(3, 0x60)),
      { code: 'der-truncated', values: { octet: 2, needed: 98, left: 89 } },
      null,
    ],
    [
      'one octet too many',
      wrap(Buffer.concat([octets, Buffer.from([0])])),
      { code: 'der-trailing', values: { octet: 91, count: 1 } },
      null,
    ],
    [
      'a SET for the SEQUENCE',
      wrap(changed(0, 0x31)),
      { code: 'der-tag', values: { octet: 0, expected: 'SEQUENCE', found: 'SET' } },
      'MV',
    ],
    [
      'an INTEGER for the OBJECT IDENTIFIER',
      wrap(changed(4, 2)),
      { code: 'der-tag', values: { octet: 4, expected: 'OBJECT IDENTIFIER', found: 'INTEGER' } },
      null,
    ],
    [
      'a tag in context',
      wrap(changed(4, 0xa3)),
      { code: 'der-tag', values: { octet: 4, expected: 'OBJECT IDENTIFIER', found: '[3]' } },
      null,
    ],
    [
      'an indefinite length',
      wrap(changed(1, 0x80)),
      { code: 'der-length-indefinite', values: { octet: 1 } },
      null,
    ],
    [
      'a long length that is not needed',
      wrap(Buffer.from('308103020101', 'hex')),
      { code: 'der-length-form', values: { octet: 1 } },
      null,
    ],
    [
      'a length in five octets',
      wrap(Buffer.from('30850000000003020101', 'hex')),
      { code: 'der-length-form', values: { octet: 1 } },
      null,
    ],
    [
      'a length cut off',
      wrap(Buffer.from('3082', 'hex')),
      { code: 'der-truncated', values: { octet: 0, needed: 4, left: 2 } },
      null,
    ],
    [
      'unused bits in the BIT STRING',
      wrap(changed(25, 1)),
      { code: 'der-bit-string', values: { octet: 23 } },
      null,
    ],
    [
      'an OBJECT IDENTIFIER that breaks off',
      wrap(changed(12, 0x81)),
      { code: 'der-object-identifier', values: { octet: 4 } },
      null,
    ],
    [
      'an unknown algorithm',
      spki('06032a0304', '00'),
      { code: 'key-algorithm-unknown', values: { octet: 4, oid: '1.2.3.4', name: '' } },
      null,
    ],
    ['parameters where there are none', spki('06032b65700500', '00'), { code: 'der-trailing' }, null],
    [
      'an Ed25519 key of 31 octets',
      spki('06032b6570', '11'.repeat(31)),
      { code: 'key-length', values: { octet: 12, name: 'public key', expected: 32, found: 31 } },
      null,
    ],
    [
      'an EC point of the wrong length',
      spki(ecP256, `04${'11'.repeat(63)}`),
      { code: 'key-length', values: { octet: 26, name: 'public key', expected: 65, found: 64 } },
      null,
    ],
    [
      'an EC point at infinity',
      spki(ecP256, '00'),
      { code: 'key-point-form', values: { octet: 26, curve: 'P-256', form: '00' } },
      null,
    ],
    [
      'an EC point that is not on the curve',
      wrap(changed(90, octets[90]! ^ 1)),
      { code: 'key-point-off-curve', values: { octet: 26, curve: 'P-256' } },
      null,
    ],
    [
      'a compressed EC point that is not on the curve',
      spki(ecP256, `02${'00'.repeat(31)}01`),
      { code: 'key-point-off-curve' },
      null,
    ],
    [
      'a compressed EC point past the field',
      spki(ecP256, `02${'ff'.repeat(32)}`),
      { code: 'key-point-off-curve' },
      null,
    ],
    [
      'an RSA modulus that is negative',
      spki('06092a864886f70d0101010500', '3006020181020103'),
      { code: 'der-integer' },
      null,
    ],
    [
      'an RSA modulus with a needless zero octet',
      spki('06092a864886f70d0101010500', '300702020011020103'),
      { code: 'der-integer' },
      null,
    ],
    [
      'a PKCS #8 version that is not known',
      wrap(Buffer.from('30030201053000', 'hex').subarray(0, 5), 'PRIVATE KEY'),
      { code: 'der-version', values: { octet: 2, found: 5 } },
      null,
    ],
  ]
  test.each(rows)('%s', async (_, text, fault, marked) => {
    const reading = await readKey(text, 'detect')
    expect(reading).toMatchObject({ ok: false, fault })
    const { from, to } = reading.ok ? { from: -1, to: -1 } : reading.fault.span
    if (marked !== null) expect(text.slice(from, to)).toBe(marked)
    expect(0 <= from && from <= to && to <= text.length).toBe(true)
  })

  test('an octet is pointed at where its characters stand, line breaks or not', async () => {
    const broken = changed(4, 2)
    const base64 = broken.toString('base64')
    for (const text of [wrap(broken), wrap(broken).replace(base64, base64.replaceAll(/(..)/g, '$1\n'))]) {
      const reading = await readKey(text, 'detect')
      const { from, to } = reading.ok ? { from: 0, to: 0 } : reading.fault.span
      // Octet 4 is bits 32 to 39: characters 5 and 6.
      expect(text.slice(from, to).replaceAll('\n', '')).toBe(base64.slice(5, 7))
    }
  })

  test.each([['p256.explicit.spki.pem', 'key-curve-explicit', {}]])('%s: %s', async (file, code, values) => {
    const reading = await readKey(fixture(`keys/${file}`), 'detect')
    expect(reading).toMatchObject({ ok: false, fault: { code, values } })
  })
})

test('a block that has no end is said beside the next, which is read', async () => {
  const pem = fixture('keys/p256.spki.pem')
  const text = `${pem.slice(0, 80)}\n${pem}`
  expect(await readKeys(text, 'detect')).toMatchObject({
    ok: true,
    value: { keys: [{ format: 'pem-spki', span: { from: 81 } }], unread: [{ code: 'pem-end-missing' }] },
  })
})

describe('a PEM format that was chosen', () => {
  test('is not read as another', async () => {
    const reading = await readKey(fixture('keys/p256.pkcs8.pem'), 'pem-spki')
    expect(reading).toMatchObject({
      ok: false,
      fault: { code: 'pem-label', values: { expected: 'PUBLIC KEY', found: 'PRIVATE KEY' } },
    })
  })

  test.each(['pem-spki', 'pem-pkcs8', 'pem-certificate'] as const)(
    '%s needs a BEGIN line',
    async (format) => {
      for (const text of ['', 'secret', 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE']) {
        expect(await readKey(text, format)).toMatchObject({ ok: false, fault: { code: 'pem-begin-missing' } })
      }
    },
  )
})
