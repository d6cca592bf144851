import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspect } from '../../src/core/inspect.ts'
import { writeBase64url } from '../../src/core/text/base64url.ts'
import { useExpectations } from '../../src/state/expectations.ts'
import { setInputs } from '../../src/state/store.ts'
import { Checks } from '../../src/ui/checks/Checks.tsx'
import { flipsOf, lifeOf } from '../../src/ui/checks/life.ts'

const NOW = 1_800_000_000
const encode = (value: object) => writeBase64url(new TextEncoder().encode(JSON.stringify(value)))

function show(header: object, claims: object) {
  const { token } = inspect(`${encode({ alg: 'RS256', ...header })}.${encode(claims)}.AAAA`)
  render(<Checks token={token!} />)
  return screen.getByRole('region', { name: 'Checks' })
}

const initial = useExpectations.getInitialState()
beforeEach(() => {
  setInputs({ now: NOW })
  useExpectations.setState(initial, true)
})
afterEach(cleanup)

describe('checks', () => {
  it('names the kind, why, and the rules that are broken', () => {
    const region = show({ typ: 'at+jwt' }, { iss: 'https://i.example', exp: NOW + 60, sub: 's', iat: NOW })
    expect(region.textContent).toContain('Known because typ is at+jwt')
    const broken = within(region)
      .getAllByRole('img', { name: 'broken' })
      .map((mark) => mark.closest('li')!.querySelector('code')!.textContent)
    expect(new Set(broken)).toEqual(new Set(['aud', 'client_id', 'jti']))
  })
  it('tells an unmet audience with what stands there', async () => {
    const region = show({}, { aud: ['web'], exp: NOW + 60 })
    await userEvent.type(within(region).getByRole('textbox', { name: 'Expected audience' }), 'api')
    expect(region.querySelector('[data-expected="audience"]')!.textContent).toMatch(
      /aud It is \["web"\]; you expect api\./,
    )
    await userEvent.clear(within(region).getByRole('textbox', { name: /Expected audience/ }))
    expect(region.querySelector('[data-expected]')).toBeNull()
  })
  it('takes another kind by hand', async () => {
    const region = show({}, { token_type: 'access', exp: NOW + 60, jti: 'j', user_id: '1' })
    const kind = within(region).getByRole('combobox', { name: /Kind of token/ })
    expect(within(region).getByText('SimpleJWT access token', { selector: 'strong' })).toBeTruthy()
    await userEvent.selectOptions(kind, 'oidc-id-token')
    expect(within(region).getByText('ID token', { selector: 'strong' })).toBeTruthy()
  })
  it('judges at another moment, and with tolerance', async () => {
    const region = show({}, { exp: NOW - 30 })
    const state = () => region.querySelector('[role=status]')!.getAttribute('data-state')
    expect(state()).toBe('expired')
    const skew = within(region).getByRole('spinbutton', { name: 'Clock tolerance, seconds' })
    await userEvent.clear(skew)
    await userEvent.type(skew, '60')
    expect(state()).toBe('valid')
    await userEvent.click(within(region).getByRole('button', { name: 'exp' }))
    expect(useExpectations.getState().at).toBe(NOW + 30)
    expect(state()).toBe('expired')
  })
  it.each([{ sub: 's' }, { exp: 'soon' }, { exp: 1e15 }])(
    'lets a chosen moment be taken back beside %j, which is at no moment',
    async (claims) => {
      useExpectations.setState({ at: NOW - 60 })
      const region = show({}, claims)
      await userEvent.click(within(region).getByRole('button', { name: 'Now' }))
      expect(useExpectations.getState().at).toBeNull()
      expect(within(region).queryByRole('button', { name: 'Now' })).toBeNull()
    },
  )
  it('holds the tolerance to 600 seconds', async () => {
    const region = show({}, { exp: NOW })
    await userEvent.type(within(region).getByRole('spinbutton'), '9999')
    expect(useExpectations.getState().skew).toBe(600)
  })
})

describe('the line of a life', () => {
  const date = (seconds: number) => ({ node: 0, text: '', seconds, unit: 'seconds' as const })
  it('has the present in it while it is near', () => {
    const life = { exp: date(NOW + 300), nbf: null, iat: date(NOW) }
    expect(lifeOf(life, NOW + 700)).toEqual({ from: NOW - 60, to: NOW + 700 })
    expect(lifeOf(life, NOW + 1e6)).toEqual({ from: NOW - 60, to: NOW + 360 })
    expect(lifeOf({ exp: null, nbf: null, iat: null }, NOW)).toBeNull()
  })
  it('puts each change at its second, tolerance included', () => {
    const flips = flipsOf({ exp: date(NOW + 300), nbf: date(NOW), iat: date(NOW + 0.5) }, 10)
    expect(flips.map(({ claim, seconds }) => [claim, seconds - NOW])).toEqual(
      [
        ['iat', -9],
        ['nbf', -10],
        ['exp', 310],
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    )
  })
})
