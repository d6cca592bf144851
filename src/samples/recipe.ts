import type { PairName, SigningKey } from './sign.ts'

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

/** 2026-01-01, 2035-01-01 and 2036-01-01, 00:00:00 UTC, in seconds since the epoch. */
export const IAT = 1767225600
export const LATER = 2051222400
export const EXP = 2082758400

/** Long enough for HS512, and plainly not a secret. */
export const SECRET = 'sample-secret-that-everybody-knows-so-never-sign-anything-real-with-it'

/** The claims of an access token. */
export const orders = {
  iss: 'https://login.example.com',
  sub: '248289761001',
  aud: 'https://orders.example.com',
  client_id: 's6BhdRkqt3',
  scope: 'openid orders:read',
  jti: 'dbe39bf3a3ba4238a513f51d6e1691c4',
  iat: IAT,
  exp: EXP,
}
