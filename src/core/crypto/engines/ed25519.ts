import { ed25519 } from '@noble/curves/ed25519.js'
import { edwards } from './edwards.ts'

/** Ed25519 by @noble/curves. */
export const engine = edwards(ed25519)
