import type { Anatomy, CellId } from '../../../src/core/anatomy/cell.ts'
import { signatureAnatomy } from '../../../src/core/anatomy/signature.ts'
import { withPayload } from '../../../src/core/decode/signingInput.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { readKeys } from '../../../src/core/keys/index.ts'

/** Takes pasted text and a pasted key through the whole pipeline. */
export async function anatomyOf(text: string, keyText = '', apart?: string): Promise<Anatomy> {
  const { token: found } = inspect(text)
  const jws = found?.kind === 'sd-jwt' ? found.jws : found
  if (jws?.kind !== 'jws') throw new Error(`a ${jws?.kind}`)
  const token = apart === undefined ? jws : withPayload(jws, new TextEncoder().encode(apart))
  const keys = keyText === '' ? null : await readKeys(keyText, 'detect')
  if (keys?.ok === false) throw new Error(keys.fault.code)
  return signatureAnatomy(text, token, keys?.value.keys[0] ?? null)
}

export function cellIn({ cells }: Anatomy, id: CellId) {
  const cell = cells.find((one) => one.id === id)
  if (cell === undefined) throw new Error(`no ${id} in ${cells.map((one) => one.id)}`)
  return cell
}

export const hexIn = (anatomy: Anatomy, id: CellId): string =>
  Buffer.from(cellIn(anatomy, id).octets).toString('hex')

/** The octets of a named stretch. */
export function partIn(anatomy: Anatomy, id: CellId, part: string): string {
  const { octets, parts = [] } = cellIn(anatomy, id)
  const found = parts.find((one) => one.id === part)
  if (found === undefined) throw new Error(`no ${part} in ${parts.map((one) => one.id)}`)
  return Buffer.from(octets.subarray(found.from, found.to)).toString('hex')
}

/** Whether what must be the same is the same; null where the chain does not get so far. */
export const agreesIn = ({ cells }: Anatomy): boolean | null =>
  cells.find(({ equals }) => equals !== undefined)?.equals?.same ?? null

export const gapIn = ({ gap }: Anatomy): string | null =>
  typeof gap === 'object' ? (gap?.code ?? null) : gap
