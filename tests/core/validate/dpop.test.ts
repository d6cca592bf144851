import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { decode } from '../../../src/core/decode/index.ts'
import { besideOf } from '../../../src/core/validate/beside.ts'
import { checkDpop } from '../../../src/core/validate/dpop.ts'
import { examineProof } from '../../../src/core/validate/presented.ts'
import { isDpopProof } from '../../../src/core/validate/proofKind.ts'
import { isSameTarget } from '../../../src/core/validate/target.ts'
import { aroundProof } from '../../../src/core/validate/together.ts'

const rfc = JSON.parse(readFileSync('tests/fixtures/rfc9449/dpop.json', 'utf8'))
const now = 1_800_000_000

/** What does not hold of the proof in the text. */
async function unmet(text: string, proof: string, at = now): Promise<string[]> {
  const from = text.indexOf(proof)
  const span = { from, to: from + proof.length }
  const jwt = decode(text, span)
  if (jwt.kind !== 'jws') throw new Error(jwt.kind)
  const found = await examineProof(text, jwt)
  return checkDpop(found, await aroundProof({ text, others: [] }), at, 0)
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ name, outcome, refused }) => `${name} ${outcome}${refused ? '!' : ''}`)
}

describe('RFC 9449', () => {
  test('figure 2, in the token request', async () => {
    const request = `POST /token HTTP/1.1\r\nHost: server.example.com\r\nDPoP: ${rfc.tokenRequest}\r\n\r\n`
    expect(await unmet(request, rfc.tokenRequest, 1562262616)).toEqual(['dpop-jti undecided'])
  })

  test('figure 13, in the request of a resource', async () => {
    const request = `GET /protectedresource HTTP/1.1\nHost: resource.example.org\nAuthorization: DPoP ${rfc.accessToken}\nDPoP: ${rfc.resourceRequest}\n`
    // The access token is opaque: nobody but the server knows its key.
    expect(await unmet(request, rfc.resourceRequest, 1562262618)).toEqual([
      'dpop-jti undecided',
      'dpop-jkt undecided',
    ])
    const other = request.replace(rfc.accessToken, 'another-token')
    expect(await unmet(other, rfc.resourceRequest, 1562262618)).toContain('dpop-ath broken')
  })

  test('the thumbprint of section 6.1', async () => {
    const jwt = decode(rfc.tokenRequest, { from: 0, to: rfc.tokenRequest.length })
    if (jwt.kind !== 'jws') throw new Error()
    expect(isDpopProof(jwt)).toBe(true)
    const { thumbprint, verification, jwk } = await examineProof(rfc.tokenRequest, jwt)
    expect(thumbprint).toBe(rfc.jkt)
    expect(verification.state).toBe('verified')
    expect(jwk).toBe('public')
  })
})

