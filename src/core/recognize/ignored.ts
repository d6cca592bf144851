import type { Found } from './found.ts'

/** Longest text in which what stands beside the tokens is named. */
const LONGEST = 100_000
/** Most names that are worth telling. */
const MOST = 12

const MEMBER = /"([\w.-]{1,60})"\s{0,20}:/g
const PARAMETER = /(?:^|[?#&\s])([\w.-]{1,60})=/g

/**
 * Names of what stands beside the tokens in an address or in the answer of a token endpoint, and is no token: `code`,
 * `state`, an opaque `refresh_token`. None for other forms, whose surroundings have no names.
 */
export function ignoredNames(text: string, found: readonly Found[]): readonly string[] {
  const form = found[0]?.form
  const pattern =
    form === 'token-response' ? MEMBER : form === 'url' || form === 'parameter' ? PARAMETER : null
  if (pattern === null || text.length > LONGEST) return []
  const tokens = new Set(found.map(({ name }) => name))
  const names = new Set<string>()
  for (const { 1: name } of text.matchAll(pattern)) if (!tokens.has(name!)) names.add(name!)
  return [...names].slice(0, MOST)
}
