import { ed448 } from '@noble/curves/ed448.js'
import { edwards } from './edwards.ts'

/** Ed448 by @noble/curves. */
export const engine = edwards(ed448)
