import type { Form } from './place.ts'
import { parameterBefore } from './place.ts'

/** A parameter of a query, a fragment or a form by itself: `grant_type=…&assertion=…`. */
export const parameter: Form = {
  id: 'parameter',
  nameAt: ({ before, after }) =>
    /[?#&][\w.[\]-]{1,100}=$/.test(before) || /^&[\w.[\]-]{1,100}=/.test(after)
      ? parameterBefore(before)
      : undefined,
}
