import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import { inspectionOf } from '../../src/state/inspection.ts'
import { showLevel } from '../../src/state/level.ts'
import { linkOf } from '../../src/state/link.ts'
import { pointOf, usePointing } from '../../src/state/pointer.ts'
import { startFollowing } from '../../src/state/settled.ts'
import { setInputs, useInputs } from '../../src/state/store.ts'
import { Claims } from '../../src/ui/claims/Claims.tsx'
import { Findings } from '../../src/ui/findings/Findings.tsx'
import { InputRegion } from '../../src/ui/input/InputRegion.tsx'
import { KeyBox } from '../../src/ui/key/KeyBox.tsx'
import { PayloadPart } from '../../src/ui/part/TextPart.tsx'
import { Verdict } from '../../src/ui/verdict/Verdict.tsx'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const token = (payload: string, header = '{"alg":"HS256"}') =>
  `${encode(header)}.${encode(payload)}.${'A'.repeat(43)}`

const NOW = 1_800_000_000
let stop = () => {}

beforeEach(() => {
  setInputs({ text: '', keyText: '', keyFormat: 'detect', now: NOW })
  stop = startFollowing()
})
afterEach(() => {
  stop()
  cleanup()
})

describe('Verdict', () => {
  const state = () => screen.getByRole('region', { name: 'Verdict' }).getAttribute('data-state')

  it('follows token and key, and never shows an answer for an earlier input', async () => {
    render(<Verdict />)
    await waitFor(() => expect(state()).toBe('empty'))
    setInputs({ text: token('{}') })
    await waitFor(() => expect(state()).toBe('needs-key'))
    setInputs({ keyText: 'x'.repeat(40) })
    await waitFor(() => expect(state()).toBe('failed'))
    setInputs({ text: token('{"a":1}') })
    expect(useInputs.getState().text).toBe(token('{"a":1}'))
    await waitFor(() => expect(state()).toBe('failed'))
    setInputs({ text: 'x' })
    await waitFor(() => expect(state()).toBe('unreadable'))
  })

  it('is checking in between', () => {
    setInputs({ text: token('{"n":1}'), keyText: 'x'.repeat(40) })
    render(<Verdict />)
    expect(state()).toBe('checking')
    expect(screen.getByRole('region', { name: 'Verdict' }).getAttribute('aria-busy')).toBe('true')
  })

  it.each([
    [{ exp: NOW + 7200 }, /Valid now, expires in 2 h/],
    [{ exp: NOW - 3 * 86400 }, /Expired 3 days ago/],
    [{ nbf: NOW + 60 }, /Not valid yet: begins in 60 s/],
    [{ exp: (NOW + 60) * 1000 }, /exp counts milliseconds/],
    [{ exp: 'tomorrow' }, /exp is no number/],
    [{}, /never expires/],
  ])('tells the time of %j', async (claims, words) => {
    setInputs({ text: token(JSON.stringify(claims)) })
    render(<Verdict />)
    expect(await screen.findByText(words)).toBeDefined()
  })
})

