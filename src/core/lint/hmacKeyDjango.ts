import { type Finding, found, type Subject } from './finding.ts'
import { secretOf } from './hmacSecret.ts'

/** The SECRET_KEY that `startproject` writes, marked as insecure by Django itself: SimpleJWT signs with it unless told otherwise. */
export function hmacKeyDjango(subject: Subject): Finding[] {
  return secretOf(subject)?.text?.startsWith('django-insecure-')
    ? [found('hmac-key-django-insecure', 'error', [])]
    : []
}
