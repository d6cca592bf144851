import { type Finding, found, type Subject } from './finding.ts'
import { headerOf } from './located.ts'

/** Longest `kid` that is none of anybody's business. */
const LONGEST = 256

/** What a recipient might put into a path, a query, a command or a request. */
const shapes: readonly (readonly [why: string, shape: RegExp])[] = [
  ['path', /(?:\.|%2e){2}(?:[/\\]|%2f|%5c)|\/dev\/|\/etc\/|\/proc\/|^[a-z]:\\/i],
  ['nul', /\0|%00/],
  ['sql', /['"`].*(?:--|#|;|\b(?:or|and|union|select|drop|insert)\b)|\bunion\s+(?:all\s+)?select\b/i],
  ['shell', /[|&;<>]|\$[({]|`/],
  ['url', /^[a-z][a-z\d+.-]*:\/\//i],
]

/** A `kid` that reads like an attack on whoever looks it up (RFC 8725 section 3.10). */
export function kidInjection(subject: Subject): Finding[] {
  const header = headerOf(subject)
  const kid = header.text('kid')
  if (kid === null) return []
  const shape = shapes.find(([, candidate]) => candidate.test(kid.slice(0, 4096)))
  const why = shape?.[0] ?? (kid.length > LONGEST ? 'long' : null)
  return why === null
    ? []
    : [found('kid-injection', 'error', header.at('kid'), { why, characters: kid.length })]
}
