import { type PairName, publicJwk, type SigningKey } from './sign.ts'

/** 2026-01-01, 2035-01-01 and 2036-01-01, 00:00:00 UTC, in seconds since the epoch. */
const IAT = 1767225600
const LATER = 2051222400
const EXP = 2082758400

/** Long enough for HS512, and plainly not a secret. */
const SECRET = 'sample-secret-that-everybody-knows-so-never-sign-anything-real-with-it'

/** How a sample is made. */
export interface Recipe {
  readonly id: string
  readonly label: string
  readonly header: { readonly alg: string; readonly [parameter: string]: unknown }
  /** JSON text where how it is written matters, else what becomes JSON text. */
  readonly payload: string | object
  readonly key: SigningKey | null
  /** The key that the sample shows, if not the one that signed. */
  readonly shown?: PairName
  readonly asJwk?: boolean
  /** Put in the payload's place after signing. */
  readonly forged?: object
}

const orders = {
  iss: 'https://login.example.com',
  sub: '248289761001',
  aud: 'https://orders.example.com',
  client_id: 's6BhdRkqt3',
  scope: 'openid orders:read',
  jti: 'dbe39bf3a3ba4238a513f51d6e1691c4',
  iat: IAT,
  exp: EXP,
}

/** In the order in which the samples are offered. */
export const recipes: readonly Recipe[] = [
  {
    id: 'HS256',
    label: 'HS256: session of a web shop',
    header: { alg: 'HS256', typ: 'JWT' },
    payload: {
      iss: 'https://shop.example.com',
      sub: 'ada',
      name: 'Ada Lovelace',
      roles: ['customer', 'editor'],
      iat: IAT,
      exp: EXP,
    },
    key: { secret: SECRET },
  },
  {
    id: 'HS384',
    label: 'HS384: password reset link',
    header: { alg: 'HS384', typ: 'JWT' },
    payload: {
      iss: 'https://mail.example.com',
      sub: 'user-7731',
      purpose: 'reset',
      jti: '5f1c',
      iat: IAT,
      exp: EXP,
    },
    key: { secret: SECRET },
  },
  {
    id: 'HS512',
    label: 'HS512: service to service',
    header: { alg: 'HS512', typ: 'JWT', kid: '2026-01' },
    payload: { iss: 'billing', aud: ['invoices', 'ledger'], iat: IAT, nbf: IAT, exp: EXP },
    key: { secret: SECRET },
  },
  {
    id: 'RS256',
    label: 'RS256: OpenID Connect ID token',
    header: { alg: 'RS256', typ: 'JWT', kid: 'sample-rsa' },
    payload: {
      iss: 'https://accounts.example.com',
      sub: '110169484474386276334',
      aud: 's6BhdRkqt3',
      nonce: 'n-0S6_WzA2Mj',
      auth_time: IAT,
      acr: 'urn:mace:incommon:iap:silver',
      amr: ['pwd', 'otp'],
      email: 'jane@example.com',
      email_verified: true,
      name: 'Jane Doe',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'RS384',
    label: 'RS384: client assertion',
    header: { alg: 'RS384', typ: 'JWT', kid: 'sample-rsa' },
    payload: {
      iss: 's6BhdRkqt3',
      sub: 's6BhdRkqt3',
      aud: 'https://ehr.example.org/token',
      jti: 'a1b2c3',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'RS512',
    label: 'RS512: container registry',
    header: { alg: 'RS512', typ: 'JWT', kid: 'sample-rsa' },
    payload: {
      iss: 'registry.example.net',
      aud: 'pull',
      access: [{ type: 'repository', name: 'library/web', actions: ['pull'] }],
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'ES256',
    label: 'ES256: OAuth access token (RFC 9068)',
    header: { alg: 'ES256', typ: 'at+jwt', kid: 'sample-p256' },
    payload: orders,
    key: { pair: 'p256' },
  },
  {
    id: 'ES384',
    label: 'ES384: health card',
    header: { alg: 'ES384', typ: 'JWT', kid: 'sample-p384' },
    payload: {
      iss: 'https://health.example.org',
      sub: 'patient/4711',
      scope: 'patient/*.rs',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'p384' },
  },
  {
    id: 'ES512',
    label: 'ES512: key as JWK',
    header: { alg: 'ES512', typ: 'JWT', kid: 'sample-p521' },
    payload: {
      iss: 'https://freight.example.com',
      sub: 'truck-12',
      route: ['HAM', 'ROT'],
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'p521' },
    asJwk: true,
  },
  {
    id: 'PS256',
    label: 'PS256: open banking access token',
    header: { alg: 'PS256', typ: 'at+jwt', kid: 'sample-rsa' },
    payload: {
      iss: 'https://bank.example.com',
      sub: 'psu-0042',
      aud: 'https://api.bank.example.com',
      client_id: 'fintech',
      scope: 'accounts payments',
      cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' },
      jti: '9f8e7d',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'PS384',
    label: 'PS384: signed request object',
    header: { alg: 'PS384', typ: 'oauth-authz-req+jwt', kid: 'sample-rsa' },
    payload: {
      iss: 'fintech',
      aud: 'https://bank.example.com',
      response_type: 'code',
      redirect_uri: 'https://fintech.example.com/cb',
      scope: 'openid accounts',
      state: 'af0ifjsldkj',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'PS512',
    label: 'PS512: logout token',
    header: { alg: 'PS512', typ: 'logout+jwt', kid: 'sample-rsa' },
    payload: {
      iss: 'https://accounts.example.com',
      sub: '248289761001',
      aud: 's6BhdRkqt3',
      jti: 'bWJq',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'rsa' },
  },
  {
    id: 'EdDSA',
    label: 'EdDSA: sensor reading',
    header: { alg: 'EdDSA', typ: 'JWT', kid: 'sample-ed25519' },
    payload: { iss: 'https://iot.example.com', sub: 'sensor-19', temperature: 21.5, iat: IAT, exp: EXP },
    key: { pair: 'ed25519' },
  },
  {
    id: 'Ed25519',
    label: 'Ed25519: workload identity',
    header: { alg: 'Ed25519', typ: 'JWT', kid: 'sample-ed25519' },
    payload: {
      iss: 'https://ci.example.com',
      sub: 'repo:example/site:ref:refs/heads/main',
      aud: 'sts.example.com',
      ref: 'refs/heads/main',
      run_id: '6213540912',
      iat: IAT,
      exp: EXP,
    },
    key: { pair: 'ed25519' },
    asJwk: true,
  },
  ...(['44', '65', '87'] as const).map(
    (size): Recipe => ({
      id: `ML-DSA-${size}`,
      label: `ML-DSA-${size}: post-quantum`,
      header: { alg: `ML-DSA-${size}`, typ: 'JWT', kid: `sample-ml-dsa-${size}` },
      payload: { iss: 'https://pq.example.com', sub: `archive-${size}`, iat: IAT, exp: EXP },
      key: { mlDsa: `mldsa${size}` },
    }),
  ),
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
