import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { decode } from '../../src/core/decode/index.ts'
import { examine } from '../../src/core/validate/presented.ts'
import { Selective } from '../../src/ui/sdjwt/Selective.tsx'
import { Hidden, issue, unsigned } from '../core/validate/issuer.ts'

afterEach(cleanup)

async function shown(claims: Parameters<typeof issue>[0]): Promise<string> {
  const text = unsigned(issue(claims))
  const sdJwt = decode(text, { from: 0, to: text.length })
  if (sdJwt.kind !== 'sd-jwt') throw new Error(sdJwt.kind)
  render(<Selective text={text} presented={await examine(text, sdJwt, null)} />)
  return screen.getByRole('region', { name: 'Disclosures' }).textContent
}

it('says that digests cannot be computed where the hash is not known', async () => {
  const said = await shown({ name: new Hidden('Ada'), _sd_alg: 'md5' })
  expect(said).toContain('Its digest cannot be computed.')
  expect(said).toContain('Without the hash no digest can be computed')
  expect(said).not.toMatch(/stands nowhere|Every digest is answered/)
})

it('says where a digest stands, and that all are answered, where it is', async () => {
  const said = await shown({ name: new Hidden('Ada') })
  expect(said).toContain('At the top level of the payload.')
  expect(said).toContain('Every digest is answered.')
  expect(said).not.toContain('computed')
})
