import type { Form } from './place.ts'
import { authorizationBefore, cookieBefore, fieldBefore, memberBefore, parameterBefore } from './place.ts'

const COMMAND =
  /^(?:[$#>%]|PS[^>\n]{0,80}>|\w+@[^\n]{1,80}[$#])?\s*(?:\w+=\S+\s+)*(?:sudo\s+)?(?:curl|wget|https?|xhs?|grpcurl|invoke-(?:restmethod|webrequest))(?:\.exe)?\s/i
const COOKIE_OPTION = /(?:\s-b|--cookie|cookie:)\s*=?\s*["']?[^"'\n]*$/i
const OPTION = /\s(--?[A-Za-z][\w-]{0,40})(?:\s+|=)["']?$/
/** HTTPie writes a header `Name:value`, a field of the body `name=value` and a parameter of the address `name==value`. */
const ITEM = /\s["']?([\w.-]{1,100})(?::|={1,2})["']?$/

/** A command line of curl, wget or HTTPie, over several lines perhaps. */
export const command: Form = {
  id: 'command',
  holds: (head) => COMMAND.test(head.trimStart()),
  nameAt({ before }) {
    const cookies = COOKIE_OPTION.test(before) ? cookieBefore(before) : undefined
    const name = authorizationBefore(before) ?? cookies ?? fieldBefore(before) ?? memberBefore(before)
    const item = name ?? OPTION.exec(before)?.[1] ?? ITEM.exec(before)?.[1]
    return item ?? parameterBefore(before) ?? null
  },
}
