/** Keys as programs, patches, pages and secret stores hold them. */
import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { fixture, readKey } from './fixture.ts'

const spki = fixture('keys/rsa2048.spki.pem')
const lines = (text: string) => text.trimEnd().split('\n')
const body = lines(spki).slice(1, -1).join('')
const jwkOf = (text: string) => createPublicKey(text).export({ format: 'jwk' })

/** The same key with a line that begins with a plus sign, as one in ten has. */
const plus = body.indexOf('+', 64)
const pem = [lines(spki)[0], body.slice(0, plus), body.slice(plus), lines(spki).at(-1), ''].join('\n')

const each = (text: string, write: (line: string) => string) => lines(text).map(write)

describe('PEM in the source of a program', () => {
  test.each<[string, string]>([
    ['strings side by side of Python', `KEY = (\n${each(pem, (line) => `    "${line}\\n"`).join('\n')}\n)`],
    ['bytes of Python', `KEY = (\n${each(pem, (line) => `    b"${line}\\n"`).join('\n')}\n)`],
    ['strings joined in JavaScript', `const key = ${each(pem, (line) => `'${line}\\n'`).join(' +\n  ')};`],
    ['line breaks of their own', each(pem, (line) => `"${line}"`).join(' + "\\n" + ')],
    ['an array', `[${each(pem, (line) => `'${line}'`).join(',\n')}].join('\\n')`],
    ['PHP_EOL', `$key = ${each(pem, (line) => `'${line}'`).join(' . PHP_EOL\n . ')};`],
    ['the escapes of a serializer', JSON.stringify({ pem }).replaceAll(/\\n|[+/=]/g, escaped)],
    ['System.lineSeparator()', each(pem, (line) => `"${line}"`).join('\n  + System.lineSeparator() + ')],
    ['vbCrLf', each(pem, (line) => `"${line}"`).join(' & vbCrLf & _\n  ')],
    ['Environment.NewLine', each(pem, (line) => `"${line}"`).join(' + Environment.NewLine +\n')],
    ['escapes of PowerShell', `$key = "${lines(pem).join('`n')}\`n"`],
    ['escapes of PowerShell for Windows', `$key = "${lines(pem).join('`r`n')}"`],
    ['a comment', each(pem, (line) => `// ${line}`).join('\n')],
    ['a remark of a batch file', each(pem, (line) => `REM ${line}`).join('\r\n')],
    ['the log of a container', each(pem, (line) => `auth-server-1  | ${line}`).join('\n')],
    ['the log of a pod', each(pem, (line) => `[pod/auth-7d9f8b6c5-x2x4z/auth] ${line}`).join('\n')],
    ['a patch', each(pem, (line) => `+${line}`).join('\n')],
    [
      'numbered lines',
      each(pem, (line) => line)
        .map((line, i) => `${`${i + 1}`.padStart(4)}  ${line}`)
        .join('\n'),
    ],
    [
      'the lines of an editor',
      each(pem, (line) => line)
        .map((line, i) => `${i + 1}: ${line}`)
        .join('\n'),
    ],
  ])('%s', async (_, text) => {
    expect(pem).toContain('\n+')
    expect(await readKey(text)).toMatchObject({ ok: true, value: { format: 'pem-spki', jwk: jwkOf(spki) } })
  })

  function escaped(run: string): string {
    const code = run === '\\n' ? 0x0a : run.charCodeAt(0)
    return `\\u${code.toString(16).padStart(4, '0')}`
  }

  test('a stray quote stays what it is, and nothing behind it is left out', async () => {
    const text = pem.replace(body.slice(20, 22), `${body.slice(20, 21)}'${body.slice(21, 22)}`)
    expect(await readKey(text)).toMatchObject({ ok: true, value: { jwk: jwkOf(spki) } })
  })
})

describe('PEM in a page or an address', () => {
  const entities = (text: string) =>
    text.replaceAll(/[+/=\n]/g, (character) => `&#${character.charCodeAt(0)};`)
  test.each<[string, string]>([
    ['line breaks of HTML', pem.replaceAll('\n', '<br>')],
    ['line breaks of XHTML', pem.replaceAll('\n', '<br />\n')],
    ['a line each of HTML', each(pem, (line) => `<div class="line">${line}</div>`).join('')],
    ['a line each of a list', each(pem, (line) => `<li><code>${line}</code></li>`).join('\n')],
    ['character references', entities(pem)],
    ['line feeds by hexadecimal reference', pem.replaceAll('\n', '&#xA;')],
    ['carriage returns of XML', pem.replaceAll('\n', '&#13;\n')],
    ['percent-encoding', encodeURIComponent(pem)],
    ['a form', new URLSearchParams({ pem }).toString()],
    ['no-break spaces', each(pem, (line) => `\u00a0\u00a0${line}`).join('\n')],
    ['line separators', pem.replaceAll('\n', '\u2028')],
    ['next lines', pem.replaceAll('\n', '\x85')],
    ['ideographic spaces', each(pem, (line) => `\u3000${line}\u3000`).join('\n')],
    ['marks of direction', each(pem, (line) => `\u200e${line}\u200f`).join('\n')],
    ['breaks that are not seen', pem.replaceAll('\n', '\u200b\n')],
    ['more dashes', pem.replaceAll('-----', '-------')],
  ])('%s', async (_, text) => {
    expect(await readKey(text)).toMatchObject({ ok: true, value: { jwk: jwkOf(spki) } })
  })

  test('OpenSSH lines too', async () => {
    const line = fixture('keys/openssh-ecdsa256.pub')
    const whole = await readKey(line)
    for (const text of [entities(line), encodeURIComponent(line)]) {
      expect(await readKey(text)).toMatchObject({ ok: true, value: { jwk: whole.ok && whole.value.jwk } })
    }
  })
})

test('an RFC 4716 block with signs before its lines is refused, never read as another key', async () => {
  const text = fixture('keys/openssh-rsa2048.rfc4716')
  const whole = await readKey(text)
  for (const sign of ['//', '+', 'A', 'AAAA']) {
    const reading = await readKey(text.replaceAll(/^/gm, sign))
    expect(reading.ok && reading.value.jwk).toSatisfy(
      (jwk) => jwk === false || jwk.n === (whole.ok && whole.value.jwk.n),
    )
  }
})

describe('under the label of another', () => {
  const relabelled = (file: string, label: string) =>
    fixture(`keys/${file}`).replaceAll(/-----(BEGIN|END) [A-Z0-9 ]+-----/g, `-----$1 ${label}-----`)
  test.each<[file: string, label: string, format: string, fits: string]>([
    ['rsa2048.pkcs1-public.pem', 'PUBLIC KEY', 'pem-pkcs1-public', 'RSA PUBLIC KEY'],
    ['rsa2048.spki.pem', 'RSA PUBLIC KEY', 'pem-spki', 'PUBLIC KEY'],
    ['rsa2048.pkcs1-private.pem', 'PRIVATE KEY', 'pem-pkcs1-private', 'RSA PRIVATE KEY'],
    ['rsa2048.pkcs8.pem', 'RSA PRIVATE KEY', 'pem-pkcs8', 'PRIVATE KEY'],
    ['rsa2048.pkcs8.pem', 'ENCRYPTED PRIVATE KEY', 'pem-pkcs8', 'PRIVATE KEY'],
    ['p256.certificate.pem', 'PUBLIC KEY', 'pem-certificate', 'CERTIFICATE'],
    ['p256.spki.pem', 'CERTIFICATE', 'pem-spki', 'PUBLIC KEY'],
    ['p256.spki.pem', 'EC PUBLIC KEY', 'pem-spki', 'PUBLIC KEY'],
    ['p256.sec1-bare.pem', 'PRIVATE KEY', 'pem-sec1', 'EC PRIVATE KEY'],
    ['p256.pkcs8.pem', 'EC PRIVATE KEY', 'pem-pkcs8', 'PRIVATE KEY'],
    ['ed25519.pkcs8.pem', 'ED25519 PRIVATE KEY', 'pem-pkcs8', 'PRIVATE KEY'],
    ['openssh-ed25519.pem', 'PRIVATE KEY', 'ssh-private', 'OPENSSH PRIVATE KEY'],
  ])('%s as %s', async (file, label, format, fits) => {
    const own = await readKey(fixture(`keys/${file}`))
    const reading = await readKeys(relabelled(file, label), 'detect')
    expect(reading).toMatchObject({
      ok: true,
      value: { format, notices: [{ code: 'pem-label-other', values: { label, fits } }] },
    })
    expect(reading.ok && reading.value.keys.map(({ jwk }) => jwk)).toEqual([own.ok && own.value.jwk])
  })

  test('an encrypted key is known by what it is', async () => {
    expect(await readKey(relabelled('p256.encrypted.pem', 'PRIVATE KEY'))).toMatchObject({
      fault: { code: 'key-encrypted' },
    })
  })
})

describe('files of keys in base64', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const wrapped = (text: string, indent = '') => base64(text).replaceAll(/(.{60})/g, `$1\n${indent}`)
  const jwk = JSON.stringify(jwkOf(spki))
  test.each<[string, string, object]>([
    ['PEM in an environment variable', `KEY=${base64(spki)}`, jwkOf(spki)],
    ['PEM in lines', wrapped(spki), jwkOf(spki)],
    ['PEM in a block of YAML', `key: |\n  ${wrapped(spki, '  ')}\nother: 1\n`, jwkOf(spki)],
    ['a JWK', base64(jwk), jwkOf(spki)],
    [
      'a JWK in lines',
      wrapped(JSON.stringify({ kid: 'a name that fills the first line', ...jwkOf(spki) })),
      jwkOf(spki),
    ],
    [
      'a JWK in lines that each read by themselves',
      wrapped(`${jwk.slice(0, -1)}${' '.repeat(9)}}`),
      jwkOf(spki),
    ],
    ['a JWK, indented, in lines', wrapped(JSON.stringify(jwkOf(spki), null, 2)), jwkOf(spki)],
    ['JWKs in an array, indented', base64(JSON.stringify([jwkOf(spki)], null, 2)), jwkOf(spki)],
    ['JWKs in an array, indented, in lines', wrapped(JSON.stringify([jwkOf(spki)], null, 2)), jwkOf(spki)],
    [
      'JSON with a JWK behind other JSON in lines',
      `${wrapped('{"note":"nothing that opens or checks"}')}\n${base64(jwk)}`,
      jwkOf(spki),
    ],
    ['a JWK Set, indented', base64(JSON.stringify({ keys: [jwkOf(spki)] }, null, 2)), jwkOf(spki)],
    ['base64url', Buffer.from(spki).toString('base64url'), jwkOf(spki)],
  ])('%s', async (_, text, expected) => {
    const reading = await readKeys(text, 'detect')
    expect(reading).toMatchObject({ ok: true, value: { notices: [{ code: 'key-text-encoded' }] } })
    expect(reading.ok && reading.value.keys.map((key) => key.jwk as JsonWebKey)).toMatchObject([expected])
  })

  test('all that a Secret of Kubernetes has, each at its place', async () => {
    const [certificate, key] = ['p256.certificate.pem', 'rsa2048.pkcs8.pem'].map((file) =>
      base64(fixture(`keys/${file}`)),
    )
    const text = `kind: Secret\ndata:\n  tls.crt: ${certificate}\n  tls.key: ${key}\n`
    const reading = await readKeys(text, 'detect')
    expect(reading.ok && reading.value.keys.map(({ span: { from, to } }) => text.slice(from, to))).toEqual([
      certificate,
      key,
    ])
  })

  test('what is wrong in it is told at the base64', async () => {
    const encoded = base64(spki.replace('MII', 'M*I'))
    expect(await readKeys(`KEY=${encoded}`, 'detect')).toMatchObject({
      ok: false,
      fault: { code: 'key-base64-character', span: { from: 4, to: 4 + encoded.length } },
    })
  })

  test.each([
    `${base64(JSON.stringify({ alg: 'ES256', jwk: jwkOf(spki) })).replaceAll('=', '')}.e30.AAAA`,
    `Bearer ${base64(JSON.stringify({ alg: 'ES256', jwk: jwkOf(spki) })).replaceAll('=', '')}..AAAA`,
    'eyJhbGciOiJIUzI1NiJ9',
    base64('{"a":"no key, but some JSON that is long enough"}'),
    base64('-----BEGIN'),
  ])('any other text in base64 stays a secret: %s', async (text) => {
    expect(await readKey(text)).toMatchObject({ ok: true, value: { format: 'secret-utf8' } })
  })

  test('one that is chosen to be a secret is one', async () => {
    expect(await readKey(base64(spki), 'secret-utf8')).toMatchObject({
      ok: true,
      value: { jwk: { kty: 'oct' } },
    })
  })
})

