import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKeys } from '../../../src/core/keys/index.ts'
import type { KeyFormat, KeyReading } from '../../../src/core/keys/material.ts'

const folder = join(import.meta.dirname, '../../fixtures')

/** The text of a file under tests/fixtures. */
export function fixture(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

export function jsonFixture<T>(path: string): T {
  return JSON.parse(fixture(path)) as T
}

/** Reads a text that holds one key. */
export async function readKey(text: string, format: KeyFormat | 'detect' = 'detect'): Promise<KeyReading> {
  const reading = await readKeys(text, format)
  if (!reading.ok) return reading
  if (reading.value.keys.length !== 1) throw new Error(`${reading.value.keys.length} keys`)
  return { ok: true, value: reading.value.keys[0]! }
}
