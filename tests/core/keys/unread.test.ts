import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixture, readKey } from './fixture.ts'

describe('forms that are known but not read', () => {
  test.each([
    ['rsa2048.pkcs1-public.pem', 'RSA PUBLIC KEY', /^openssl rsa -RSAPublicKey_in/],
    ['rsa2048.pkcs1-private.pem', 'RSA PRIVATE KEY', /^openssl rsa/],
    ['p256.sec1.pem', 'EC PARAMETERS', /^openssl ec/],
    ['rsa2048.encrypted.pem', 'ENCRYPTED PRIVATE KEY', /^openssl pkey/],
    ['ed25519.openssh.pem', 'OPENSSH PRIVATE KEY', /ssh-keygen -y/],
    ['p256.request.pem', 'CERTIFICATE REQUEST', /^openssl req/],
    ['ssh-rsa.pub', 'ssh-rsa', /^ssh-keygen -e/],
    ['ssh-ecdsa.pub', 'ecdsa-sha2-nistp256', /^ssh-keygen -e/],
    ['ssh-ed25519.pub', 'ssh-ed25519', /openssl pkey -pubin/],
  ])('%s is named as %s, with a command that converts it', async (file, form, command) => {
    const reading = await readKey(fixture(`keys/${file}`), 'detect')
    expect(reading).toMatchObject({ ok: false, fault: { code: 'key-form-unread', values: { form } } })
    expect(reading.ok ? '' : reading.fault.values.command).toMatch(command)
  })

  test('an EC PRIVATE KEY without parameters before it', async () => {
    const text = fixture('keys/p256.sec1.pem').replace(/^[\s\S]*(?=-----BEGIN EC PRIVATE)/, '')
    expect(await readKey(text, 'detect')).toMatchObject({
      ok: false,
      fault: { code: 'key-form-unread', values: { form: 'EC PRIVATE KEY' } },
    })
  })

  test('also when another PEM form was chosen', async () => {
    expect(await readKey(fixture('keys/rsa2048.pkcs1-public.pem'), 'pem-spki')).toMatchObject({
      ok: false,
      fault: { code: 'key-form-unread', values: { form: 'RSA PUBLIC KEY' } },
    })
  })

  test('a JWK Set', async () => {
    const reading = await readKey('{"keys":[{"kty":"oct","k":"AA"}]}', 'detect')
    expect(reading).toMatchObject({
      ok: false,
      fault: { code: 'key-form-unread', values: { form: 'JWK Set' } },
    })
  })

  test('the Ed25519 command makes a key that is read', async (context) => {
    const has = (tool: string) => {
      try {
        execFileSync('sh', ['-c', `command -v ${tool}`])
        return true
      } catch {
        return false
      }
    }
    if (!has('openssl') || !has('base64')) return context.skip('needs openssl and base64 on the machine')
    const line = fixture('keys/ssh-ed25519.pub')
    const reading = await readKey(line, 'detect')
    const folder = mkdtempSync(join(tmpdir(), 'key-'))
    writeFileSync(join(folder, 'key.pub'), line)
    const command = String(reading.ok ? '' : reading.fault.values.command)
    const pem = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    const x = Buffer.from(line.split(' ')[1]!, 'base64').subarray(-32).toString('base64url')
    expect(await readKey(pem, 'detect')).toMatchObject({ ok: true, value: { jwk: { crv: 'Ed25519', x } } })
  })
})
