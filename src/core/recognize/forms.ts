import { assignment } from './assignment.ts'
import { authorization } from './authorization.ts'
import { command } from './command.ts'
import { cookie } from './cookie.ts'
import { har } from './har.ts'
import { http } from './http.ts'
import { json } from './json.ts'
import { jsonLog } from './jsonLog.ts'
import { parameter } from './parameter.ts'
import type { Form } from './place.ts'
import { tokenResponse } from './tokenResponse.ts'
import { url } from './url.ts'

/**
 * Forms in the order in which they are tried at each token, the first that fits names it: what a paste is as a whole, then
 * the place itself. What fits none is free text.
 */
export const forms: readonly Form[] = [
  har,
  command,
  http,
  tokenResponse,
  jsonLog,
  authorization,
  cookie,
  url,
  parameter,
  json,
  assignment,
]
