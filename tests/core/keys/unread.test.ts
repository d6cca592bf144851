import { describe, expect, test } from 'vitest'
import { fixture, readKey } from './fixture.ts'

describe('forms that are known but not read', () => {
  test.each([['p256.request.pem', 'CERTIFICATE REQUEST', /^openssl req/]])(
    '%s is named as %s, with a command that converts it',
    async (file, form, command) => {
      for (const format of ['detect', 'pem-spki'] as const) {
        const reading = await readKey(fixture(`keys/${file}`), format)
        expect(reading).toMatchObject({ ok: false, fault: { code: 'key-form-unread', values: { form } } })
        expect(reading.ok ? '' : reading.fault.values.command).toMatch(command)
      }
    },
  )

  test('EC PARAMETERS without a key', async () => {
    const [parameters] = fixture('keys/p256.sec1.pem').split('-----BEGIN EC PRIVATE')
    expect(await readKey(parameters!)).toMatchObject({
      ok: false,
      fault: { code: 'key-form-unread', values: { form: 'EC PARAMETERS' } },
    })
  })

  test('a DSA key as OpenSSL once wrote it is named, and not taken for an RSA key that is cut off', async () => {
    const integer = (octets: number) =>
      Buffer.concat([
        octets < 128 ? Buffer.from([2, octets]) : Buffer.from([2, 0x82, octets >> 8, octets & 0xff]),
        Buffer.alloc(octets, 0x5a),
      ])
    // Version, p, q, g, y, x.
    const numbers = Buffer.concat(
      [0, 256, 32, 256, 256, 32].map((n) => (n === 0 ? Buffer.from([2, 1, 0]) : integer(n))),
    )
    const der = Buffer.concat([
      Buffer.from([0x30, 0x82, numbers.length >> 8, numbers.length & 0xff]),
      numbers,
    ])
    const text = `-----BEGIN DSA PRIVATE KEY-----\n${der.toString('base64')}\n-----END DSA PRIVATE KEY-----\n`
    expect(await readKey(text)).toMatchObject({
      ok: false,
      fault: { code: 'key-algorithm-unknown', values: { name: 'id-dsa' } },
    })
  })

  test('a key of PuTTY', async () => {
    const text = 'PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none\r\n'
    expect(await readKey(text)).toMatchObject({
      ok: false,
      fault: {
        code: 'key-form-unread',
        values: { form: 'PuTTY key file', command: expect.stringMatching(/^puttygen /) },
      },
    })
  })
})

describe('encrypted private keys are recognized, with the command that opens them', () => {
  test.each([
    ['rsa2048.encrypted.pem', 'PKCS #8', /^openssl pkey /],
    ['p256.encrypted.pem', 'PKCS #8', /^openssl pkey /],
    ['rsa2048.encrypted-legacy.pem', 'RSA PRIVATE KEY', /^openssl pkey /],
    ['p256.encrypted-legacy.pem', 'EC PRIVATE KEY', /^openssl pkey /],
    ['openssh-encrypted.pem', 'OpenSSH (aes256-ctr)', /ssh-keygen -p /],
  ])('%s', async (file, form, command) => {
    const text = fixture(`keys/${file}`)
    for (const wrapped of [text, JSON.stringify(text), text.replaceAll('\n', '\r\n')]) {
      const reading = await readKey(wrapped)
      expect(reading).toMatchObject({ ok: false, fault: { code: 'key-encrypted', values: { form } } })
      expect(reading.ok ? '' : reading.fault.values.command).toMatch(command)
    }
  })

  test('PKCS #8 in bare base64', async () => {
    const text = fixture('keys/p256.encrypted.pem').split('\n').slice(1, -2).join('')
    expect(await readKey(text)).toMatchObject({
      ok: false,
      fault: {
        code: 'key-encrypted',
        values: { command: expect.stringMatching(/openssl pkey -inform DER/) },
      },
    })
  })
})
