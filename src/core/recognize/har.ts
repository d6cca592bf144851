import type { Form } from './place.ts'
import { authorizationBefore, cookieBefore, memberBefore, parameterBefore } from './place.ts'

const REQUEST = /"request"\s*:\s*\{/g
const METHOD = /"method"\s*:\s*"([A-Za-z]{1,20})"/
const ADDRESS = /"url"\s*:\s*"[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^"\\/?#@]{0,200}@)?([^"\\?#]{1,1000})/
/** Characters of a request in which its method and address are looked for. */
const SEEN = 4096

/** A request of a HAR file. */
export interface Request {
  readonly from: number
  /** Method, host and path: the query can hold secrets. */
  readonly name: string
}

/** All requests of a HAR file, in the order of the text. */
export function requestsIn(text: string): readonly Request[] {
  const found: Request[] = []
  for (const { index } of text.matchAll(REQUEST)) {
    const seen = text.slice(index, index + SEEN)
    const name = [METHOD.exec(seen)?.[1], ADDRESS.exec(seen)?.[1]].filter((part) => part !== undefined)
    if (name.length > 0) found.push({ from: index, name: name.join(' ') })
  }
  return found
}

/** A HAR file, as the developer tools of browsers export it: headers, cookies, addresses and bodies of many requests. */
export const har: Form = {
  id: 'har',
  holds: (head) => /^\s*\{\s*"log"\s*:\s*\{/.test(head),
  nameAt: ({ before }) =>
    memberBefore(before) ??
    authorizationBefore(before) ??
    parameterBefore(before) ??
    cookieBefore(before) ??
    null,
}
