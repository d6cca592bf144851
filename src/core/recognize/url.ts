import type { Form } from './place.ts'
import { parameterBefore } from './place.ts'

/** How far back an address may begin: several tokens in one make it long. */
const LONGEST = 8192

/** An address with the token in its query, its fragment (RFC 6749 section 4.2.2) or its path. */
export const url: Form = {
  id: 'url',
  nameAt({ before, text, stretch, lineFrom }) {
    const name = parameterBefore(before)
    if (name === undefined && !before.endsWith('/')) return undefined
    const { from } = stretch.span
    const near = text.slice(Math.max(lineFrom, from - LONGEST), from)
    const scheme = near.lastIndexOf('://')
    return scheme > 0 && !/[\s"'<>]/.test(near.slice(scheme)) ? (name ?? null) : undefined
  },
}
