import { algorithmFor } from '../algorithms.ts'
import { diagnosis } from '../diagnosis.ts'
import type { Hypothesis } from '../hypothesis.ts'

/** The signature is good, and `crit` demands something that is not processed here. */
export const critical: Hypothesis = {
  topic: 'other algorithms',
  *suggest({ header: { alg, crit }, keys }) {
    if (crit === null || alg === null) return
    const names = crit === 'malformed' ? '' : crit.join(', ')
    for (const key of keys?.keys ?? []) {
      if (algorithmFor(alg, key) !== null) yield { alg, key, told: [diagnosis('crit-ignored', { names })] }
    }
  },
}
