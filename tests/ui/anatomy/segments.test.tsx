import { createHash } from 'node:crypto'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBase64url } from '../../../src/core/text/base64url.ts'
import { inspectionOf } from '../../../src/state/inspection.ts'
import { linkOf } from '../../../src/state/link.ts'
import { caretAt, usePointing } from '../../../src/state/pointer.ts'
import { shownAtOnce, startFollowing } from '../../../src/state/settled.ts'
import { setInputs, useInputs } from '../../../src/state/store.ts'
import { Anatomy } from '../../../src/ui/anatomy/Anatomy.tsx'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const header = '{"alg":"HS256","typ":"JWT"}'

let stop = () => {}
beforeEach(() => {
  setInputs({ text: '', keyText: '', keyFormat: 'detect' })
  caretAt(null)
  stop = startFollowing()
})
afterEach(() => {
  stop()
  cleanup()
})

const group = (number: number) => screen.getByRole('button', { name: new RegExp(`, group ${number}$`) })

describe('every segment can be chosen', () => {
  const hs = encode(header)
  const disclosures = ['["c2FsdDE","given_name","Ada"]', '["c2FsdDI",7]'].map(encode)
  const digests = disclosures.map((one) => createHash('sha256').update(one).digest('base64url'))
  const payload = encode(JSON.stringify({ _sd: [digests[0]] }))
  const keyBinding = `${encode('{"alg":"ES256"}')}.${encode('{"nonce":"n"}')}.DDDD`
  const sdJwt = `${hs}.${payload}.AAAA~${disclosures.join('~')}~${keyBinding}`
  const signatures = ['HS256', 'HS384'].map((alg, i) => ({
    protected: encode(JSON.stringify({ alg })),
    signature: 'AB'[i]!.repeat(4),
  }))
  const dir = encode('{"alg":"dir","enc":"A128GCM"}')
  const recipients = Array.from({ length: 5 }, (_, i) => ({ encrypted_key: 'ABCDE'[i]!.repeat(4) }))
  const sealed = { protected: dir, aad: 'HHHH', iv: 'IIII', ciphertext: 'JJJJ', tag: 'KKKK' }
  const check = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
  const select = (name: string, option: string) =>
    userEvent.selectOptions(screen.getByRole('combobox', { name }), option)

  it.each<[form: string, text: string, choose: () => Promise<void>, first: string, status: string]>([
    [
      'a disclosure',
      sdJwt,
      async () => {
        await check('Disclosures')
        await select('Part', 'Disclosure 2: (array element)')
      },
      disclosures[1]!.slice(0, 4),
      'of disclosure 2 are in',
    ],
    [
      'the payload of a Key Binding JWT',
      sdJwt,
      async () => {
        await check('Key Binding JWT')
        await check('payload')
      },
      'eyJu',
      'of the payload of the Key Binding JWT',
    ],
    [
      'the second of two signatures',
      JSON.stringify({ payload: 'e30', signatures }),
      async () => {
        await check('Signature 2')
        await check('signature')
      },
      'BBBB',
      'of the signature are in',
    ],
    ['an initialization vector', JSON.stringify(sealed), () => check('initialization vector'), 'IIII', ''],
    ['a tag', JSON.stringify(sealed), () => check('authentication tag'), 'KKKK', ''],
    [
      'additional authenticated data',
      JSON.stringify(sealed),
      () => check('additional authenticated data'),
      'HHHH',
      '',
    ],
    [
      'the encrypted key of the last of many recipients',
      JSON.stringify({ ...sealed, recipients }),
      async () => {
        await select('Part of', 'Recipient 5')
        await check('encrypted key')
      },
      'EEEE',
      'of the encrypted key are in',
    ],
  ])('%s', async (_, text, choose, first, status) => {
    setInputs({ text })
    render(<Anatomy focus="bytes" />)
    await choose()
    await userEvent.click(group(1))
    expect(group(1).textContent).toBe(first)
    expect(screen.getByRole('status').textContent).toContain(status)
    const point = usePointing.getState().caret
    const { characters } = linkOf(inspectionOf(useInputs.getState()).token, point) ?? {}
    if (!text.includes('signatures') && !text.includes('recipients'))
      expect(text.slice(characters?.from, characters?.to)).toBe(first)
  })

  it('follows the caret to a disclosure, and shows its elements and digest', async () => {
    setInputs({ text: sdJwt })
    render(<Anatomy focus="bytes" />)
    act(() => caretAt({ in: 'token', offset: sdJwt.indexOf(disclosures[0]!) + 20 }))
    const part = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Part' })
    expect(part.selectedOptions[0]?.textContent).toBe('Disclosure 1: given_name')
    await select('Element', 'value')
    expect(screen.getByRole('status').textContent).toContain('Octets 24 to 28 of disclosure 1')
    expect(await screen.findByText(digests[0]!)).toBeDefined()
    expect(screen.getByText(/It stands in the payload, at \/_sd\/0\./)).toBeDefined()
    await select('Part', 'Disclosure 2: (array element)')
    expect(screen.getByText(digests[1]!)).toBeDefined()
    expect(screen.getByText(/must reject the disclosure/)).toBeDefined()
  })

  it('of another signature at the caret, which comes to the foreground once one of its parts is chosen', async () => {
    const text = JSON.stringify({ payload: 'e30', signatures })
    setInputs({ text })
    render(<Anatomy focus="bytes" />)
    act(() => caretAt({ in: 'token', offset: text.indexOf('BBBB') }))
    const second = await screen.findByRole<HTMLInputElement>('radio', { name: 'Signature 2' })
    expect(second.checked).toBe(true)
    expect(screen.getByRole('status').textContent).toContain('of the signature of signature 2')
    await check('payload')
    expect(second.checked).toBe(true)
    await check('header')
    expect(shownAtOnce().token).toMatchObject({ shown: 1 })
  })

  it('draws a window of many disclosures', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => encode(JSON.stringify(['salt', `n${i}`, i])))
    setInputs({ text: `${hs}.e30.AAAA~${many.join('~')}~` })
    render(<Anatomy focus="bytes" />)
    await check('Disclosures')
    expect(screen.getByRole('combobox', { name: 'Part' }).children).toHaveLength(200)
    const box = screen.getByRole('spinbutton', { name: /^Disclosure/ })
    await userEvent.tripleClick(box)
    await userEvent.keyboard('777')
    const part = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Part' })
    expect(part.selectedOptions[0]?.textContent).toBe('Disclosure 777: n776')
    expect(part.children).toHaveLength(200)
  })
})
