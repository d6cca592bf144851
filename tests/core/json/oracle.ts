import { isDeepStrictEqual } from 'node:util'

/** What `JSON.parse` has to say, put so that the scanner can be held against it. */

/**
 * Whether two plain values are the same, own properties called `constructor` or `__proto__` and the sign of
 * zero included.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What can finish a token that was begun: the rest of an escape, a string, a member, a number, a literal. */
const endings = ['', '0', ':0', '"":0']
for (const rest of ['', 'n', '0', '00', '000', '0000']) endings.push(`${rest}"`, `${rest}":0`)
for (const literal of ['true', 'false', 'null']) {
  for (let at = 1; at < literal.length; at++) endings.push(literal.slice(at))
}

/** Whether some JSON text begins with this one. */
export function beginsJson(prefix: string): boolean {
  const closers: string[] = []
  let inString = false
  for (let at = 0; at < prefix.length; at++) {
    const character = prefix[at]!
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{') closers.unshift('}')
    else if (character === '[') closers.unshift(']')
    else if (character === '}' || character === ']') closers.shift()
  }
  return endings.some((ending) => isJson(prefix + ending + closers.join('')))
}
