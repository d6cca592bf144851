import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { decode as decodeToken } from '../../../src/core/decode/index.ts'
import { presentation } from '../../../src/core/decode/sdJwt.ts'
import { allShown, digestDisclosures, see } from '../../../src/core/validate/sdJwt.ts'
import { selectiveNotices } from '../../../src/core/validate/selectiveNotices.ts'
import { digest, encode, Hidden, type Issued, issue, type Json, unsigned } from './issuer.ts'

const folder = 'tests/fixtures/rfc9901/'
const vectors = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, 'utf8')))

function decode(text: string) {
  const token = decodeToken(text, { from: 0, to: text.length })
  if (token.kind !== 'sd-jwt') throw new Error(token.kind)
  return token
}

async function seen(text: string) {
  const sdJwt = decode(text)
  return see(await digestDisclosures(sdJwt), allShown(sdJwt))
}

const codes = async (text: string) => (await seen(text)).faults.map(({ code }) => code)

describe('RFC 9901', () => {
  const rows = vectors.filter(({ sdJwt, unsignedPayload }) => sdJwt ?? unsignedPayload)
  test.each(rows.map((row) => [row.id, row]))('%s', async (_, row) => {
    const text: string =
      row.sdJwt ??
      unsigned({
        payload: row.unsignedPayload,
        disclosures: row.disclosures.map((d: { disclosure: string }) => d.disclosure),
      })
    const sdJwt = decode(text)
    expect(sdJwt.faults).toEqual([])
    expect(sdJwt.disclosures.map(({ encoded }) => encoded)).toEqual(
      row.disclosures.map(({ disclosure }: { disclosure: string }) => disclosure),
    )
    const digested = await digestDisclosures(sdJwt)
    expect(digested.digests).toEqual(row.disclosures.map((d: { digest: string }) => d.digest))
    const { faults, processed, places } = see(digested, allShown(sdJwt))
    expect(faults).toEqual([])
    expect(places).not.toContain(null)
    expect(JSON.parse(processed!)).toEqual(row.processedPayload)
    expect(sdJwt.keyBinding !== null).toBe((row.keyBindingJwt ?? null) !== null)
    const whole = presentation(text, sdJwt, allShown(sdJwt))
    expect(text.startsWith(whole)).toBe(true)
    if (row.keyBindingJwt != null) expect(digest(whole)).toBe(row.keyBindingJwt.payload.sd_hash)
  })
})

const hidden = issue({ sub: 'ada', name: new Hidden('Ada'), mail: new Hidden('a@example.com') })
const [name, mail] = hidden.disclosures as [string, string]
const disclosed = (...elements: Json[]) => encode(JSON.stringify(elements))
const withSd = (payload: Issued['payload'], ...disclosures: string[]) => unsigned({ payload, disclosures })

