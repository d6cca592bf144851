import { describe, expect, it } from 'vitest'
import { scanJson } from '../../../src/core/json/scan.ts'
import { judgeTime, timeClaims } from '../../../src/core/validate/time.ts'

const NOW = 1_800_000_000

function judge(claims: string) {
  return judgeTime(timeClaims(scanJson(claims).document), NOW)
}

describe('time claims against a moment', () => {
  it.each([
    ['{}', 'unlimited', []],
    [`{"iat":${NOW}}`, 'unlimited', []],
    [`{"exp":${NOW + 1}}`, 'valid', []],
    [`{"exp":${NOW}}`, 'expired', []],
    [`{"exp":${NOW}.5}`, 'valid', []],
    [`{"exp":${NOW - 1}}`, 'expired', []],
    [`{"nbf":${NOW}}`, 'unlimited', []],
    [`{"nbf":${NOW + 1},"exp":${NOW + 2}}`, 'not-yet-valid', []],
    [`{"exp":1.8e9}`, 'expired', []],
    [`{"exp":1e400}`, 'valid', ['exp none']],
    [`{"exp":-1e400}`, 'expired', ['exp none']],
    [`{"exp":1516239022123456}`, 'valid', ['exp microseconds']],
    [`{"exp":100000000000}`, 'valid', []],
    [`{"exp":1,"nbf":4102444800}`, 'never', []],
    [`{"exp":${NOW + 5},"nbf":${NOW + 5}}`, 'never', []],
    [`{"exp":${NOW}000}`, 'valid', ['exp milliseconds']],
    [`{"exp":"${NOW + 1}"}`, 'unusable', ['exp not-a-number']],
    [`{"exp":null}`, 'unusable', ['exp not-a-number']],
    [`{"iat":${NOW + 60},"exp":${NOW + 120}}`, 'valid', ['iat in-future']],
    [`{"exp":${NOW - 5},"exp":${NOW + 5}}`, 'valid', []],
  ])('%s is %s', (claims, state, odd) => {
    const verdict = judge(claims)
    expect(verdict.state).toBe(state)
    expect(verdict.odd.map(({ name, why }) => `${name} ${why}`)).toEqual(odd)
  })
})
