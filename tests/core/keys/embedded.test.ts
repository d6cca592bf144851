import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import { decodeCompact } from '../../../src/core/decode/compact.ts'
import { embeddedThumbprint } from '../../../src/core/keys/embedded.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { fixture } from './fixture.ts'

/** RFC 8037, appendix A.2 and A.3: an Ed25519 key and its thumbprint. */
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
const thumbprint = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'

function tokenWith(header: unknown) {
  const text = `${writeBase64url(new TextEncoder().encode(JSON.stringify(header)))}.e30.AAAA`
  return decodeCompact(text, { from: 0, to: text.length })
}

describe('the key that a token brings along', () => {
  it('has its thumbprint, whatever else the JWK says', async () => {
    expect(await embeddedThumbprint(tokenWith({ alg: 'EdDSA', jwk: { ...jwk, kid: 'mine' } }))).toBe(
      thumbprint,
    )
  })
  it('may be in a certificate', async () => {
    const { x5c, n, e, kty } = JSON.parse(fixture('keys/x5c.jwk.json'))
    const wanted = await calculateJwkThumbprint({ kty, n, e })
    expect(await embeddedThumbprint(tokenWith({ alg: 'RS256', x5c }))).toBe(wanted)
    expect(await embeddedThumbprint(tokenWith({ alg: 'RS256', x5c: ['AAAA'] }))).toBeNull()
  })
  it.each([
    { alg: 'EdDSA' },
    { alg: 'EdDSA', jwk: 'no' },
    { alg: 'EdDSA', jwk: {} },
    { jwk: { kty: 'OKP' } },
    [],
  ])('is null for %j', async (header) => {
    expect(await embeddedThumbprint(tokenWith(header))).toBeNull()
  })
})
