import type { Form } from './place.ts'
import { authorizationBefore, memberBefore, parameterBefore } from './place.ts'

/** JSON Lines, as services write their logs: one object a line. */
export const jsonLog: Form = {
  id: 'json-log',
  holds: (head) => /^\s*\{[^\n]*\}[ \t,]*\r?\n\s*\{/.test(head),
  nameAt: ({ before }) =>
    memberBefore(before) ?? authorizationBefore(before) ?? parameterBefore(before) ?? null,
}
