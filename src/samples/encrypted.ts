import { CompactEncrypt, importJWK, type JWK } from 'jose'
import { writeBase64url } from '../core/text/base64url.ts'
import keys from './keys.json' with { type: 'json' }
import { EXP, IAT, SECRET } from './recipe.ts'
import type { Sample } from './sample.ts'
import { encode, publicJwk, signCompact } from './sign.ts'

const encoder = new TextEncoder()

/** Exactly as long as A256GCM takes. */
const SHARED = 'sample-key-of-exactly-32-octets!'

const member = { iss: 'https://hotel.example.com', sub: 'guest-204', room: '204', iat: IAT, exp: EXP }

interface Sealing {
  readonly id: string
  readonly label: string
  readonly header: { readonly alg: string; readonly enc: string; readonly [parameter: string]: unknown }
  readonly key: string | JWK
  readonly payload?: object
}

const sealings: readonly Sealing[] = [
  {
    id: 'ECDH-ES',
    label: 'ECDH-ES: encrypted to a key on P-256',
    header: { alg: 'ECDH-ES', enc: 'A128CBC-HS256', kid: 'sample-p256' },
    key: keys.p256,
  },
  {
    id: 'dir',
    label: 'dir: encrypted with a shared key, compressed',
    header: { alg: 'dir', enc: 'A256GCM', zip: 'DEF' },
    key: SHARED,
    payload: { ...member, notes: Array.from({ length: 12 }, () => 'towels, please') },
  },
  {
    id: 'PBES2-HS256+A128KW',
    label: 'PBES2: encrypted with a password',
    header: { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' },
    key: 'entrap_o–peter_long–credit_tun',
  },
]

/** Tokens that are encrypted, and signed ones in forms that are rare. */
export function rareSamples(): Promise<Sample[]> {
  return Promise.all([...sealings.map(seal), nested(), general(), detached(), notEncoded()])
}

async function seal({ id, label, header, key, payload = member }: Sealing): Promise<Sample> {
  const token = await encrypted(header, JSON.stringify(payload), key)
  const shown = typeof key === 'string' ? key : JSON.stringify(key)
  return { id, label, alg: header.alg, token, key: shown, keyFormat: 'detect' }
}

async function encrypted(header: Sealing['header'], content: string, key: string | JWK): Promise<string> {
  const { kty, crv, x, y, n, e } = typeof key === 'string' ? {} : key
  const pub = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JWK
  const sealing = new CompactEncrypt(encoder.encode(content)).setProtectedHeader(header)
  return sealing.encrypt(typeof key === 'string' ? encoder.encode(key) : await importJWK(pub, header.alg))
}

/** Signed, then encrypted: one set holds the reader's private key and the signer's public one. */
async function nested(): Promise<Sample> {
  const inner = await signCompact({ alg: 'EdDSA', typ: 'JWT' }, JSON.stringify(member), { pair: 'ed25519' })
  const header = { alg: 'ECDH-ES+A128KW', enc: 'A128GCM', cty: 'JWT' }
  const token = await encrypted(header, inner, keys.p256)
  const key = JSON.stringify({ keys: [keys.p256, publicJwk('ed25519')] }, null, 1)
  return { id: 'nested', label: 'Signed, then encrypted', alg: header.alg, token, key, keyFormat: 'detect' }
}

/** Two signatures over one payload. */
async function general(): Promise<Sample> {
  const content = JSON.stringify({ contract: 'C-2026-17', amount: 1200, currency: 'EUR' })
  const sign = async (alg: string, pair: 'ed25519' | 'p256') => {
    const jws = await signCompact({ alg }, content, { pair })
    const [header, , signature] = jws.split('.')
    return { protected: header, header: { kid: `sample-${pair}` }, signature }
  }
  const signatures = [await sign('EdDSA', 'ed25519'), await sign('ES256', 'p256')]
  const token = JSON.stringify({ payload: encode(content), signatures }, null, 2)
  const key = JSON.stringify({ keys: [publicJwk('ed25519'), publicJwk('p256')] }, null, 1)
  return { id: 'general', label: 'JSON with two signatures', alg: 'EdDSA', token, key, keyFormat: 'detect' }
}

async function detached(): Promise<Sample> {
  const content = '{"order":"4711","total":"19.90"}'
  const jws = await signCompact({ alg: 'HS256' }, content, { secret: SECRET })
  const token = jws.replace(/\.[^.]*\./, '..')
  const label = 'Detached: the payload is sent apart'
  return { id: 'detached', label, alg: 'HS256', token, key: SECRET, detached: content, keyFormat: 'detect' }
}

/** The payload stands in the token as it is (RFC 7797). */
async function notEncoded(): Promise<Sample> {
  const header = encode(JSON.stringify({ alg: 'HS256', b64: false, crit: ['b64'] }))
  const input = `${header}.GET /orders/4711`
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(SECRET), hmac, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, key, encoder.encode(input)))
  const token = `${input}.${writeBase64url(signature)}`
  const label = 'b64 false: the payload is not encoded'
  return { id: 'b64', label, alg: 'HS256', token, key: SECRET, keyFormat: 'detect' }
}
