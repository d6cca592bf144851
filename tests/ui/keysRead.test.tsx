import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFollowing } from '../../src/state/settled.ts'
import { type KeyFormatChoice, setInputs } from '../../src/state/store.ts'
import { KeyBox } from '../../src/ui/key/KeyBox.tsx'
import { fixture } from '../core/keys/fixture.ts'

let stop = () => {}
beforeEach(() => {
  stop = startFollowing()
})
afterEach(() => {
  stop()
  cleanup()
})

function show(keyText: string, keyFormat: KeyFormatChoice = 'detect') {
  setInputs({ text: '', keyText, keyFormat, now: 1_800_000_000 })
  render(<KeyBox />)
}

describe('what was read of the key text', () => {
  it('names a key’s form, kind and thumbprint', async () => {
    show(fixture('keys/p256.sec1.pem'))
    await waitFor(() => screen.getByText('EC P-256 (public half of the private key you gave)'))
    screen.getByText('PEM EC private key (SEC1)', { selector: 'p' })
    await waitFor(() => screen.getByRole('button', { name: 'Copy thumbprint' }))
  })

  it('lists the keys of a set with their places, and what could not be read', async () => {
    const { keys } = JSON.parse(fixture('keys/jose-set.jwks.json'))
    show(JSON.stringify({ keys: [{ kty: 'new' }, ...keys] }))
    await waitFor(() => screen.getByText('JWK Set (JSON): 3 keys, 1 more cannot be read'))
    const rows = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(rows[1]).toMatch(/^2EC P-384kid b/)
    screen.getByText(/^key 1: The key type “new” is not known here/)
  })

  it('draws few of many keys until asked for all', async () => {
    const { keys } = JSON.parse(fixture('keys/jose-set.jwks.json'))
    show(JSON.stringify({ keys: Array.from({ length: 300 }, (_, i) => keys[i % 3]) }))
    const more = await waitFor(() => screen.getByRole('button', { name: 'Show all 300 keys' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(20)
    more.click()
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(300))
  })

  it('shows no thumbprint of a secret', async () => {
    show('a secret of more than thirty-two octets')
    await waitFor(() => screen.getByText('Secret, 312 bit'))
    expect(screen.queryByText('Thumbprint')).toBeNull()
  })

  it('folds a chain’s certificates, and says by whom each is signed', async () => {
    show(fixture('keys/chain-ecdsa.chain.pem'))
    await waitFor(() => screen.getByText(/Certificate CN=chain-ecdsa Root.*signed by itself/))
    const leaf = screen.getByText(/Certificate CN=chain-ecdsa\.example\.com.*signed by the next/)
    within(leaf.closest('details')!).getByText('SHA-256 (x5t#S256)')
  })

  it('says of a certificate without a subject that it has none', async () => {
    show(fixture('keys/nameless.certificate.pem'))
    await waitFor(() => screen.getByText(/^Certificate without a subject: expires/))
  })

  it('shows the very characters that cannot be read', async () => {
    show(fixture('keys/p256.spki.pem').replace('MFkw', 'MF!w'))
    await waitFor(() => screen.getByText('!', { selector: 'mark' }))
    screen.getByText(/^Line 2, column 3/)
  })

  it.each([
    ['secret-hex', 1],
    ['detect', 0],
  ] as const)(
    'says of a key that cannot be read as %s that another form was chosen: %i',
    async (format, said) => {
      show(fixture('keys/p256.spki.pem').replace('MFkw', 'MF!w'), format)
      await waitFor(() => screen.getByText(/^Line/))
      expect(screen.queryAllByText(/Detect tries all forms/)).toHaveLength(said)
    },
  )

  it('offers the command that opens an encrypted key', async () => {
    show(fixture('keys/p256.encrypted.pem'))
    await waitFor(() => screen.getByRole('button', { name: 'Copy command' }))
  })
})