describe('a proof', () => {
  let pair: Awaited<ReturnType<typeof generateKeyPair>>
  let jwk: Record<string, unknown>
  let accessToken: string
  beforeAll(async () => {
    pair = await generateKeyPair('ES256', { extractable: true })
    jwk = (await exportJWK(pair.publicKey)) as Record<string, unknown>
    const jkt = await calculateJwkThumbprint(jwk)
    accessToken = await new SignJWT({ sub: 'ada', cnf: { jkt } })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .sign(pair.privateKey)
  })

  const ath = (token: string) => createHash('sha256').update(token).digest('base64url')
  const make = (header: object = {}, claims: object = {}, key: CryptoKey | Uint8Array = pair.privateKey) =>
    new SignJWT({
      jti: 'j',
      htm: 'GET',
      htu: 'https://api.example.com/a',
      iat: now,
      ath: ath(accessToken),
      ...claims,
    } as JWTPayload)
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header } as never)
      .sign(key)
  const curl = (proof: string, token = accessToken, rest = '') =>
    `curl 'https://api.example.com/a?q=1' \\\n  -H "Authorization: DPoP ${token}" \\\n  -H 'DPoP: ${proof}'${rest}`

  it('that is right meets every check but that of its use', async () => {
    const proof = await make()
    expect(await unmet(curl(proof), proof)).toEqual(['dpop-jti undecided'])
  })

  test.each<[what: string, proof: () => Promise<string>, unmet: string[]]>([
    ['another method', () => make({}, { htm: 'POST' }), ['dpop-htm broken']],
    ['a method in small letters', () => make({}, { htm: 'get' }), ['dpop-htm broken']],
    ['another path', () => make({}, { htu: 'https://api.example.com/b' }), ['dpop-htu broken']],
    ['the query in htu', () => make({}, { htu: 'https://api.example.com/a?q=1' }), []],
    ['http', () => make({}, { htu: 'http://api.example.com/a' }), ['dpop-htu broken']],
    ['no htu', () => make({}, { htu: undefined }), ['dpop-htu broken!']],
    ['no jti', () => make({}, { jti: undefined }), ['dpop-jti broken!']],
    ['an empty jti', () => make({}, { jti: '' }), ['dpop-jti broken!']],
    ['no iat', () => make({}, { iat: undefined }), ['dpop-iat broken!']],
    ['an old iat', () => make({}, { iat: now - 301 }), ['dpop-iat undecided']],
    ['an iat ahead', () => make({}, { iat: now + 1 }), ['dpop-iat broken']],
    ['no ath', () => make({}, { ath: undefined }), ['dpop-ath broken']],
    ['another ath', () => make({}, { ath: ath('x') }), ['dpop-ath broken']],
    ['an ath that is a number', () => make({}, { ath: 1 }), ['dpop-ath broken!']],
    ['a nonce that was not asked for', () => make({}, { nonce: 'n' }), ['dpop-nonce undecided']],
    ['no jwk', () => make({ jwk: undefined }), ['dpop-jwk broken!', 'dpop-signature undecided']],
    ['a jwk that is a string', () => make({ jwk: 'x' }), ['dpop-jwk broken!', 'dpop-signature undecided']],
    ['a private jwk', async () => make({ jwk: await exportJWK(pair.privateKey) }), ['dpop-jwk broken!']],
    [
      'a secret as jwk',
      () => make({ alg: 'HS256', jwk: { kty: 'oct', k: 'A'.repeat(43) } }, {}, new Uint8Array(32)),
      ['dpop-alg broken!', 'dpop-jwk broken!'],
    ],
    [
      'another key’s signature',
      async () => make({}, {}, (await generateKeyPair('ES256')).privateKey),
      ['dpop-signature broken!'],
    ],
  ])('with %s', async (_, make, expected) => {
    const proof = await make()
    const found = await unmet(curl(proof), proof)
    expect(found.filter((check) => check !== 'dpop-jti undecided')).toEqual(expected)
  })

  it('of another key than the access token is bound to', async () => {
    const other = await generateKeyPair('ES256', { extractable: true })
    const proof = await make({ jwk: await exportJWK(other.publicKey) }, {}, other.privateKey)
    expect(await unmet(curl(proof), proof)).toContain('dpop-jkt broken')
  })

  it('beside an access token that is bound to nothing', async () => {
    const bearer = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(pair.privateKey)
    const proof = await make({}, { ath: ath(bearer) })
    expect(await unmet(curl(proof, bearer), proof)).toEqual(['dpop-jti undecided', 'dpop-jkt broken'])
  })

  it('with the nonce of the server, and without it', async () => {
    const answer = '\n\nHTTP/1.1 401 Unauthorized\nDPoP-Nonce: abc-1\n'
    const proof = await make({}, { nonce: 'abc-1' })
    expect(await unmet(curl(proof, accessToken, answer), proof)).toEqual(['dpop-jti undecided'])
    const without = await make()
    expect(await unmet(curl(without, accessToken, answer), without)).toContain('dpop-nonce broken')
  })

  it('alone is compared with nothing', async () => {
    const proof = await make()
    expect(await unmet(proof, proof)).toEqual([
      'dpop-jti undecided',
      'dpop-htm undecided',
      'dpop-htu undecided',
      'dpop-ath undecided',
    ])
  })
})

describe('the address of a request', () => {
  test.each([
    ['https://a.example/x', 'https://a.example/x', true],
    ['https://a.example/x', 'https://a.example/x?q#f', true],
    ['HTTPS://A.example:443/x', 'https://a.example/x', true],
    ['https://a.example', 'https://a.example/', true],
    ['https://a.example/%7Eme', 'https://a.example/~me', true],
    ['https://a.example/%c3%a9', 'https://a.example/%C3%A9', true],
    ['https://a.example/b/../x', 'https://a.example/x', true],
    ['https://a.example/x', '//a.example/x', true],
    ['http://a.example/x', '//a.example/x', true],
    ['https://a.example/x', '//b.example/x', false],
    ['https://a.example/x', 'https://a.example/X', false],
    ['https://a.example/x', 'https://a.example/x/', false],
    ['https://a.example:8443/x', 'https://a.example/x', false],
    ['http://a.example/x', 'https://a.example/x', false],
    ['https://a.example/a%2Fb', 'https://a.example/a/b', false],
    ['/x', 'https://a.example/x', false],
    ['', '//', false],
  ])('%s and %s', (htu, uri, same) => {
    expect(isSameTarget(htu, uri)).toBe(same)
  })
})