describe('containers that are not read are named, with the command that opens them', () => {
  const der = (file: string) =>
    lines(fixture(`keys/${file}`))
      .slice(1, -1)
      .join('\n')
  test.each<[string, string, RegExp]>([
    ['PKCS #12', fixture('keys/p256.pkcs12.txt'), /openssl pkcs12/],
    ['PKCS #7', fixture('keys/p256.pkcs7.txt'), /openssl pkcs7 -inform DER/],
    ['CERTIFICATE REQUEST', der('p256.request.pem'), /openssl req -inform DER/],
    ['Java key store', '/u3+7QAAAAIAAAABAAAAAQABYQAAAaIUWZfBAAAF', /keytool/],
    [
      'PGP PUBLIC KEY BLOCK',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQEN\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----',
      /gpg/,
    ],
  ])('%s', async (form, text, command) => {
    expect(await readKey(text)).toMatchObject({
      ok: false,
      fault: { code: 'key-form-unread', values: { form, command: expect.stringMatching(command) } },
    })
  })

  test('DSA in its own form is an algorithm that is not used', async () => {
    const text = ['PARAMETERS', 'PRIVATE KEY'].map(
      (what) => `-----BEGIN DSA ${what}-----\nMAA=\n-----END DSA ${what}-----\n`,
    )
    expect(await readKey(text.join(''))).toMatchObject({ fault: { code: 'key-algorithm-unknown' } })
  })
})
