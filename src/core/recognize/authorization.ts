import type { Form } from './place.ts'
import { authorizationBefore } from './place.ts'

/** `Authorization: Bearer …` (RFC 6750 section 2.1), `DPoP …` (RFC 9449 section 7.1), `JWT …` or `Token …`, in any case. */
export const authorization: Form = {
  id: 'authorization',
  nameAt: ({ before }) => authorizationBefore(before),
}
