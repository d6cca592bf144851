import { describe, expect, it } from 'vitest'
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
  ])('%s leads to %s', (question, name, kind) => {
    const [first] = lookUp(question)
    if (kind === '') expect(first).toBeDefined()
    else expect([first?.name, first?.kind]).toEqual([name, kind])
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
