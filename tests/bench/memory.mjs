/** What stays in memory after many pastes. */
import { heldMemory, wait } from './browser.mjs'
import { pasteOnce } from './paste.mjs'
import { makeToken } from './tokens.mjs'

/** @returns {Promise<{before: number, after: number}>} megabytes held before and after `pastes` pastes of another token each */
export async function measureMemory(inspector, { octets, pastes, warmUp, clipboard }) {
  const paste = async (seed) => {
    const made = makeToken(octets, seed)
    await clipboard.copy(made.token)
    await pasteOnce(inspector, made)
  }
  for (let i = 0; i < warmUp; i++) await paste(1000 + i)
  await wait(1000)
  const before = await heldMemory(inspector)
  for (let i = 0; i < pastes; i++) await paste(2000 + i)
  await wait(1000)
  return { before, after: await heldMemory(inspector) }
}
