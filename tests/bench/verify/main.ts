/** Our verification, jose's and the browser's own in one page, each on the same tokens. */
import type { JWK } from 'jose'
import { CompactSign, compactVerify, exportJWK } from 'jose'
import { verifyWithKeys } from '../../../src/core/crypto/choose.ts'
import { decodeCompact } from '../../../src/core/decode/compact.ts'
import { signingInput } from '../../../src/core/decode/signingInput.ts'
import type { Jws } from '../../../src/core/decode/token.ts'
import { readKeys } from '../../../src/core/keys/index.ts'

/**
 * Each verifies one token: `whole` and `jose` from its text, `ours` from what the inspector had decoded already, and `raw`
 * from the octets.
 */
type Contender = (index: number) => Promise<boolean>

const algorithms = {
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ES256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
  HS256: { name: 'HMAC', hash: 'SHA-256', length: 256 },
} as const

type Alg = keyof typeof algorithms

const encoder = new TextEncoder()

async function contendersFor(alg: Alg, payloads: readonly string[]): Promise<Record<string, Contender>> {
  const generated = await crypto.subtle.generateKey(algorithms[alg], true, ['sign', 'verify'])
  const [signing, verifying] =
    'privateKey' in generated ? [generated.privateKey, generated.publicKey] : [generated, generated]
  const jwk: JWK = await exportJWK(verifying)
  const reading = await readKeys(JSON.stringify(jwk), 'jwk')
  if (!reading.ok) throw new Error(reading.fault.code)
  const keys = reading.value

  const tokens = await Promise.all(
    payloads.map((payload) =>
      new CompactSign(encoder.encode(payload)).setProtectedHeader({ alg, typ: 'JWT' }).sign(signing),
    ),
  )
  const decode = (text: string): Jws => {
    const token = decodeCompact(text, { from: 0, to: text.length })
    if (token.kind !== 'jws') throw new Error('not a JWS')
    return token
  }
  const decoded = tokens.map(decode)
  const verifyDecoded = async (text: string, token: Jws) => {
    const { verification } = await verifyWithKeys(
      {
        header: token.header,
        signingInput: encoder.encode(signingInput(text, token) as string),
        signature: token.segments[2]!.octets,
      },
      keys,
    )
    return verification.state === 'verified'
  }
  const parts = decoded.map((token, i) => {
    const text = tokens[i]!
    const signingInput = encoder.encode(text.slice(0, text.lastIndexOf('.')))
    return { signingInput, signature: token.segments[2]!.octets }
  })

  return {
    ours: (index) => verifyDecoded(tokens[index]!, decoded[index]!),
    whole: (index) => verifyDecoded(tokens[index]!, decode(tokens[index]!)),
    jose: async (index) => (await compactVerify(tokens[index]!, verifying)).protectedHeader.alg === alg,
    raw: (index) => {
      const { signature, signingInput } = parts[index]!
      return crypto.subtle.verify(algorithms[alg], verifying, signature, signingInput)
    },
  }
}

/** Microseconds for one verification in each round, by contender; the contenders take turns. */
async function measure(alg: Alg, payloads: readonly string[], rounds: number, batch: number) {
  const contenders = Object.entries(await contendersFor(alg, payloads))
  const times: Record<string, number[]> = Object.fromEntries(contenders.map(([name]) => [name, []]))
  for (let round = -2; round < rounds; round++) {
    for (const [name, verify] of contenders) {
      const start = performance.now()
      for (let i = 0; i < batch; i++) {
        if (!(await verify(i % payloads.length))) throw new Error(`${name} does not verify ${alg}`)
      }
      if (round >= 0) times[name]!.push(((performance.now() - start) * 1000) / batch)
    }
  }
  return times
}

Object.assign(globalThis, { measure })
