import { calculateJwkThumbprint, type JWK } from 'jose'
import { digestOf } from '../core/crypto/digest.ts'
import type { Sample } from './sample.ts'
import { encode, publicJwk, publicPem, signCompact } from './sign.ts'

/** 2026-01-01 and 2036-01-01, 00:00:00 UTC, in seconds since the epoch. */
const IAT = 1767225600
const EXP = 2082758400

const issuer = { pair: 'p256' } as const
const holder = { pair: 'ed25519' } as const

/** A credential of which the holder shows three claims, one of them inside another, and holds two back. */
export async function sdJwtSample(): Promise<Sample> {
  // Salts of a sample need not be random, only distinct.
  let salts = 0
  const disclosure = (...elements: unknown[]) =>
    encode(JSON.stringify([encode(`sample salt ${String(++salts).padStart(4, '0')}`), ...elements]))
  const digest = (text: string) => digestOf('SHA-256', text)
  const given = disclosure('given_name', 'Ada')
  const family = disclosure('family_name', 'Lovelace')
  const born = disclosure('birthdate', '1815-12-10')
  const british = disclosure('GB')
  const french = disclosure('FR')
  const items = [{ '...': await digest(british) }, { '...': await digest(french) }]
  const nationalities = disclosure('nationalities', items)
  const payload = {
    iss: 'https://registry.example.com',
    iat: IAT,
    exp: EXP,
    vct: 'https://credentials.example.com/identity',
    _sd: (await Promise.all([given, family, born, nationalities].map(digest))).sort(),
    _sd_alg: 'sha-256',
    cnf: { jwk: publicJwk('ed25519') },
  }
  const jws = await signCompact(
    { alg: 'ES256', typ: 'dc+sd-jwt', kid: 'sample-p256' },
    JSON.stringify(payload),
    issuer,
  )
  const presented = [jws, given, nationalities, british, ''].join('~')
  const binding = {
    iat: IAT + 60,
    aud: 'https://verifier.example.org',
    nonce: 'XZOUco1u_gEPknxS78sWWg',
    sd_hash: await digest(presented),
  }
  const jwt = await signCompact({ alg: 'EdDSA', typ: 'kb+jwt' }, JSON.stringify(binding), holder)
  return {
    id: 'sd-jwt',
    label: 'SD-JWT: a credential shown in part',
    alg: 'ES256',
    token: presented + jwt,
    key: await publicPem('p256'),
    keyFormat: 'detect',
  }
}

/** A request with an access token and the proof that the caller holds the key that it is bound to. */
export async function dpopSample(): Promise<Sample> {
  const jwk = publicJwk('ed25519')
  const jkt = await calculateJwkThumbprint(jwk as JWK)
  const access = { iss: 'https://login.example.com', sub: 'ada', iat: IAT, exp: EXP, cnf: { jkt } }
  const accessToken = await signCompact({ alg: 'ES256', typ: 'at+jwt' }, JSON.stringify(access), issuer)
  const claims = {
    jti: '-BwC3ESc6acc2lTc',
    htm: 'GET',
    htu: 'https://orders.example.com/orders',
    iat: IAT + 60,
    ath: await digestOf('SHA-256', accessToken),
  }
  const proof = await signCompact({ alg: 'EdDSA', typ: 'dpop+jwt', jwk }, JSON.stringify(claims), holder)
  return {
    id: 'dpop',
    label: 'DPoP: a request with its proof',
    alg: 'EdDSA',
    token: [
      'GET /orders?open=1 HTTP/1.1',
      'Host: orders.example.com',
      `DPoP: ${proof}`,
      `Authorization: DPoP ${accessToken}`,
      '',
    ].join('\n'),
    key: '',
    keyFormat: 'detect',
  }
}