describe('Claims', () => {
  it('names, explains and dates what it knows, and invents nothing of what it does not', async () => {
    setInputs({ text: token(`{"exp":${NOW + 60},"made_up":1,"made_up_too":2}`) })
    render(<Claims />)
    const claims = within(screen.getByRole('region', { name: 'Claims' }))
    expect(await claims.findByText('made_up')).toBeDefined()
    expect(claims.getByText('Expiration Time')).toBeDefined()
    expect(claims.getByText(/in 60 s · .* · 2027-01-15T08:01:00Z/)).toBeDefined()
    expect(claims.getByRole('link', { name: 'RFC 7519 §4.1.4' })).toBeDefined()
    expect(claims.getByText(/^Private claim: not in the IANA registry/)).toBeDefined()
    expect(claims.getByText('Private claim.')).toBeDefined()
    expect(claims.getByText('Algorithm')).toBeDefined()
  })

  it.each([
    [
      'a JWE’s in a JWS',
      '{"alg":"HS256","p2c":9}.{}.AAAA',
      'PBES2 Count',
      /How many .* It belongs to encrypted tokens/,
    ],
    [
      'a JWS’s in a JWE',
      '{"alg":"dir","enc":"A128GCM","b64":true}..AAAA.AAAA.AAAA',
      'Base64url-Encode Payload',
      /It belongs to signed tokens/,
    ],
    [
      'one to come',
      '{"alg":"dir","enc":"A128GCM","ek":"x"}..AAAA.AAAA.AAAA',
      'Encapsulated Key',
      /HPKE\. From a draft/,
    ],
    [
      'one to come, in a JWS',
      '{"alg":"HS256","ek":"x"}.{}.AAAA',
      'Encapsulated Key',
      /encrypted tokens .* From a draft/,
    ],
    ['a claim to come', '{"alg":"HS256"}.{"vct":"x"}.AAAA', 'Credential Type', /attests.* From a draft/],
  ])('says of a registered member where it belongs: %s', async (_, written, name, meaning) => {
    setInputs({ text: written.replace(/{.*?}/g, encode) })
    render(<Claims />)
    // What stood there before may still be shown.
    const said = await screen.findByText(meaning, { selector: 'p' })
    expect(within(said.closest('li')!).getByText(name)).toBeDefined()
    expect(screen.queryByText(/^Private/)).toBeNull()
  })

  it('lights a claim up in the token when its name is pressed', async () => {
    const text = token('{"sub":"me"}')
    setInputs({ text })
    render(<Claims />)
    const payload = await screen.findByText('me', { exact: false, selector: 'code' })
    expect(payload.textContent).toBe('"me"')
    await userEvent.click(screen.getByRole('button', { name: 'sub' }))
    const point = pointOf({ hover: null, caret: usePointing.getState().caret })
    const link = linkOf(inspectionOf({ text, selected: 0 }).token, point)!
    const start = text.indexOf('.') + 1
    // Octets 1 to 10 of the payload lie in its characters 1 to 14.
    expect([link.characters.from - start, link.characters.to - start]).toEqual([1, 15])
  })

  it('draws the first members of very many, and the rest when asked', async () => {
    setInputs({ text: token(`{${Array.from({ length: 200 }, (_, i) => `"m${i}":${i}`).join()}}`) })
    render(<Claims />)
    await userEvent.click(await screen.findByRole('button', { name: 'Show 140 more members' }))
    expect(screen.getByRole('button', { name: 'm199' })).toBeDefined()
  })
})

describe('Findings', () => {
  it('lists each with rule and severity, gravest first, and leads to the place', async () => {
    const text = token('{"big":9223372036854775807,"a":1,"a":2}')
    setInputs({ text })
    render(<Findings />)
    // Their code comes with the first of them.
    await screen.findByText(/9223372036854775807 in the payload/, {}, { timeout: 10_000 })
    const items = screen.getAllByRole('listitem')
    expect(items.map(({ dataset }) => [dataset.rule, dataset.severity])).toEqual([
      ['json-duplicate-member', 'error'],
      ['json-number-precision', 'error'],
      ['exp-missing', 'warning'],
      ['aud-missing', 'warning'],
      ['iss-missing', 'warning'],
      ['typ-generic', 'warning'],
    ])
    expect(items[1]!.textContent).toContain('9223372036854775807 in the payload becomes 9223372036854776000')
    await userEvent.click(within(items[0]!).getByRole('button'))
    expect(usePointing.getState().caret).toMatchObject({ in: 'token' })
  })

  it('follows the life of the token to the second', async () => {
    const begin = 1_800_000_001
    setInputs({ text: token(`{"nbf":${begin},"exp":${begin + 1}}`), now: begin - 1 })
    render(<Findings />)
    await screen.findByText('Not valid yet', {}, { timeout: 10_000 })
    act(() => setInputs({ now: begin }))
    expect(screen.queryByText('Not valid yet')).toBeNull()
    act(() => setInputs({ now: begin + 1 }))
    expect(screen.getByText('Expired')).toBeDefined()
  })
})

