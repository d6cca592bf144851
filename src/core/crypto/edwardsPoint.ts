import { compareOctets, fromHex } from './octets.ts'

interface Curve {
  readonly p: Uint8Array
  /** The y coordinates of the points whose order is at most the cofactor. */
  readonly small: readonly Uint8Array[]
}

/** In hexadecimal and little-endian, as RFC 8032 encodes them; made big-endian. */
function curve(p: string, small: readonly string[]): Curve {
  return { p: fromHex(p).reverse(), small: small.map((y) => fromHex(y).reverse()) }
}

const curves: Readonly<Record<string, Curve>> = {
  Ed25519: curve(`ed${'ff'.repeat(30)}7f`, [
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  ]),
  Ed448: curve(`${'ff'.repeat(28)}fe${'ff'.repeat(27)}00`, [
    '00'.repeat(57),
    `01${'00'.repeat(56)}`,
    `fe${'ff'.repeat(27)}fe${'ff'.repeat(27)}00`,
  ]),
}

/**
 * Why the encoded point (RFC 8032 sections 5.1.2 and 5.2.2) may be in no signature and be no key: its order is small, so
 * that it takes no secret to make signatures that match (WebCrypto refuses it), or its y is p or more, so that it has
 * another encoding (RFC 8032 refuses it). Null for any other; whether that is on the curve is not asked.
 */
export function edwardsPointFault(crv: string, encoded: Uint8Array): 'small-order' | 'not-canonical' | null {
  const { p, small } = curves[crv]!
  const y = Uint8Array.from(encoded).reverse()
  // The highest bit is the sign of x.
  y[0]! &= 0x7f
  if (small.some((other) => compareOctets(y, other) === 0)) return 'small-order'
  return compareOctets(y, p) < 0 ? null : 'not-canonical'
}