describe('what stands beside a token', () => {
  test.each([
    ['curl ^"https://a.example/r^" ^\r\n  -X ^"PUT^" ^\r\n  -H ^"accept: x^"', 'PUT', 'https://a.example/r'],
    ['curl -X POST https://a.example/token -d x=1', 'POST', 'https://a.example/token'],
    ['curl --request DELETE --url https://a.example/1', 'DELETE', 'https://a.example/1'],
    ['curl -XPUT "https://a.example/1"', 'PUT', 'https://a.example/1'],
    ["curl https://a.example -H 'Referer: https://b.example' --data-raw '{}'", 'POST', 'https://a.example'],
    ["curl -H 'Origin: https://b.example' -G -d q=1 https://a.example/s", 'GET', 'https://a.example/s'],
    ['curl -I https://a.example', 'HEAD', 'https://a.example'],
    ['curl -sXPOST https://a.example', 'POST', 'https://a.example'],
    ['curl -kX POST https://a.example', 'POST', 'https://a.example'],
    ['curl -sSLXPATCH https://a.example', 'PATCH', 'https://a.example'],
    ["curl -sX 'DELETE' https://a.example", 'DELETE', 'https://a.example'],
    ['curl -sd a=b https://a.example', 'POST', 'https://a.example'],
    ['curl -sda=b https://a.example', 'POST', 'https://a.example'],
    ['curl -sF file=@x https://a.example', 'POST', 'https://a.example'],
    ['curl -sT x https://a.example', 'PUT', 'https://a.example'],
    ['curl -sI https://a.example', 'HEAD', 'https://a.example'],
    ['curl -sGd q=1 https://a.example', 'GET', 'https://a.example'],
    ['curl -GI -d q=1 -XPUT https://a.example', 'PUT', 'https://a.example'],
    ['curl -GI https://a.example', 'HEAD', 'https://a.example'],
    ['curl -so -XPOST https://a.example', 'GET', 'https://a.example'],
    ['curl -osXPOST https://a.example', 'GET', 'https://a.example'],
    ['curl -sHX-Y:Id https://a.example', 'GET', 'https://a.example'],
    ['curl -sx http://b.example -kSL https://a.example', 'GET', 'https://a.example'],
    ['$ curl.exe ^\n "https://a.example/w" ^\n -d x', 'POST', 'https://a.example/w'],
    ['wget --method=PATCH --header="X: https://b.example" https://a.example', 'PATCH', 'https://a.example'],
    ['http POST https://a.example/token x=1', 'POST', 'https://a.example/token'],
    ['https api.example.com/x name=ada', 'POST', 'https://api.example.com/x'],
    ['GET http://a.example/x HTTP/1.1\nHost: a.example', 'GET', 'http://a.example/x'],
    ['> GET /x?y=1 HTTP/2\n> host: a.example:8443\n', 'GET', '//a.example:8443/x?y=1'],
    ['POST /x HTTP/1.1\n\n', null, null],
    ['no request at all', null, null],
    ['curl', null, null],
    ["curl 'unclosed", null, null],
  ])('%s', (text, method, uri) => {
    expect(besideOf(text)).toMatchObject({ method, uri })
  })

  test.each([
    ['{"access_token": "at-1", "id_token": "x", "expires_in": 3}', { accessToken: 'at-1' }],
    [
      'https://app.example/cb#access_token=at%2F1&code=c-1&state=s+1&id_token=x',
      { accessToken: 'at/1', code: 'c-1', state: 's 1' },
    ],
    ['authorization: bearer abc.def~1==', { accessToken: 'abc.def~1==' }],
    ["http :/x Authorization:'DPoP tok'", { accessToken: 'tok' }],
    ['https://as.example/authorize?nonce=n-1&state=%zz', { nonce: 'n-1', state: '%zz' }],
    ['DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v', { dpopNonce: 'eyJ7S_zG.eyJH0-Z.HX4w-7v' }],
    ['postcode=12 zipcode: x', { code: null }],
  ])('%s', (text, expected) => {
    expect(besideOf(text)).toMatchObject(expected)
  })

  it('is read in linear time', () => {
    for (const unit of [
      'a',
      ' ',
      '"',
      'GET ',
      'host: ',
      'curl ',
      'curl -s',
      'curl -sXI ',
      'code=',
      '\\',
      'access_token" : ',
      'authorization:  ',
    ]) {
      const start = performance.now()
      besideOf(unit.repeat(200_000))
      expect(performance.now() - start, unit).toBeLessThan(500)
    }
  })
})
