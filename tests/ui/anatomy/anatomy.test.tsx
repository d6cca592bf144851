import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CompactEncrypt } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { piecesOf } from '../../../src/core/decode/segments.ts'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { inspectionOf } from '../../../src/state/inspection.ts'
import { showPart } from '../../../src/state/level.ts'
import { caretAt, usePointing } from '../../../src/state/pointer.ts'
import { shownAtOnce, startFollowing } from '../../../src/state/settled.ts'
import { setInputs, useInputs } from '../../../src/state/store.ts'
import { Anatomy } from '../../../src/ui/anatomy/Anatomy.tsx'
import { LaterAnatomy } from '../../../src/ui/anatomy/LaterAnatomy.tsx'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const header = '{"alg":"HS256","typ":"JWT"}'
const token = (payload: string, signature = 'A'.repeat(43)) =>
  `${encode(header)}.${encode(payload)}.${signature}`

let stop = () => {}
beforeEach(() => {
  setInputs({ text: token('{"sub":"é😀","n":1}'), keyText: '', keyFormat: 'detect' })
  caretAt(null)
  stop = startFollowing()
})
afterEach(() => {
  stop()
  cleanup()
})

const texts = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)
const group = (number: number) => screen.getByRole('button', { name: new RegExp(`, group ${number}$`) })

describe('characters to JSON', () => {
  it('opens the first group of the header', () => {
    render(<Anatomy focus="bytes" />)
    expect(texts('Characters with their bits')).toEqual([
      'e 30 011110',
      'y 50 110010',
      'J 9 001001',
      'h 33 100001',
    ])
    expect(texts('Octets')).toEqual(['7b octet 0 01111011', '22 octet 1 00100010', '61 octet 2 01100001'])
    expect(texts('Text characters')).toEqual(['{ octet 0', '" octet 1', 'a octet 2'])
  })

  it('opens the group that is clicked, and lights its characters', async () => {
    render(<Anatomy focus="bytes" />)
    await userEvent.click(group(2))
    expect(texts('Octets').map((text) => text?.slice(0, 2))).toEqual(['6c', '67', '22'])
    expect(usePointing.getState().caret).toEqual({
      in: 'segment',
      name: 'protected',
      octets: { from: 3, to: 6 },
    })
    expect(group(2).dataset.lit).toBe('true')
    expect(screen.getByRole('status').textContent).toContain('characters 5 to 8')
  })

  it('goes from group to group by arrow keys, with one stop for Tab', async () => {
    render(<Anatomy focus="bytes" />)
    await userEvent.click(group(1))
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toBe(group(3))
    await userEvent.keyboard('{End}')
    expect(group(9).getAttribute('aria-pressed')).toBe('true')
    await userEvent.keyboard('{ArrowRight}{Home}{ArrowLeft}')
    expect(document.activeElement).toBe(group(1))
    const stops = screen.getByRole('toolbar').querySelectorAll('[tabindex="0"]')
    expect(stops).toHaveLength(1)
  })

  it('shows a character that straddles groups whole, and the way back from a claim', async () => {
    render(<Anatomy focus="bytes" />)
    await userEvent.click(screen.getByRole('radio', { name: 'payload' }))
    await userEvent.click(group(4))
    expect(texts('Text characters')).toEqual(['é octets 8 to 9', '😀 octets 10 to 13'])
    await userEvent.click(screen.getByRole('button', { name: /^😀/ }))
    expect(usePointing.getState().caret).toEqual({
      in: 'segment',
      name: 'payload',
      octets: { from: 10, to: 14 },
    })
    expect(group(4).getAttribute('aria-pressed')).toBe('true')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Claim' }), 'n')
    expect(screen.getByRole('status').textContent).toContain('Octets 16 to 20 of the payload')
  })

  it('follows the caret in the token', async () => {
    render(<Anatomy focus="bytes" />)
    caretAt({ in: 'token', offset: encode(header).length + 1 + 5 })
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'payload' }).checked).toBe(true),
    )
    expect(group(2).getAttribute('aria-pressed')).toBe('true')
  })

  it('draws a window of a long token, and jumps', async () => {
    setInputs({ text: token(JSON.stringify({ long: 'x'.repeat(3000) })) })
    render(<Anatomy focus="bytes" />)
    await userEvent.click(screen.getByRole('radio', { name: 'payload' }))
    const drawn = () => within(screen.getByRole('toolbar')).getAllByRole('button').length
    expect(drawn()).toBe(48)
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(group(49).getAttribute('aria-pressed')).toBe('true')
    const box = screen.getByRole('spinbutton', { name: /^Group/ })
    await userEvent.tripleClick(box)
    await userEvent.keyboard('1000')
    expect(group(1000)).toBeDefined()
    expect(drawn()).toBeLessThanOrEqual(48)
  })

  it.each([
    ['', 'There is no token to take apart.'],
    [`${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.$02.AAAA`, 'The payload stands as it is'],
    [`${encode(header)}..AAAA`, 'This part is empty'],
  ])('tells why there is nothing in %j', async (text, words) => {
    setInputs({ text })
    render(<Anatomy focus="bytes" />)
    const payload = screen.queryByRole('radio', { name: 'payload' })
    if (payload !== null) await userEvent.click(payload)
    expect(screen.getByText(new RegExp(words))).toBeDefined()
  })
})

