import type { Form } from './place.ts'
import { memberBefore } from './place.ts'

/** The value of a JSON member, wherever it stands; escaped JSON inside of a string, too. */
export const json: Form = {
  id: 'json',
  nameAt: ({ before, after }) => (/^\\{0,3}["']/.test(after) ? memberBefore(before) : undefined),
}
