import { EXP, IAT, LATER, orders, type Recipe, SECRET } from './recipe.ts'
import { publicJwk } from './sign.ts'

/** Tokens that are unusual, or go wrong, in the order in which they are offered. */
export const byCase: readonly Recipe[] = [
  {
    id: 'none',
    label: 'none: unsecured',
    header: { alg: 'none' },
    payload: { iss: 'https://test.example.com', sub: 'anybody', admin: true, iat: IAT, exp: EXP },
    key: null,
  },
  {
    id: 'expired',
    label: 'Expired, with a good signature',
    header: { alg: 'HS256', typ: 'JWT' },
    payload: { iss: 'https://shop.example.com', sub: 'ada', iat: IAT, exp: IAT + 900 },
    key: { secret: SECRET },
  },
  {
    id: 'not-yet-valid',
    label: 'Not valid before 2035',
    header: { alg: 'HS256', typ: 'JWT' },
    payload: { iss: 'https://tickets.example.com', sub: 'seat-12F', iat: IAT, nbf: LATER, exp: EXP },
    key: { secret: SECRET },
  },
  {
    id: 'unicode',
    label: 'Unicode and numbers that do not fit a double',
    header: { alg: 'HS256', typ: 'JWT' },
    payload: `{"iss":"https://z\u00fcrich.example.com","name":"Zo\u00eb \u738b \u{1F98A}","escaped":"\\u00e9\\ud83e\\udd8a","id":9223372036854775807,"price":1.10,"limit":1e400,"iat":${IAT},"exp":${EXP}}`,
    key: { secret: SECRET },
  },
  {
    id: 'embedded-key',
    label: 'Brings its own key, which proves nothing',
    header: { alg: 'EdDSA', typ: 'JWT', jwk: publicJwk('intruder') },
    payload: { iss: 'https://iot.example.com', sub: 'sensor-19', admin: true, iat: IAT, exp: EXP },
    key: { pair: 'intruder' },
    shown: 'ed25519',
  },
  {
    id: 'tampered',
    label: 'Payload changed after signing',
    header: { alg: 'ES256', typ: 'at+jwt', kid: 'sample-p256' },
    payload: orders,
    key: { pair: 'p256' },
    forged: { ...orders, scope: 'openid orders:write' },
  },
]
