import { createHmac } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { recognizedText } from '../../src/content/messages/input.ts'
import { keyHint } from '../../src/content/messages/keys.ts'
import { inspect } from '../../src/core/inspect.ts'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import { mayWithhold } from '../../src/state/claims.ts'
import { useExpectations } from '../../src/state/expectations.ts'
import type { KeyFormatChoice } from '../../src/state/store.ts'
import { verify } from '../../src/state/verification.ts'
import { claimsLine } from '../../src/ui/verdict/lines/claims.ts'
import { keyLine } from '../../src/ui/verdict/lines/key.ts'
import { signatureLine } from '../../src/ui/verdict/lines/signature.ts'
import { timeLine, timesOf } from '../../src/ui/verdict/lines/time.ts'
import { type Claims, Hidden, issue, unsigned } from '../core/validate/issuer.ts'

const NOW = 1_800_000_000
const SECRET = 'a-string-secret-at-least-256-bits-long'
const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const make = (header: string, payload = '{}', signature = 'AAAA') =>
  `${encode(header)}.${encode(payload)}.${signature}`

async function linesOf(text: string, keyText = '', keyFormat: KeyFormatChoice = 'detect') {
  const token = inspect(text).token!
  const answer = await verify({
    text,
    selected: 0,
    detached: '',
    permits: { rounds: false, inflation: false },
    keyText,
    keyFormat,
  })
  return {
    state: answer.verification?.state,
    signature: signatureLine(token, answer).text,
    key: keyLine(token, answer, NOW).text,
    claims: claimsLine(token).text,
    time: timeLine(timesOf(token, answer), mayWithhold(answer), NOW),
  }
}
const timeOf = async (payload: string) => (await linesOf(make('{"alg":"HS256"}', payload))).time

test('of a DPoP proof no key is asked for, nor denied that there is one', async () => {
  const proof = make('{"alg":"ES256","typ":"dpop+jwt","jwk":{}}')
  for (const key of ['', SECRET]) {
    expect((await linesOf(proof, key)).key).toBe('None is needed: a DPoP proof brings its own.')
  }
})

describe('the claims', () => {
  const of = (payload: string, audience = '') =>
    claimsLine(inspect(make('{"alg":"HS256"}', payload)).token!, null, {
      ...useExpectations.getInitialState().expected,
      audience,
    })
  it('say for whom the token is, and that it is for somebody else', () => {
    expect(of('{"aud":"a"}')).toMatchObject({ tone: 'sound', detail: 'made for "a", nobody else' })
    expect(of('{"aud":["a","b"]}', 'b')).toMatchObject({
      tone: 'sound',
      detail: 'made for ["a","b"], nobody else',
    })
    expect(of('{"aud":"a"}', 'b')).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('somebody else'),
    })
    expect(of('{"sub":"a"}')).not.toHaveProperty('detail')
    expect(of(`{"aud":"${'a'.repeat(100)}"}`)).not.toHaveProperty('detail')
  })
})

describe('foreign values', () => {
  const hostile = `\u202e<b>x</b>${'y'.repeat(2000)}`
  const json = JSON.stringify

  it.each([
    ['alg', make(`{"alg":${json(hostile)}}`), SECRET],
    ['alg, without a key', make(`{"alg":${json(hostile)}}`), ''],
    ['crit', make(`{"alg":"HS256","crit":[${json(hostile)}],${json(hostile)}:1}`), SECRET],
    ['a claim’s name', make('{"alg":"HS256"}', `{${json(hostile)}:1}`), ''],
    ['kty', make('{"alg":"RS256"}'), `{"kty":${json(hostile)}}`],
    ['alg of a JWK', make('{"alg":"HS256"}'), `{"kty":"oct","k":"AAAA","alg":${json(hostile)}}`],
  ])('are shown and cut: %s', async (_, text, key) => {
    const { signature, key: keyText, claims } = await linesOf(text, key)
    for (const line of [signature, keyText, claims, keyHint(inspect(text).token!.header.alg)]) {
      expect(line).not.toContain('\u202e')
      expect(line.length).toBeLessThan(400)
    }
  })
  it.each(['toString', '__proto__', 'constructor', 'HS999', 'ES1'])(
    'take %s for no algorithm',
    async (alg) => {
      const { key } = await linesOf(make(`{"alg":"${alg}"}`))
      expect(key).toBe('None given.')
      expect(keyHint(alg)).toBe('A secret, a PEM key or certificate, or a JWK.')
    },
  )
})

