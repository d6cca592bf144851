import type { WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js'
import { readBase64url } from '../text/base64url.ts'
import { type CurveName, curves, decompress, toInteger } from './curves.ts'

/** Base point of each curve (SP 800-186 section 3.2.1, SEC 2 section 2.4.1): x, and whether y is odd. */
const bases: Readonly<Record<CurveName, { readonly x: string; readonly odd: boolean }>> = {
  'P-256': {
    x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
    odd: true,
  },
  'P-384': {
    x: 'qofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJUKjhVAvJdv1UpbDpUXjhydgq3',
    odd: true,
  },
  'P-521': {
    x: 'AMaFjga3BATpzZ4-y2YjlbRCnGSBOQU_tSH4KK9ga009uqFLXnfv51ko_h3BJ6L_qN4zSLPBhWpCm_l-fjHC5b1m',
    odd: false,
  },
  secp256k1: {
    x: 'eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g',
    odd: false,
  },
}

/** The points of a curve, and their order, by a library that is fetched when it is first needed. */
export async function groupOf(
  crv: CurveName,
): Promise<{ readonly n: bigint; readonly Point: WeierstrassPointCons<bigint> }> {
  const { weierstrass } = await import('@noble/curves/abstract/weierstrass.js')
  const { x, odd } = bases[crv]
  const { p, a, b, n } = curves[crv]
  const gx = readBase64url(x, { from: 0, to: x.length }).octets
  const gy = decompress(crv, gx, odd)!
  return {
    n,
    Point: weierstrass({ p, n, h: 1n, a: (a + p) % p, b, Gx: toInteger(gx), Gy: toInteger(gy) }),
  }
}
