import type { Form } from './place.ts'
import { authorizationBefore, cookieBefore, memberBefore, parameterBefore } from './place.ts'

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