describe('signing input to signature', () => {
  const cell = (id: string) => document.querySelector(`[data-cell="${id}"]`)
  const same = () => document.querySelector('[data-same]')?.getAttribute('data-same') ?? null

  it('asks for a key, and recomputes when it comes and changes', async () => {
    render(<Anatomy focus="signature" />)
    await waitFor(() => expect(screen.getByText(/Give a key that fits/)).toBeDefined())
    expect(cell('signing-input')?.textContent).toContain(`${encode(header)}.`)
    setInputs({ keyText: 'x'.repeat(40) })
    await waitFor(() => expect(same()).toBe('false'))
    expect(cell('key')?.textContent).toContain('78'.repeat(40))
    setInputs({ keyText: 'y'.repeat(40) })
    await waitFor(() => expect(cell('key')?.textContent).toContain('79'.repeat(40)))
  })

  it('says of an encrypted token what is authenticated', async () => {
    setInputs({
      text: `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`,
    })
    render(<Anatomy focus="signature" />)
    expect(await screen.findByRole('heading', { name: 'What the tag authenticates' })).toBeDefined()
    expect(cell('aad')?.textContent).toContain(encode('{"alg":"dir","enc":"A128GCM"}'))
  })

  it('leads back to no characters of what was decrypted', async () => {
    const key = new Uint8Array(16)
    const text = await new CompactEncrypt(new TextEncoder().encode('{"sub":"ada"}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128GCM' })
      .encrypt(key)
    setInputs({ text, keyText: JSON.stringify({ kty: 'oct', k: writeBase64url(key) }) })
    render(<Anatomy focus="bytes" />)
    await waitFor(() => expect(piecesOf(shownAtOnce().token!).has('payload')).toBe(true))
    act(() => caretAt({ in: 'segment', name: 'payload', octets: { from: 1, to: 4 } }))
    expect(await screen.findByText(/It was encrypted/)).toBeDefined()
    expect(screen.queryByRole('heading', { name: 'And back' })).toBeNull()
  })

  it.each([
    ['what crit demands is not known', '{"alg":"HS256","crit":["x"],"x":1}', ''],
    ['the structure is broken', header, '='],
  ])('does not end on agreement where %s', async (_, head, appended) => {
    const secret = 'x'.repeat(40)
    const input = `${encode(head)}.e30`
    const mac = createHmac('sha256', secret).update(input).digest('base64url')
    setInputs({ text: `${input}.${mac}${appended}`, keyText: secret })
    render(<Anatomy focus="signature" />)
    await waitFor(() => expect(same()).toBe('true'))
    expect(await screen.findByText(/a verifier must refuse this token/)).toBeDefined()
    setInputs({
      text: `${encode(header)}.e30.${createHmac('sha256', secret)
        .update(`${encode(header)}.e30`)
        .digest('base64url')}`,
    })
    await waitFor(() => expect(screen.queryByText(/must refuse this token/)).toBeNull())
  })

  it('is with its own key for a DPoP proof, whatever key is in the box', async () => {
    const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
    const head = { alg: 'EdDSA', typ: 'dpop+jwt', jwk: own.publicKey.export({ format: 'jwk' }) }
    const input = `${encode(JSON.stringify(head))}.${encode('{"jti":"1","htm":"GET"}')}`
    const signature = writeBase64url(sign(null, Buffer.from(input), own.privateKey))
    setInputs({ text: `${input}.${signature}` })
    render(<Anatomy focus="signature" />)
    await waitFor(() => expect(same()).toBe('true'))
    setInputs({ keyText: other.publicKey.export({ format: 'pem', type: 'spki' }).toString() })
    await waitFor(() => expect(screen.queryByText(/EdDSA/)).not.toBeNull())
    expect(same()).toBe('true')
    expect(screen.queryByText(/must refuse this token/)).toBeNull()
  })

  it('is of the signature that is shown, of several', async () => {
    const secret = 'x'.repeat(40)
    const signed = (header: string) => {
      const input = `${encode(header)}.e30`
      const mac = createHmac(header.includes('384') ? 'sha384' : 'sha256', secret)
      return { protected: encode(header), signature: mac.update(input).digest('base64url') }
    }
    const signatures = ['{"alg":"HS256"}', '{"alg":"HS384"}'].map(signed)
    setInputs({ text: JSON.stringify({ payload: 'e30', signatures }), keyText: secret })
    render(<Anatomy focus="signature" />)
    await waitFor(() =>
      expect([cell('mac')?.textContent?.includes('32 octets'), same()]).toEqual([true, 'true']),
    )
    act(() => showPart(inspectionOf(useInputs.getState()), 0, 1))
    await waitFor(() =>
      expect([cell('mac')?.textContent?.includes('48 octets'), same()]).toEqual([true, 'true']),
    )
  })

  it.each([
    [`${encode('{"alg":"None"}')}.e30.`, /There is no signature/],
    [`${encode(header)}.e30`, /The signature is missing/],
    ['e30.e30.e30.e30', /This is no whole token/],
    ['', /There is no token to take apart/],
  ])('tells what is missing in %j', async (text, words) => {
    setInputs({ text })
    render(<Anatomy focus="signature" />)
    expect(await screen.findByText(words)).toBeDefined()
  })

  it('takes no payload for one that was sent apart, or is empty', async () => {
    setInputs({ text: token(''), keyText: 'x'.repeat(40) })
    render(<Anatomy focus="signature" />)
    expect(await screen.findByText(/sent apart, or is empty/)).toBeDefined()
  })

  it('says that none protects nothing', async () => {
    setInputs({ text: `${encode('{"alg":"none"}')}.e30.` })
    render(<Anatomy focus="signature" />)
    expect(await screen.findByText(/Nothing is protected/)).toBeDefined()
  })
})

it('computes nothing before it is opened', async () => {
  render(<LaterAnatomy />)
  const region = screen.getByRole('region', { name: 'Anatomy' })
  expect(within(region).queryByRole('toolbar')).toBeNull()
  await userEvent.click(within(region).getByText('Anatomy'))
  expect(await within(region).findByRole('toolbar')).toBeDefined()
})
