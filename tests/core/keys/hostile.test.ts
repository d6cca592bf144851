import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/core/keys/index.ts'
import { keyFormats } from '../../../src/core/keys/material.ts'
import { samples } from './forms.ts'

describe('whatever is changed in real keys', () => {
  const texts = samples.map(({ text }) => text)
  const changes = fc.array(
    fc.tuple(
      fc.nat(),
      fc.nat(30),
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('\\n', '"', '\\', '=', '{')),
    ),
    { minLength: 1, maxLength: 3 },
  )
  const changed = fc.tuple(fc.constantFrom(...texts), changes).map(([text, list]) =>
    list.reduce((now, [at, cut, put]) => {
      const place = at % (now.length + 1)
      return now.slice(0, place) + put + now.slice(place + cut)
    }, text),
  )

  test('reading answers, and everything it says points into the text', async () => {
    await fc.assert(
      fc.asyncProperty(changed, fc.constantFrom('detect' as const, ...keyFormats), async (text, format) => {
        const reading = await readKeys(text, format)
        const faults = reading.ok ? [...reading.value.unread, ...reading.value.notices] : [reading.fault]
        const keys = reading.ok ? reading.value.keys : []
        expect(reading.ok).toBe(keys.length > 0)
        const spans = [
          ...faults,
          ...keys,
          ...keys.flatMap(({ notices, certificates }) => [...notices, ...certificates]),
        ]
        for (const { span } of spans) {
          expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true)
        }
      }),
      { numRuns: 600 },
    )
  }, 30_000)

  test('octets changed in DER and SSH are read or refused, never thrown at', async () => {
    const pems = texts.filter((text) => text.startsWith('-----BEGIN'))
    const octetChanges = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pems), octetChanges, async (pem, list) => {
        const [begin, ...rest] = pem.trim().split('\n')
        const octets = Buffer.from(rest.slice(0, -1).join(''), 'base64')
        for (const [at, octet] of list) octets[at % octets.length] = octet
        const text = `${begin}\n${octets.toString('base64')}\n${rest.at(-1)}`
        const reading = await readKeys(text, 'detect')
        if (!reading.ok) expect(reading.fault.span.to).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  }, 30_000)
})

describe('a megabyte of garbage is answered in linear time', () => {
  const fill = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000)
  test.each([
    ['letters', fill('a')],
    ['spaces', fill(' ')],
    ['backslashes', fill('\\')],
    ['escaped quotes', fill('\\"')],
    ['opening braces', fill('{')],
    ['opening brackets and a marker', `${fill('[')}"kty"`],
    ['braces and markers', fill('{"kty":')],
    ['BEGIN after BEGIN', fill('-----BEGIN ')],
    ['BEGIN lines', fill('-----BEGIN PUBLIC KEY-----')],
    ['empty blocks', fill('-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n')],
    ['a block that does not end', `-----BEGIN PUBLIC KEY-----${fill('A')}`],
    ['a block of escapes', `-----BEGIN PUBLIC KEY-----${fill('\\n')}-----END PUBLIC KEY-----`],
    ['the beginning of DER', fill('MII')],
    ['beginnings of DER', fill('MIIBIjANBgkqhkiG ')],
    ['certificates cut off', fill('MIIFAzCCA+ugAwIBAgIS ')],
    ['SSH types', fill('ssh-')],
    ['SSH lines', fill('ssh-rsa AAAAB3NzaC1yc2E ')],
    ['SSH keys without their type', fill('AAAAB3NzaC1 ')],
    ['SSH2', `---- BEGIN SSH2 PUBLIC KEY ----${fill('AAAAB3NzaC1')}---- END SSH2 PUBLIC KEY ----`],
    ['hexadecimal', fill('0123456789abcdef')],
    ['a set of nothing', `{"keys":[${fill('{},')}{}]}`],
    ['names and colons', fill('Proc-Type: ')],
    ['beginnings of JSON in base64, line after line', fill(`ewog${'A'.repeat(25)}\r\n`)],
    ['JSON in base64, line after line', fill(`eyJh${'A'.repeat(28)}\n`)],
    ['beginnings of an array in base64, line after line', fill(`Wwog${'A'.repeat(25)}\n`)],
  ])(
    '%s',
    async (_, text) => {
      const start = performance.now()
      const reading = await readKeys(text, 'detect')
      // What is quadratic takes minutes; on a busy machine, other things take their second.
      expect(performance.now() - start).toBeLessThan(5_000)
      if (reading.ok) expect(reading.value.keys.length).toBeGreaterThan(0)
    },
    30_000,
  )
})
