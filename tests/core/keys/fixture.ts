import { readFileSync } from 'node:fs'

const folder = new URL('../../fixtures/', import.meta.url)

/** The text of a file under tests/fixtures. */
export function fixture(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8')
}

export function jsonFixture<T>(path: string): T {
  return JSON.parse(fixture(path)) as T
}
