import { describe, expect, it } from 'vitest'
import { algorithms } from '../../src/content/algorithms.ts'
import { claims } from '../../src/content/claims.ts'
import { headers } from '../../src/content/headers.ts'
import { keyMembers } from '../../src/content/jwk.ts'
import { lookUp } from '../../src/content/lookUp.ts'

describe('looking up', () => {
  it.each([
    ['what is azp?', 'azp', 'claim'],
    ['azp', 'azp', 'claim'],
    ['AUD', 'aud', 'claim'],
    ['What does “kid” mean?', 'kid', 'header parameter'],
    ['RS256', 'RS256', 'algorithm'],
    ['not before', 'nbf', 'claim'],
    ['x5t#S256', 'x5t#S256', 'header parameter'],
    ['cognito:groups', 'cognito:groups', 'claim of Amazon Cognito'],
    ['pbes2 count', 'p2c', 'header parameter of a JWE'],
    ['p2c', 'p2c', 'header parameter of a JWE'],
    ['modulus', 'n', 'member of a JWK, RSA'],
    ['token', 'token', ''],
    ['What’s azp', 'azp', 'claim'],
    ["what's azp?", 'azp', 'claim'],
    ["what does 'azp' stand for", 'azp', 'claim'],
    ['(azp).', 'azp', 'claim'],
    ['...', '...', 'claim'],
    ['what is jwt?', 'jwt', 'header parameter'],
    ['what is the jwt header', 'jwt', 'header parameter'],
    ['does the token expire', 'exp', 'claim'],
    ['When does it expire?', 'exp', 'claim'],
    ['expiry', 'exp', 'claim'],
    ['expires', 'exp', 'claim'],
    ['expiration of a JWT', 'exp', 'claim'],
    ['who issued this token?', 'iss', 'claim'],
    ['audiences', 'aud', 'claim'],
    ['the kid in a header', 'kid', 'header parameter'],
    ['n', 'n', 'member of a JWK, RSA'],
    ['what is use?', 'use', 'member of a JWK'],
  ])('%s leads to %s', (question, name, kind) => {
    const [first] = lookUp(question)
    if (kind === '') expect(first).toBeDefined()
    else expect([first?.name, first?.kind]).toEqual([name, kind])
  })
  it('narrows nothing by the words around', () => {
    expect(lookUp("what's azp?")).toEqual(lookUp('azp'))
    expect(lookUp('explain azp to me, please')).toEqual(lookUp('azp'))
  })
  it('finds every name that is asked for, first of all', () => {
    const missed = [...claims, ...headers.JWS.values(), ...headers.JWE.values(), ...algorithms, ...keyMembers]
      .map(({ name }) => name)
      .filter((name) => lookUp(`What’s ${name}?`)[0]?.name.toLowerCase() !== name.toLowerCase())
    expect(missed).toEqual([])
  })
  it('knows nothing of what nobody registered, and of nothing', () => {
    expect(lookUp('frobnicate')).toEqual([])
    expect(lookUp('  ?? ')).toEqual([])
  })
  it('stands any text', () => {
    for (const text of ['__proto__', '\\', '(', 'a'.repeat(200), '😀'])
      for (const { text: words } of lookUp(text)) expect(words).not.toBe('')
  })
})
