/** The lessons, in their order: what a link, the address and the one preference about them can name. */
export const lessonIds = [
  'what',
  'three-parts',
  'base64url',
  'claims',
  'signing-input',
  'public-keys',
  'tampering',
  'clocks',
  'attacks',
  'jwks',
  'where',
  'sso',
  'jwe',
  'sd-jwt',
] as const

export type LessonId = (typeof lessonIds)[number]
