import type { KeyFault } from '../core/keys/fault.ts'
import { readKeys } from '../core/keys/index.ts'
import type { KeySet } from '../core/keys/material.ts'
import type { Fault, Result } from '../core/text/result.ts'
import type { Inputs } from './store.ts'

/** What the text in the Key box turned out to be. */
export type KeysReading = Result<KeySet, Fault<KeyFault>>

type Asked = Pick<Inputs, 'keyText' | 'keyFormat'>

let last: (Asked & { readonly reading: Promise<KeysReading> }) | null = null

/** Reads the keys; the same text is read once, so that what was imported for a key serves the next token too. Never rejects. */
export function keysOf({ keyText, keyFormat }: Asked): Promise<KeysReading> {
  if (last === null || last.keyText !== keyText || last.keyFormat !== keyFormat) {
    last = { keyText, keyFormat, reading: readKeys(keyText, keyFormat) }
  }
  return last.reading
}
