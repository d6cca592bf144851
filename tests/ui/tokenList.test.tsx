import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recognizedText } from '../../src/content/messages/input.ts'
import { inspect } from '../../src/core/inspect.ts'
import type { Found } from '../../src/core/recognize/found.ts'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import type { Row } from '../../src/state/batch.ts'
import { startBatch } from '../../src/state/batch.ts'
import { setInputs, useInputs } from '../../src/state/store.ts'
import { InputRegion } from '../../src/ui/input/InputRegion.tsx'
import type { Order } from '../../src/ui/input/listing.ts'
import { listed } from '../../src/ui/input/listing.ts'

const encode = (text: string) => writeBase64url(new TextEncoder().encode(text))
const token = (payload: object, header: object = { alg: 'HS256' }) =>
  `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}.${'A'.repeat(43)}`

let stop = () => {}
beforeEach(() => {
  setInputs({ text: '', selected: 0, keyText: '', keyFormat: 'detect', now: 1_800_000_000 })
  stop = startBatch()
})
afterEach(() => {
  stop()
  cleanup()
})

describe('the list of tokens', () => {
  it('tells of each whose it is, until when, and what the key says', async () => {
    const text = [
      token({ iss: 'https://a.example', sub: 'ann', exp: 1_800_003_600 }),
      token({ iss: 'https://b.example', exp: 1_799_990_000 }, { alg: 'none' }).slice(0, -43),
      token({ sub: 'cat' }, { alg: 'RS256' }).slice(0, -44),
    ].join('\n')
    render(<InputRegion />)
    setInputs({ text, keyText: 'x'.repeat(40) })
    const list = await screen.findByRole('listbox', { name: 'Tokens found' })
    await waitFor(() => expect(screen.getByText(/1 not verified/)).toBeDefined())
    const rows = within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
    expect(rows[0]).toMatch(/line 1.*Not verified.*HS256 https:\/\/a\.example · ann.*expires in 60 min/)
    expect(rows[1]).toMatch(/Unsecured.*none https:\/\/b\.example.*expired/)
    expect(rows[2]).toMatch(/Not readable.*RS256 broken/)
  })

  it('says of a token that stands twice where it stood first, and of a HAR file which request had it', async () => {
    const entry = (path: string, value: string) => ({
      request: { method: 'GET', url: `https://a.example/${path}?q=1`, headers: [{ name: 'x', value }] },
    })
    const entries = [
      entry('one', token({ sub: 'a' })),
      entry('two', token({ sub: 'b' })),
      entry('three', token({ sub: 'a' })),
    ]
    const text = JSON.stringify({ log: { entries } })
    render(<InputRegion />)
    setInputs({ text })
    const list = await screen.findByRole('listbox', { name: 'Tokens found' })
    await within(list).findByText(/same as line 1/)
    const rows = within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
    expect(rows[0]).toMatch(/^x GET a\.example\/one, line 1/)
    expect(rows[1]).not.toMatch(/same as/)
    expect(rows[2]).toMatch(/^x GET a\.example\/three, line 1.*same as line 1/)
  })

  it('says that more may follow where it stops looking', () => {
    const text = `${'eyJhbGciOiJIUzI1NiJ9.e30.AAAA\n'.repeat(100_001)}`
    expect(recognizedText(inspect(text))).toMatch(/^100,000 tokens\. More may follow/)
    expect(recognizedText(inspect(text.slice(0, 3000)))).not.toMatch(/More may follow/)
  })

  it('is absent where there is one token', () => {
    setInputs({ text: token({}) })
    render(<InputRegion />)
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('moves the selection by keys and filters', async () => {
    setInputs({ text: Array.from({ length: 8 }, (_, i) => `t${i}=${token({ sub: `s${i}` })}`).join('\n') })
    render(<InputRegion />)
    const list = screen.getByRole('listbox', { name: 'Tokens found' })
    list.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(useInputs.getState().selected).toBe(2)
    await userEvent.keyboard('{End}')
    expect(useInputs.getState().selected).toBe(7)
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter tokens' }), 't3')
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1))
    expect(within(list).getByRole('option').textContent).toContain('t3')
  })
})

describe('sorting', () => {
  const found = ['b', 'a', null, 'c'].map((name, i) => ({ name, line: i + 1 }) as Found)
  const row = (word: Row['word'], alg: string | null, issuer: string | null, exp: number | null): Row => ({
    ...{ kind: 'jws', subject: null, nbf: null },
    ...{ word, alg, issuer, exp },
  })
  const rows = [
    row('verified', 'RS256', 'y', 30),
    row('failed', 'ES256', null, null),
    undefined,
    row('needs-key', null, 'x', 10),
  ]
  it.each<[Order, number[]]>([
    ['text', [0, 1, 2, 3]],
    ['name', [1, 0, 3, 2]],
    ['state', [1, 3, 0, 2]],
    ['alg', [1, 0, 2, 3]],
    ['issuer', [3, 0, 1, 2]],
    ['time', [3, 0, 1, 2]],
  ])('by %s', (order, expected) => {
    expect(listed(found, rows, { order, part: '', state: '' })).toEqual(expected)
  })
  it('keeps what is asked for', () => {
    expect(listed(found, rows, { order: 'text', part: 'RS', state: '' })).toEqual([0])
    expect(listed(found, rows, { order: 'text', part: 'line 3', state: '' })).toEqual([2])
    expect(listed(found, rows, { order: 'text', part: '', state: 'failed' })).toEqual([1])
  })
})