describe('what was recognized', () => {
  it.each([
    ['a token without its signature', make('{"alg":"HS256"}').replace(/\.[^.]*$/, ''), 'A damaged token.'],
    ['no token', 'hello', 'No token'],
  ])('of %s', (_, text, words) => expect(recognizedText(inspect(text))).toContain(words))
})

describe('the key that is wanted', () => {
  it.each([
    ['HS256', 'the shared secret of at least 32 octets'],
    ['PS512', 'the issuer’s public RSA key of at least 2048 bits'],
    ['ES384', 'the issuer’s public EC key on P-384'],
    ['Ed25519', 'the issuer’s public OKP key on Ed25519'],
  ])('for %s', async (alg, wanted) => {
    expect((await linesOf(make(`{"alg":"${alg}"}`))).signature).toBe(`Not checked: ${alg} needs ${wanted}.`)
  })
})

describe('the cause that is told', () => {
  it.each([
    ['None', /“None” is not “none”; the case/],
    ['hs256', /“hs256” is not “HS256”; the case/],
    ['ESP256', /a name of COSE; JOSE’s is ES256/],
    ['RS1', /a label of keys only/],
    ['RSA-OAEP', /encrypts; it does not sign/],
  ])('is alg %s, with a key as without', async (alg, words) => {
    for (const key of ['', SECRET, '{"kty":'])
      expect((await linesOf(make(`{"alg":"${alg}"}`), key)).signature).toMatch(words)
  })
  it('is crit before a key that does not fit', async () => {
    expect((await linesOf(make('{"alg":"RS256","crit":["x"],"x":1}'), SECRET)).signature).toMatch(
      /crit demands/,
    )
  })
  it('is the key where one is needed', async () => {
    expect((await linesOf(make('{"alg":"RS256"}'), SECRET)).signature).toMatch(/does not fit/)
    expect((await linesOf(make('{"alg":"RS256"}'), '{"kty":')).signature).toMatch(/cannot be read/)
  })
  it('is none where alg is none, whatever the key', async () => {
    expect((await linesOf(make('{"alg":"none"}', '{}', ''), '{"kty":')).state).toBe('unsecured')
  })
})

it('a match with a key’s own text is no plain success', async () => {
  const der = Buffer.from(Uint8Array.of(0x30, 0x1e, ...new Uint8Array(30)))
  const input = make('{"alg":"HS256"}').replace(/\.[^.]*$/, '')
  const text = `${input}.${createHmac('sha256', der).update(input).digest('base64url')}`
  const { state, signature, key } = await linesOf(text, der.toString('hex'), 'secret-hex')
  expect(state).toBe('verified')
  expect(signature).toMatch(/key’s own text as the secret/)
  expect(key).toMatch(/looks like a DER key/)
})

describe('a key that does not fit', () => {
  it('is told of with what it looks like', async () => {
    const der = writeBase64url(Uint8Array.of(0x30, 0x1e, ...new Uint8Array(30)))
    expect((await linesOf(make('{"alg":"RS256"}'), der)).key).toMatch(/does not fit.*\. .*a DER key/)
  })
  it('is not said to fit where it is no RSA key at all', async () => {
    const key = `{"kty":"RSA","n":"${'w'.repeat(342)}","e":"AQ"}`
    const line = (await linesOf(make('{"alg":"RS256"}'), key)).key
    expect(line).toMatch(/no RSA at all/)
    expect(line).not.toContain('fits')
  })
})

