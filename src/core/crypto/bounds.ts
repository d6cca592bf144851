import { type CurveName, curves } from '../keys/curves.ts'
import type { KeyMaterial } from '../keys/material.ts'
import type { Fault } from '../text/result.ts'
import { fault } from '../text/result.ts'
import type { SignatureAlgorithm } from './algorithms.ts'
import { edwardsPointFault } from './edwardsPoint.ts'
import { compareOctets, fromHex, memberOctets } from './octets.ts'
import { rsaNumbers } from './rsaKey.ts'
import type { SignatureFault } from './verification.ts'

const NOWHERE = { from: 0, to: 0 }

/** Orders of the groups of Edwards curves (RFC 8032 sections 5.1 and 5.2), in hexadecimal. */
const orders: Readonly<Record<string, string>> = {
  Ed25519: '1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed',
  Ed448:
    '003fffffffffffffffffffffffffffffffffffffffffffffffffffffff7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3',
}

/**
 * What rules the signature out before any arithmetic, or null. Asked here and not of the engines, which differ: some
 * reject, some answer `false`, and some overlook a thing or two.
 */
export function boundFault(
  algorithm: SignatureAlgorithm,
  { jwk, bits }: KeyMaterial,
  signature: Uint8Array,
): Fault<SignatureFault> | null {
  const { alg, kty, crv, signatureLength } = algorithm
  const expected = signatureLength ?? (bits + 7) >> 3
  const found = signature.length
  if (found === 0) return fault('crypto-signature-empty', NOWHERE, { alg, expected })
  if (found !== expected) return fault('crypto-signature-length', NOWHERE, { alg, expected, found })
  const half = found / 2
  switch (kty) {
    case 'EC': {
      const [odd] = oddNumbers(crv!, signature)
      return odd === undefined ? null : numberRefused(alg, odd.part, odd.why)
    }
    case 'OKP': {
      const [R, S] = [signature.subarray(0, half), signature.slice(half).reverse()]
      if (compareOctets(S, orderOf(crv!)) >= 0) return numberRefused(alg, 'S', 'large')
      return pointFault(alg, 'key', crv!, memberOctets(jwk.x)) ?? pointFault(alg, 'R', crv!, R)
    }
    case 'RSA': {
      const least = leastBitsFor(algorithm)
      if (bits < least) return fault('crypto-rsa-no-room', NOWHERE, { alg, bits, least })
      return compareOctets(signature, rsaNumbers(jwk).n) < 0 ? null : numberRefused(alg, '', 'large')
    }
    default:
      return null
  }
}

/** Which of an ECDSA signature's two numbers are not from 1 to the order of the curve less 1: SEC 1 section 4.1.4. */
export function oddNumbers(crv: string, signature: Uint8Array) {
  const half = signature.length / 2
  return (['r', 's'] as const).flatMap((part, i) => {
    const number = signature.subarray(i * half, (i + 1) * half)
    const why = number.every((octet) => octet === 0)
      ? 'zero'
      : compareOctets(number, orderOf(crv)) < 0
        ? null
        : 'large'
    return why === null ? [] : [{ part, why } as const]
  })
}

function numberRefused(alg: string, part: string, why: 'zero' | 'large'): Fault<SignatureFault> {
  return fault('crypto-signature-number', NOWHERE, { alg, part, why })
}

function pointFault(alg: string, part: string, crv: string, octets: Uint8Array) {
  const why = edwardsPointFault(crv, octets)
  return why === null ? null : fault('crypto-signature-point', NOWHERE, { alg, part, why })
}

/** The shortest modulus into which the encoded hash goes: RFC 8017 sections 9.2 and 9.1.1. */
function leastBitsFor({ webCrypto, hash }: SignatureAlgorithm): number {
  const size = Number(hash!.slice(4)) / 8
  return webCrypto.name === 'RSA-PSS' ? 8 * (2 * size + 2) - 6 : 8 * (size + 19 + 11) - 7
}

const read = new Map<string, Uint8Array>()

function orderOf(crv: string): Uint8Array {
  let order = read.get(crv)
  if (order === undefined) {
    const hex = orders[crv] ?? curves[crv as CurveName].n.toString(16)
    order = fromHex(hex.padStart(hex.length + (hex.length % 2), '0'))
    read.set(crv, order)
  }
  return order
}