describe('the boxes', () => {
  it('takes a key as it is, white space included', async () => {
    render(<KeyBox />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Key' }), ' a b{enter}')
    expect(useInputs.getState().keyText).toBe(' a b\n')
  })
  it('offers every key format', async () => {
    render(<KeyBox />)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Key format' }), 'secret-hex')
    expect(useInputs.getState().keyFormat).toBe('secret-hex')
  })
  it('says what was recognized and what was ignored', async () => {
    render(<InputRegion />)
    setInputs({ text: `Bearer ${token('{}')}\n` })
    expect(
      await screen.findByText(/from an Authorization header.* 8 characters around it ignored/),
    ).toBeDefined()
    setInputs({ text: '-----BEGIN PUBLIC KEY-----' })
    expect(await screen.findByText(/belongs in the Key box/)).toBeDefined()
  })
  it('takes a sample with its key', async () => {
    render(<InputRegion />)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sample' }), 'ES256')
    expect(useInputs.getState().keyText).toContain('-----BEGIN PUBLIC KEY-----')
    expect(inspectionOf(useInputs.getState()).token?.header.alg).toBe('ES256')
  })
})

describe('a part', () => {
  it('is shown pretty, as it was, and in octets', async () => {
    const text = token('{"a": 1.10}')
    setInputs({ text })
    render(<PayloadPart />)
    const shown = () => screen.getByRole('textbox', { name: 'Payload text' }).textContent
    expect(shown()).toBe('{\n  "a": 1.10\n}')
    await userEvent.click(screen.getByRole('radio', { name: 'Original' }))
    expect(shown()).toBe('{"a": 1.10}')
    await userEvent.click(screen.getByRole('radio', { name: 'Bytes' }))
    expect(shown()).toMatch(/7b 22 61 22 3a 20 31 2e .*\n00000008 {2}31 30 7d/)
  })
  it('says what will be there, or why it is not', () => {
    const { container } = render(<PayloadPart />)
    expect(container.textContent).toMatch(/^PayloadThe payload, decoded:/)
    act(() => setInputs({ text: `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` }))
    expect(container.textContent).toMatch(/^PayloadEncrypted:/)
  })
  it('refuses to be changed', async () => {
    setInputs({ text: token('{"a":1}') })
    render(<PayloadPart />)
    const box = screen.getByRole('textbox', { name: 'Payload text' })
    expect(box.getAttribute('aria-readonly')).toBe('true')
    await userEvent.type(box, 'x')
    expect(screen.getByRole('textbox', { name: 'Payload text' }).textContent).toBe('{\n  "a": 1\n}')
  })
})

describe('a JSON serialization', () => {
  const unprotected = JSON.stringify({
    payload: encode('{"sub":"me"}'),
    signatures: [{ header: { alg: 'HS256', kid: 'k', mine: 1 }, signature: 'A'.repeat(43) }],
  })

  it('has the parameters explained that nothing protects', async () => {
    setInputs({ text: unprotected })
    render(<Claims />)
    await waitFor(() => screen.getByRole('heading', { name: 'Unprotected header' }))
    const list = screen.getByRole('heading', { name: 'Unprotected header' }).nextElementSibling!
    expect(list.textContent).toMatch(/kid.*Key ID.*mine.*Private parameter/)
    await userEvent.click(within(list as HTMLElement).getByRole('button', { name: 'kid' }))
    const { caret } = usePointing.getState()
    expect(caret?.in === 'characters' && unprotected.slice(caret.span.from, caret.span.to)).toBe(
      '{"alg":"HS256","kid":"k","mine":1}',
    )
  })
})

describe('a token that another encrypts', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP', { extractable: true })
  const seal = (content: string) =>
    new CompactEncrypt(new TextEncoder().encode(content))
      .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A128GCM', kid: 'reader' })
      .encrypt(publicKey)
  const jwk = await exportJWK(privateKey)

  it('is wanted a key for by name, and a private key that opens it is called so', async () => {
    const text = await seal(token('{"sub":"me"}'))
    setInputs({ text })
    render(
      <>
        <KeyBox />
        <PayloadPart />
      </>,
    )
    await screen.findByText('RSA-OAEP needs the recipient’s private RSA key (kid reader).', {
      exact: false,
    })
    setInputs({ keyText: JSON.stringify(jwk) })
    await screen.findByText('RSA, 2,048 bit, private')
    expect(screen.getByText('opens it')).toBeDefined()
    expect(screen.queryByText(/Another token/)).toBeNull()
    const inspection = inspectionOf(useInputs.getState())
    act(() => showLevel(inspection, 0))
    screen.getByText('Another token: it is taken apart under its own tab, “2: JWS”.')
    setInputs({
      keyText: JSON.stringify(
        await exportJWK((await generateKeyPair('RSA-OAEP', { extractable: true })).privateKey),
      ),
    })
    await screen.findByText('does not open it')
  })
})