describe('what RFC 9901 section 7.1 rejects', () => {
  const forged = disclosed('salt', 'name', 'Eve')
  const odd = (...disclosures: string[]) =>
    withSd({ _sd: disclosures.map((encoded) => digest(encoded)) }, ...disclosures)
  const inArray = (...disclosures: string[]) =>
    withSd({ list: disclosures.map((encoded) => ({ '...': digest(encoded) })) }, ...disclosures)
  const inner = disclosed('salt-0000000000000000000', 'FR')
  const outer = disclosed('salt-1111111111111111111', 'lands', [{ '...': digest(inner) }])

  test.each<[what: string, text: string, ...codes: string[]]>([
    ['a forged disclosure', unsigned({ ...hidden, disclosures: [forged, mail] }), 'disclosure-unreferenced'],
    [
      'one with a character changed',
      unsigned({ ...hidden, disclosures: [name.replace('W', 'X'), mail] }),
      'disclosure-not-json',
    ],
    ['a disclosure twice', unsigned({ ...hidden, disclosures: [name, mail, name] }), 'disclosure-repeated'],
    [
      'an unreferenced one beside sound ones',
      unsigned({ ...hidden, disclosures: [name, mail, forged] }),
      'disclosure-unreferenced',
    ],
    [
      'a nested one without the one around it',
      withSd({ _sd: [digest(outer)] }, inner),
      'disclosure-unreferenced',
    ],
    ['a digest twice in one _sd', withSd({ _sd: [digest(name), digest(name)] }, name), 'digest-repeated'],
    [
      'a digest twice, at two levels',
      withSd({ _sd: [digest(name)], a: { _sd: [digest(name)] } }, name),
      'digest-repeated',
    ],
    ['a decoy twice', withSd({ _sd: [digest('x'), digest('x')] }), 'digest-repeated'],
    [
      'a digest in payload and disclosure',
      withSd({ _sd: [digest(outer)], l: [{ '...': digest(inner) }] }, inner, outer),
      'digest-repeated',
    ],
    ['the claim name _sd', odd(disclosed('s', '_sd', [])), 'disclosure-reserved'],
    ['the claim name ...', odd(disclosed('s', '...', 'x')), 'disclosure-reserved'],
    ['a name that is there already', withSd({ name: 'Bob', _sd: [digest(name)] }, name), 'disclosure-exists'],
    [
      'one name from two disclosures',
      odd(disclosed('s', 'a', 1), disclosed('t', 'a', 2)),
      'disclosure-exists',
    ],
    [
      'a name that is there, escaped',
      withSd({ name: 'x', _sd: [digest(encode('["s","n\\u0061me",1]'))] }, encode('["s","n\\u0061me",1]')),
      'disclosure-exists',
    ],
    ['two elements in an object', odd(disclosed('s', 'x')), 'disclosure-elements'],
    ['three elements in an array', inArray(disclosed('s', 'a', 1)), 'disclosure-elements'],
    ['one element', odd(disclosed('s')), 'disclosure-count'],
    ['no element', odd(disclosed()), 'disclosure-count'],
    ['four elements', odd(disclosed('s', 'a', 1, 2)), 'disclosure-count'],
    ['an object', odd(encode('{"a":1}')), 'disclosure-not-array'],
    ['a string', odd(encode('"abc"')), 'disclosure-not-array'],
    ['plain text', odd(encode('hello')), 'disclosure-not-json'],
    ['octets', odd('_____w'), 'disclosure-not-utf8'],
    ['JSON that breaks off', odd(encode('["s","a"')), 'json-unexpected-end'],
    ['a salt that is no string', odd(disclosed(1, 'a', 'b')), 'disclosure-salt'],
    ['a name that is no string', odd(disclosed('s', 1, 'b')), 'disclosure-name'],
    ['padding', odd(`${disclosed('s', 'a', 1)}=`), 'base64url-padding'],
    ['nothing between two tildes', unsigned({ ...hidden, disclosures: ['', mail] }), 'disclosure-empty'],
    ['_sd that is no array', withSd({ _sd: 'x' }), 'sd-malformed'],
    ['_sd with a number', withSd({ _sd: [1] }), 'sd-malformed'],
    ['... beside another member', withSd({ l: [{ '...': 'x', a: 1 }] }), 'ellipsis-malformed'],
    ['... that is no string', withSd({ l: [{ '...': 1 }] }), 'ellipsis-malformed'],
    ['... outside of an array', withSd({ l: { '...': 'x' } }), 'ellipsis-malformed'],
    ['... as the whole value of a disclosure', inArray(disclosed('s', { '...': 'x' })), 'ellipsis-malformed'],
    ['a hash that is not known', withSd({ _sd_alg: 'md5', _sd: [] }), 'sd-alg-unknown'],
    ['a hash name in capitals', withSd({ _sd_alg: 'SHA-256', _sd: [] }), 'sd-alg-unknown'],
    ['a hash with a name from the prototype', withSd({ _sd_alg: 'constructor' }), 'sd-alg-unknown'],
    ['a hash that is no string', withSd({ _sd_alg: 256 }), 'sd-alg-unknown'],
    [
      'a digest in hex',
      withSd({ _sd: [Buffer.from(digest(name), 'base64url').toString('hex')] }, name),
      'disclosure-unreferenced',
    ],
  ])('%s', async (_, text, ...expected) => {
    const { faults, processed } = await seen(text)
    expect(faults.map(({ code }) => code)).toEqual(expected)
    expect(processed).toBeNull()
    for (const { span } of faults) {
      expect(span.from).toBeGreaterThanOrEqual(0)
      expect(span.to).toBeLessThanOrEqual(text.length)
    }
  })

  it('counts the last of two _sd alone, as a JSON reader does', async () => {
    const payload = encode(
      `{"_sd":[${JSON.stringify(digest(name))}],"_sd":[${JSON.stringify(digest(mail))}]}`,
    )
    const two = (...disclosures: string[]) =>
      unsigned({ payload: {}, disclosures }).replace(/\.[^.]*\./, `.${payload}.`)
    expect(await codes(two(name))).toEqual(['disclosure-unreferenced'])
    expect(JSON.parse((await seen(two(mail))).processed!)).toEqual({ mail: 'a@example.com' })
  })

  it('points at the very disclosure, and at the digest in the payload', async () => {
    const text = unsigned({ ...hidden, disclosures: [name, forged] })
    const [unreferenced] = (await seen(text)).faults
    expect(text.slice(unreferenced!.span.from, unreferenced!.span.to)).toBe(forged)
    const twice = withSd({ _sd: ['one', 'one'] })
    const [repeated] = (await seen(twice)).faults
    const inPayload = { from: repeated!.span.from - twice.indexOf('.') - 1, to: repeated!.span.to }
    expect(Math.floor((inPayload.from * 6) / 8)).toBeGreaterThanOrEqual('{"_sd":["one"'.length - 1)
  })

  it('refuses a payload that is no object', async () => {
    const text = `${encode('{"alg":"ES256"}')}.${encode('[]')}.AA~`
    expect(await codes(text)).toEqual(['sd-payload'])
  })
})

