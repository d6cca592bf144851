/** Makes the tokens that are pasted: ordinary claims of a given size, signed, no two alike. */
import { createHmac } from 'node:crypto'

/** The HS256 secret of every token made here. */
export const secret = 'a secret of the bench that is long enough for HS256'

const given = ['Ana', 'Björn', 'Chloé', 'Dmitri', 'Esi', 'Fatima', 'Grzegorz', 'Hana', 'Íris', '健']
const family = [
  'Almeida',
  'Ångström',
  'Dvořák',
  'García',
  'Lindqvist',
  'Müller',
  'Okafor',
  'Øye',
  'Sato',
  'Yıldız',
]
const roles = ['reader', 'editor', 'billing', 'auditor', 'support', 'owner']

/**
 * A token whose payload has about `octets` octets of JSON.
 *
 * @param {number} octets
 * @param {number} seed tokens of another seed differ in every member
 * @returns {{token: string, nonce: string, octets: number}} `nonce` is in the payload's first lines and in no other token
 */
export function makeToken(octets, seed) {
  const nonce = `nonce-${octets}-${seed}-${Math.random().toString(36).slice(2, 10)}`
  const payload = Buffer.from(makeClaimsText(octets, seed, nonce))
  const signingInput = `${base64url({ alg: 'HS256', typ: 'JWT', kid: `bench-${seed}` })}.${payload.toString('base64url')}`
  const signature = createHmac('sha256', secret).update(signingInput).digest('base64url')
  return { token: `${signingInput}.${signature}`, nonce, octets: payload.length }
}

/** The JSON of ordinary claims. */
export function makeClaimsText(octets, seed, nonce = '') {
  return JSON.stringify(makeClaims(octets, seed, nonce))
}

function base64url(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function makeClaims(octets, seed, nonce) {
  const random = randomFrom(seed)
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    nonce,
    iss: 'https://login.example.com',
    sub: hex(random, 24),
    aud: ['api', 'web'],
    iat: now,
    exp: now + 3600,
    name: `${pick(random, given)} ${pick(random, family)}`,
    email_verified: random() < 0.5,
    scope: 'openid profile email',
    roles: ['reader', 'billing'],
    locale: 'pt-BR',
    zoneinfo: 'America/Sao_Paulo',
  }
  if (octets < 1000) return claims // they are about 300 octets
  claims.members = []
  for (let size = Buffer.byteLength(JSON.stringify(claims)); size < octets; ) {
    const member = makeMember(random, claims.members.length)
    size += Buffer.byteLength(JSON.stringify(member)) + 1
    claims.members.push(member)
  }
  return claims
}

function makeMember(random, index) {
  return {
    id: index,
    uuid: `${hex(random, 8)}-${hex(random, 4)}-${hex(random, 4)}-${hex(random, 12)}`,
    name: `${pick(random, given)} ${pick(random, family)}`,
    active: random() < 0.8,
    score: Math.round(random() * 1e6) / 1e4,
    roles: roles.filter(() => random() < 0.3),
    address: {
      street: `${pick(random, family)} street ${Math.ceil(random() * 200)}`,
      postal_code: hex(random, 5).toUpperCase(),
      country: random() < 0.3 ? null : 'SE',
    },
    note: `Since ${2000 + Math.floor(random() * 25)}; "${hex(random, 10)}" of ${pick(random, given)}, see https://example.com/m/${index}`,
  }
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)]
}

function hex(random, length) {
  let text = ''
  while (text.length < length) text += Math.floor(random() * 16).toString(16)
  return text
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