describe('times', () => {
  it.each([
    ['{"exp":1e400}', 'Valid now — exp is too large to be a time'],
    ['{"exp":-1e400}', 'Expired — exp is too large to be a time'],
    ['{"exp":1516239022123456}', 'Valid now — exp counts microseconds; it must count seconds'],
    ['{"nbf":1516239022123}', 'Not valid yet — nbf counts milliseconds; it must count seconds'],
    ['{"exp":1,"nbf":4102444800}', 'Never valid: nbf is not before exp'],
    ['{"exp":"x"}', 'Cannot be judged — exp is no number, so no verifier can use it'],
    [`{"exp":${NOW}}`, 'Expired just now'],
  ])('%s', async (payload, text) => {
    expect((await timeOf(payload)).text).toBe(text)
  })
  it.each([
    // Claims, tolerance, whether the moment was chosen, what is said.
    [{ exp: NOW - 120 }, 300, false, 'warning', 'Valid within the tolerance: expired 2 min ago'],
    [{ exp: NOW }, 300, false, 'warning', 'Valid within the tolerance: expired just now'],
    [{ nbf: NOW + 120 }, 300, false, 'warning', 'Valid within the tolerance: begins in 2 min'],
    [{ nbf: NOW + 60, exp: NOW + 90 }, 60, true, 'warning', 'Valid within the tolerance: begins 60 s later'],
    [{ exp: NOW - 300 }, 300, false, 'bad', 'Expired 5 min ago'],
    [{ exp: NOW + 1 }, 300, false, 'sound', 'Valid now, expires in 1 s'],
    [{ exp: NOW + 0.5 }, 0, false, 'sound', 'Valid now, expires within a second'],
    [{ exp: NOW + 120 }, 0, true, 'sound', 'Valid then, expires 2 min later'],
    [{ exp: NOW - 120 }, 0, true, 'bad', 'Expired 2 min earlier'],
    [{ exp: NOW }, 0, true, 'bad', 'Expired just then'],
    [{ nbf: NOW + 120 }, 0, true, 'bad', 'Not valid yet: begins 2 min later'],
  ])('%j, tolerance %d, chosen %s: %s, %s', (claims, skew, chosen, tone, text) => {
    const { token } = inspect(make('{"alg":"HS256"}', JSON.stringify(claims)))
    expect(timeLine(timesOf(token, null), false, NOW, skew, chosen)).toMatchObject({ tone, text })
  })
  it('are all there', async () => {
    const { detail } = await timeOf(`{"iat":${NOW - 60},"nbf":${NOW - 30},"exp":${NOW + 60}}`)
    expect(detail).toMatch(/^exp .*:01:00 .* · nbf .*:59:30 .* · iat .*:59:00 .*$/)
    expect((await timeOf('{}')).detail).toBeUndefined()
  })

  it.each<[claims: { [name: string]: Claims }, sent: boolean, string]>([
    [{ exp: new Hidden(NOW + 60) }, false, 'No exp is disclosed: one may be held back'],
    [{ exp: new Hidden(NOW + 60) }, true, 'Valid now, expires in 60 s'],
    [{ sub: new Hidden('a') }, true, 'No exp: the token never expires by itself'],
    [{ sub: new Hidden('a'), exp: NOW + 60 }, false, 'Valid now, expires in 60 s'],
    [{ sub: new Hidden('a'), nbf: NOW - 60 }, false, 'No exp is disclosed: one may be held back'],
    [{ sub: new Hidden('a'), _sd_alg: 'md5' }, true, 'No exp is disclosed: one may be held back'],
  ])('of an SD-JWT %j, its disclosures sent: %s', async (claims, sent, text) => {
    const { payload, disclosures } = issue(claims)
    const { time } = await linesOf(unsigned({ payload, disclosures: sent ? disclosures : [] }))
    expect(time.text).toBe(text)
  })
})

describe('a payload that cannot be read', () => {
  const cut = `${encode('{"alg":"HS256"}')}.${encode('{"exp":1,"sub":"me"}').slice(0, 8)}*AAA.AAAA`
  it('is broken, not absent', async () => {
    const { claims, time } = await linesOf(cut)
    expect(claims).toBe('The payload is broken: its claims cannot be read.')
    expect(time.text).toBe('No claims can be read, so no times.')
  })
  it('is none of a token without its signature', async () => {
    const { claims, time } = await linesOf(`${encode('{"alg":"HS256"}')}.${encode('{"exp":1}')}`)
    expect(claims).toBe('1 claim: exp.')
    expect(time.text).toMatch(/^Expired/)
  })
})