describe('the shape of an SD-JWT', () => {
  it.each([
    ['no disclosures', unsigned({ payload: {}, disclosures: [] }), []],
    ['no last tilde', unsigned(hidden).slice(0, -1), ['sd-jwt-last-tilde']],
    ['a key binding that is none', `${unsigned(hidden)}a.b`, ['sd-jwt-key-binding']],
  ])('%s', (_, text, expected) => {
    expect(decode(text).faults.map(({ code }) => code)).toEqual(expected)
  })

  it('reads the disclosure before a missing tilde', () => {
    expect(decode(unsigned(hidden).slice(0, -1)).disclosures).toHaveLength(2)
  })

  it('stops at ten thousand disclosures', () => {
    const token = decode(`${unsigned({ payload: {}, disclosures: [] })}${'~'.repeat(20_000)}`)
    expect(token.disclosures).toHaveLength(10_000)
    expect(token.faults.map(({ code }) => code)).toContain('sd-jwt-too-many')
  })

  it('takes nothing for one where no JWS stands before the tilde', () => {
    expect(decodeToken('abc~def', { from: 0, to: 7 })).toMatchObject({ kind: 'undecodable' })
    const jwe = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`
    const text = `${jwe}~${name}~`
    const token = decodeToken(text, { from: 0, to: text.length })
    expect(token.kind).toBe('jwe')
    expect(token.faults[0]).toMatchObject({ code: 'base64url-character' })
  })
})

describe('processing', () => {
  test.each(['sha-256', 'sha-384', 'sha-512'])('with %s', async (alg) => {
    const text = unsigned(issue({ a: new Hidden([new Hidden(1), 2]) }, alg))
    expect(JSON.parse((await seen(text)).processed!)).toEqual({ a: [1, 2] })
  })

  it('leaves out what is not disclosed, and counts it', async () => {
    const { payload, disclosures } = issue({ a: new Hidden(1), l: [new Hidden('x'), 'y'], e: {} }, null, 2)
    const { processed, unanswered } = await seen(withSd(payload, ...disclosures.slice(0, 1)))
    expect(JSON.parse(processed!)).toEqual({ a: 1, l: ['y'], e: {} })
    // One array item held back; two decoys in each of the array, the inner and the outer object.
    expect(unanswered).toHaveLength(1 + 3 * 2)
  })

  it('keeps numbers and escapes as they were written', async () => {
    const odd = encode('["s","n",1.10]')
    const text = unsigned({ payload: { _sd: [digest(odd)], o: { _sd: [] } }, disclosures: [odd] })
    expect((await seen(text)).processed).toBe('{"n":1.10,"o":{}}')
  })

  it('shows a subset', async () => {
    const sdJwt = decode(unsigned(hidden))
    const { processed, places } = see(await digestDisclosures(sdJwt), new Set([1]))
    expect(JSON.parse(processed!)).toEqual({ sub: 'ada', mail: 'a@example.com' })
    expect(places[0]).toBeNull()
  })

  it('says what is odd about how it was issued', async () => {
    const critical = disclosed('salt', 'exp', 1)
    const again = disclosed('salt', 'b', 1)
    const sdJwt = decode(
      withSd({ _sd: [digest(critical), digest(again)], x: { _sd_alg: 'sha-256' } }, critical, again),
    )
    const digested = await digestDisclosures(sdJwt)
    const linked = see(digested, allShown(sdJwt))
    expect(linked.faults).toEqual([])
    expect(selectiveNotices(digested.payload!, sdJwt.disclosures, linked).map(({ code }) => code)).toEqual([
      'sd-alg-nested',
      'salt-short',
      'claim-withholdable',
      'salt-repeated',
    ])
  })
})
