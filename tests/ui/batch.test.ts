// @vitest-environment node
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inspect } from '../../src/core/inspect.ts'
import { startBatch, useBatch } from '../../src/state/batch.ts'
import { wordOfProved } from '../../src/state/proofs.ts'
import { setInputs, useInputs } from '../../src/state/store.ts'
import { verify } from '../../src/state/verification.ts'
import { encode, Hidden, issue } from '../core/validate/issuer.ts'

const secret = 'correct horse battery staple, twice over'

function sign(payload: object | string, header: object = {}): string {
  const content = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const input = `${encode(JSON.stringify({ alg: 'HS256', ...header }))}.${encode(content)}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

function sdJwt(spoil: (disclosures: readonly string[]) => readonly string[]): string {
  const { payload, disclosures } = issue({ sub: 'ann', a: new Hidden(1), b: new Hidden(2) })
  return [sign(payload), ...spoil(disclosures), ''].join('~')
}

const holder = { cnf: { jwk: { kty: 'oct', k: Buffer.from(secret).toString('base64url') } } }
function presented(sdHash: string): string {
  const issued = `${sign({ sub: 'ann', ...holder })}~`
  return issued + sign({ aud: 'a', nonce: 'n', iat: 1, sd_hash: sdHash }, { typ: 'kb+jwt' })
}

const detached = sign('sent apart').replace(/\..*\./, '..')
const rows = [
  ['an SD-JWT', sdJwt((all) => all), 'verified'],
  [
    'an SD-JWT with a disclosure that nothing names',
    sdJwt((all) => [...all, encode('["s","c",3]')]),
    'failed',
  ],
  ['an SD-JWT that discloses twice', sdJwt(([a, b]) => [a!, b!, a!]), 'failed'],
  ['a KB-JWT of another presentation', presented('A'.repeat(43)), 'failed'],
  [
    'a DPoP proof with a shared secret',
    sign({ jti: 'j', htm: 'GET', htu: 'https://a.example' }, { typ: 'dpop+jwt' }),
    'failed',
  ],
  ['a detached payload', detached, 'verified'],
] as const
const text = rows.map(([, token]) => token).join('\n\n')

let stop = () => {}
beforeEach(() => {
  setInputs({ text, selected: 0, detached: '', keyText: secret, keyFormat: 'secret-utf8' })
  stop = startBatch()
})
afterEach(() => stop())

const listed = async () => {
  await vi.waitFor(() => expect(useBatch.getState()).toMatchObject({ state: 'done', done: rows.length }))
  return useBatch.getState().rows.map((row) => row?.word)
}

it('says of each token in the list what its verdict says', async () => {
  expect(inspect(text).found).toHaveLength(rows.length)
  const before = await listed()
  expect(before.at(-1)).toBe('impossible')
  setInputs({ detached: 'sent apart' })
  await vi.waitFor(() => expect(useBatch.getState().rows.at(-1)?.word).toBe('verified'))
  const words = await listed()
  expect(rows.map(([name], i) => [name, words[i]])).toEqual(rows.map(([name, , word]) => [name, word]))
  for (const selected of rows.keys()) {
    const { levels, proofs } = await verify({ ...useInputs.getState(), selected })
    expect(words[selected], rows[selected]![0]).toBe(wordOfProved(levels, proofs))
  }
})
