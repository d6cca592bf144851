import type { Form } from './place.ts'
import {
  authorizationBefore,
  cookieBefore,
  fieldBefore,
  lineBeginning,
  memberBefore,
  parameterBefore,
} from './place.ts'

const START =
  /^[<>*\s]{0,4}(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)\s\S+(?:\s+HTTP\/[\d.]+)?\s*$|HTTP\/[\d.]+\s+\d{3})/m
const COOKIE_LINE = /^[<>*\s]{0,4}(?:set-)?cookie\s*:/i

/** A raw HTTP message (RFC 9112), or what `curl -v` shows of one: `DPoP`, `Authorization`, any other field, or the body. */
export const http: Form = {
  id: 'http',
  holds: (head) => START.test(head),
  nameAt(place) {
    const { before } = place
    const cookies = COOKIE_LINE.test(lineBeginning(place)) ? cookieBefore(before) : undefined
    const name = authorizationBefore(before) ?? cookies ?? fieldBefore(before)
    return name ?? memberBefore(before) ?? parameterBefore(before) ?? null
  },
}
