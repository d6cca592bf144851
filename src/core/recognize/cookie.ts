import type { Form } from './place.ts'
import { cookieBefore, lineBeginning } from './place.ts'

const BEGINNING =
  /^(?:[$>*<]?\s*)(?:-H\s*)?["']?(?:(?:set-)?cookie["']?\s*:|document\.cookie\s*=|-b\s|--cookie[\s=])/i

/** A `Cookie` or `Set-Cookie` header (RFC 6265). */
export const cookie: Form = {
  id: 'cookie',
  nameAt(place) {
    const name = cookieBefore(place.before)
    return name !== undefined && BEGINNING.test(lineBeginning(place)) ? name : undefined
  },
}
