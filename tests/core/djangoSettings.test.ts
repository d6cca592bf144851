import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { djangoSettings } from '../../src/content/djangoSettings.ts'
import { scanJson } from '../../src/core/json/scan.ts'

const json = (value: object) => scanJson(JSON.stringify(value)).document
const settings = (header: object, claims: object) => djangoSettings(json(header), json(claims))

describe('Django settings', () => {
  it('name the algorithm, and the claims that the token has or lacks', () => {
    const text = settings({ alg: 'RS256' }, { iss: 'https://i.example', aud: ['api', 'b'], sub: '1' })!
    for (const line of [
      '"ALGORITHM": "RS256"',
      '"AUDIENCE": "api"',
      '"ISSUER": "https://i.example"',
      '"USER_ID_CLAIM": "sub"',
      '"JTI_CLAIM": None',
      'VERIFYING_KEY',
    ])
      expect(text).toContain(line)
    expect(settings({ alg: 'HS512' }, { user_id: 1, jti: 'x', token_type: 'access' })).not.toMatch(
      /AUDIENCE|ISSUER|None/,
    )
  })
  it.each([
    [
      'sliding',
      { token_type: 'sliding' },
      '"AUTH_TOKEN_CLASSES": ("rest_framework_simplejwt.tokens.SlidingToken",)',
    ],
    ['of a foreign type', { token_type: 'Bearer' }, '"TOKEN_TYPE_CLAIM": None'],
    ['a refresh token', { token_type: 'refresh' }, '# A refresh token'],
    ['of a user by name', { user_id: undefined, username: 'ada' }, '"USER_ID_CLAIM": "username"'],
    ['of nobody', { user_id: undefined }, '# "USER_ID_CLAIM"'],
    ['without an end', { exp: undefined }, '# The token has no exp'],
  ])('fit a token that is %s', (_, claims, line) => {
    const sound = { user_id: '1', jti: 'x', token_type: 'access', exp: 1 }
    expect(settings({ alg: 'HS256' }, sound)).not.toContain(line)
    expect(settings({ alg: 'HS256' }, { ...sound, ...claims })).toContain(line)
  })
  it('are not given for what SimpleJWT cannot do', () => {
    expect(settings({ alg: 'EdDSA' }, {})).toBeNull()
    expect(settings({ alg: 'none' }, {})).toBeNull()
    expect(djangoSettings(null, null)).toBeNull()
  })
  const python = spawnSync('python3', ['--version']).status === 0
  // Without a Python there is nobody to read it.
  it.skipIf(!python)('are Python, whatever stands in the claims', () => {
    const iss = 'a"b\\c\n\u202e😀\ud800{}'
    const text = settings({ alg: 'HS256' }, { iss, aud: "x');import os#" })!
    const script = `import os,json,sys\nos.environ["JWT_SIGNING_KEY"]="k"\nexec(sys.stdin.read())\nprint(json.dumps(SIMPLE_JWT))`
    const made = JSON.parse(execFileSync('python3', ['-c', script], { input: text, encoding: 'utf8' }))
    expect(made).toMatchObject({ ISSUER: iss, AUDIENCE: "x');import os#", SIGNING_KEY: 'k' })
  })
})
