/** Every lesson, gone through in the page to its end by keyboard alone, with the wrong actions first. */
import { test } from 'vitest'
import { type LessonId, lessonIds } from '../../src/content/lessonIds.ts'
import { open } from './harness.ts'
import { attacks } from './lessons/attacks.ts'
import { base64url } from './lessons/base64url.ts'
import { claims } from './lessons/claims.ts'
import { clocks } from './lessons/clocks.ts'
import { jwe } from './lessons/jwe.ts'
import { jwks } from './lessons/jwks.ts'
import { learner, type Walk } from './lessons/learner.ts'
import { publicKeys } from './lessons/publicKeys.ts'
import { sdJwt } from './lessons/sdJwt.ts'
import { signingInput } from './lessons/signingInput.ts'
import { sso } from './lessons/sso.ts'
import { tampering } from './lessons/tampering.ts'
import { threeParts } from './lessons/threeParts.ts'
import { what } from './lessons/what.ts'
import { where } from './lessons/where.ts'
import { siteForTests } from './there.ts'

const walks: Readonly<Record<LessonId, Walk>> = {
  what,
  'three-parts': threeParts,
  base64url,
  claims,
  'signing-input': signingInput,
  'public-keys': publicKeys,
  tampering,
  clocks,
  attacks,
  jwks,
  where,
  sso,
  jwe,
  'sd-jwt': sdJwt,
}

const there = siteForTests()

// In turns on a wide screen and on a narrow one.
test.each(lessonIds.map((id, i) => [id, i % 2 === 0 ? 1400 : 390] as const))(
  '%s, %i px',
  async (id, width) => {
    const context = await there.browser.newContext({ viewport: { width, height: 900 } })
    await walks[id](learner(await open(context, there.site.url)))
    await context.close()
  },
)
