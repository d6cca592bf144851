import { algorithmOf, type SignatureAlgorithm } from '../crypto/algorithms.ts'
import { boundFault } from '../crypto/bounds.ts'
import { sha } from '../crypto/encodedMessage.ts'
import { misfitOf } from '../crypto/fit.ts'
import { memberOctets } from '../crypto/octets.ts'
import { isTooCostly } from '../crypto/rsaKey.ts'
import { charactersIn, signingInput } from '../decode/signingInput.ts'
import type { Jws } from '../decode/token.ts'
import type { CurveName } from '../keys/curves.ts'
import type { KeyMaterial } from '../keys/material.ts'
import { fault } from '../text/result.ts'
import { type Anatomy, type AnatomyKind, type Cell, type Chain, type Part, partsOf } from './cell.ts'
import { ecdsaChain, ecdsaParts } from './ecdsa.ts'
import { eddsaChain, eddsaParts } from './eddsa.ts'
import { hmacChain } from './hmac.ts'
import { pkcs1Chain, pssChain } from './rsa.ts'

type Octets = Uint8Array<ArrayBuffer>

/**
 * The shown signature of a JWS step by step: the JWS Signing Input (RFC 7515 section 5.1), its hash, and what a check with
 * `key` computes; without a key, as far as that goes. `text` is what the token was decoded from. Never rejects.
 */
export async function signatureAnatomy(text: string, token: Jws, key: KeyMaterial | null): Promise<Anatomy> {
  const { alg } = token.header
  const signature = token.segments[2]?.octets ?? new Uint8Array(0)
  const algorithm = alg === null ? null : algorithmOf(alg, key?.jwk.crv)
  const given = signingInput(text, token)
  const input = typeof given === 'string' ? new TextEncoder().encode(given) : given
  const first: Cell = { id: 'signing-input', octets: input, parts: inputParts(text, token, input.length) }
  const about = { alg: alg ?? '', hash: algorithm === null ? null : hashOf(algorithm) }
  const last: Cell = { id: 'signature', octets: signature, ...signatureParts(algorithm, signature) }
  if (algorithm === null) {
    const isUnsigned = signature.length === 0
    const kind = alg === 'none' ? 'none' : isUnsigned ? 'unsigned' : 'unknown'
    const cells = isUnsigned ? [first] : [first, last]
    return { kind, ...about, cells, gap: kind === 'unknown' ? 'no-algorithm' : null }
  }
  const kind = kindOf(algorithm)
  const cells = [first]
  let chain: Chain
  try {
    const digest =
      kind === 'hmac' || kind === 'eddsa' || kind === 'ml-dsa' ? null : await sha(algorithm.hash!, input)
    if (digest !== null) cells.push({ id: 'digest', octets: digest })
    chain = await chainOf(kind, algorithm, key, input, digest, signature)
  } catch {
    chain = { cells: [], gap: 'no-hash' }
  }
  const missing = token.detached && token.segments[1]!.octets.length === 0
  const told = missing && chain.cells.some(({ equals }) => equals?.same) === false ? 'no-payload' : chain.gap
  // What is computed of the signature follows it; what leads to it comes before.
  const whole = kind === 'hmac' ? [...cells, ...chain.cells, last] : [...cells, last, ...chain.cells]
  return { kind, ...about, cells: whole, gap: told }
}

function kindOf({ kty, webCrypto }: SignatureAlgorithm): AnatomyKind {
  if (kty === 'RSA') return webCrypto.name === 'RSA-PSS' ? 'pss' : 'pkcs1'
  return ({ oct: 'hmac', EC: 'ecdsa', OKP: 'eddsa', AKP: 'ml-dsa' } as const)[kty]
}

function hashOf({ kty, crv, hash }: SignatureAlgorithm): string | null {
  return kty === 'OKP' ? (crv === 'Ed448' ? 'SHAKE256' : 'SHA-512') : hash
}

async function chainOf(
  kind: AnatomyKind,
  algorithm: SignatureAlgorithm,
  key: KeyMaterial | null,
  input: Octets,
  digest: Octets | null,
  signature: Octets,
): Promise<Chain> {
  const { alg, crv, hash } = algorithm
  if (key === null) return { cells: [], gap: kind === 'ml-dsa' ? 'too-long' : 'no-key' }
  const misfit = misfitOf(key, algorithm)
  if (misfit !== null) return { cells: [], gap: misfit }
  const bound = boundFault(algorithm, key, signature)
  if (kind === 'hmac') {
    const chain = await hmacChain(hash!, memberOctets(key.jwk.k), input, signature)
    return { ...chain, gap: bound }
  }
  if (bound !== null) return { cells: [], gap: bound }
  if (kind === 'pkcs1' || kind === 'pss') {
    if (isTooCostly(key.jwk)) {
      return { cells: [], gap: fault('crypto-key-cost', { from: 0, to: 0 }, { alg, bits: key.bits }) }
    }
    const chain = kind === 'pss' ? pssChain : pkcs1Chain
    return chain(hash!, key.jwk, digest!, signature)
  }
  if (kind === 'ecdsa') return ecdsaChain(crv as CurveName, key.jwk, digest!, signature)
  return kind === 'eddsa' ? eddsaChain(crv!, key.jwk, input, signature) : { cells: [], gap: 'too-long' }
}

function signatureParts(algorithm: SignatureAlgorithm | null, signature: Octets): { parts?: Part[] } {
  if (signature.length !== algorithm?.signatureLength) return {}
  if (algorithm.kty === 'EC') return { parts: ecdsaParts(signature) }
  return algorithm.kty === 'OKP' ? { parts: eddsaParts(signature) } : {}
}

/** The encoded header, the dot, and the payload as it is signed. */
function inputParts(text: string, token: Jws, length: number): Part[] {
  const { text: own, token: origin } = token.origin ?? { text, token }
  const header = Math.min(length, charactersIn(own, origin.segments[0]!).length)
  return partsOf(['header', header], ['dot', 1], ['payload', length - header - 1])
}
