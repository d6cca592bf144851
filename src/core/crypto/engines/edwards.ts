import type { ed25519 } from '@noble/curves/ed25519.js'
import { memberOctets } from '../octets.ts'
import type { Engine } from './engine.ts'

/** EdDSA without a context (RFC 8037 section 3.1); points that are not canonical are refused, as RFC 8032 has it. */
export function edwards(curve: Pick<typeof ed25519, 'verify' | 'sign'>): Engine {
  return {
    verify: async (_, { x }, signature, data) =>
      curve.verify(signature, data, memberOctets(x), { zip215: false }),
    sign: async (_, { d }, data) => curve.sign(data, memberOctets(d)) as Uint8Array<ArrayBuffer>,
  }
}
