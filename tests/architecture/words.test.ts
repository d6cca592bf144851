/** Words that teach say nothing that is known to be wrong, in sentences that can be read in one breath. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { proseOf, sentencesOf, wordCount } from './prose.ts'

const content = fileURLToPath(new URL('../../src/content/', import.meta.url))
const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)
const prose = files.flatMap((path) =>
  proseOf(path, readFileSync(`${content}${path}`, 'utf8')).map((text) => ({ path, text })),
)
const sentences = prose.flatMap(({ path, text }) => sentencesOf(text).map((sentence) => ({ path, sentence })))

/** What is read by somebody who is learning. */
const teaches = (path: string) => /^lessons\/|anatomy|^messages\/(?:explain|learn)\.ts$/.test(path)

const MOST_WORDS = 30

interface Slip {
  readonly wrong: RegExp
  /** What in the same sentence makes it right: the wrong thing is denied, or another is spoken of. */
  readonly unless?: RegExp
}

const denied = /\b(?:no|not|nor|never|nothing|neither|cannot|without|nobody|none|n’t)\b/i

/** Slips that people make about JWTs and their servers, as they would be written. */
const slips: Readonly<Record<string, Slip>> = {
  'the file is wsgi.py': { wrong: /uwsgi\.py/i, unless: denied },
  'it stands for, they stand for': { wrong: /\b(?:JWT|JWS|JWE|JWK|it) stand for\b/i },
  'a slip of the fingers': { wrong: /\b(?:tow (?:parts|types|kinds|ways)|recieve|seperate|the the|a a)\b/i },
  'a format, no way to authenticate': {
    wrong:
      /authentication (?:strategy|method|mechanism|protocol)\b|\bJWTs? (?:is|are) (?:an? )?authentication/i,
    unless: denied,
  },
  'integrity and origin, not secrecy': { wrong: /secure(?:ly)? transmi(?:t|ssion)/i, unless: denied },
  'a signature hides nothing': {
    wrong: /\bsignatures? (?:encrypts?|decrypts?|hides?|conceals?|contains? the (?:data|claims|payload))\b/i,
  },
  'a signed token is read by everybody': {
    wrong: /\b(?:JWTs?|JWS|signed tokens?|payload|claims) (?:is|are) (?:always )?encrypted\b/i,
    unless: /\bJWE\b|encrypted token|\b(?:once|where|if|when|or)\b/i,
  },
  'base64url hides nothing': {
    wrong: /base64(?:url)?[ -]encrypt|encrypted (?:in|with|by|as) base64/i,
    unless: denied,
  },
  'a private key signs, and does not encrypt': {
    wrong: /private key encrypts|encrypt\w* (?:\w+ ){0,2}(?:with|by) (?:the|a|its|their|your) private key/i,
    unless: denied,
  },
  'to decode is not to verify': {
    wrong: /\bdecod(?:e|es|ed|ing)\b[^.;]*\b(?:proves|verifies|validates|means that it is valid)\b/i,
    unless: denied,
  },
  'not every JWT has three parts': {
    wrong:
      /\b(?:every|each|all|any|a) (?:JWTs?|tokens?) (?:always )?(?:ha(?:s|ve)|consists? of) three parts/i,
    unless: /signed|compact|\bJWS\b|\bnot\b/i,
  },
  'a public key is public': {
    wrong: /public keys? (?:must|has to|needs to|should) (?:be kept|stay|remain) (?:secret|private)/i,
  },
  seconds: {
    wrong: /\b(?:exp|nbf|iat|NumericDate)\b[^.;]*\b(?:is|are|counts?) (?:in )?milliseconds/i,
    unless: /\b(?:not|no|seems?|if|must|in place of|instead)\b/i,
  },
  'a logout leaves a token as it is': {
    wrong:
      /log(?:ging)? ?out (?:deletes|destroys|invalidates|revokes) (?:the|a|its|every|all) (?:JWT|access )?tokens?/i,
    unless: denied,
  },
  'environ and start_response, not a request': {
    wrong:
      /\b(?:callable|application|wsgi\.py)\b[^.;]*\b(?:gets|takes|receives) (?:a|the) (?:Python object|request object|request)\b/i,
    unless: denied,
  },
  'who holds the key, not who the sender is': {
    wrong: /senders? (?:is|are) who \w+ (?:says?|claims?)/i,
    unless: denied,
  },
  'DRF has no JWT of its own': {
    wrong: /(?:DRF|REST framework) (?:ships|comes with|has built-in|provides) (?:a )?JWT/i,
    unless: denied,
  },
  'revoked is not expired': {
    wrong: /\b(?:revoked|blacklisted) \((?:or|i\.e\.,?) expired\)|\bexpired \((?:or|i\.e\.,?) revoked\)/i,
  },
}

/** The names of the slips in a sentence; what stands in quotes is somebody else’s. */
function slipsIn(sentence: string): string[] {
  const own = sentence.replaceAll(/“[^”]*”/g, '“”')
  return Object.entries(slips).flatMap(([name, { wrong, unless }]) =>
    wrong.test(own) && !unless?.test(own) ? [name] : [],
  )
}

describe('the words', () => {
  it('are read whole', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(sentences.length).toBeGreaterThan(1500)
    expect(prose.filter(({ path }) => path === 'messages/explain.ts').length).toBeGreaterThan(80)
    expect(files.filter((path) => path.startsWith('lessons/')).length).toBeGreaterThan(1)
  })

  it(`teach in sentences of at most ${MOST_WORDS} words`, () => {
    const long = sentences.filter(({ path, sentence }) => teaches(path) && wordCount(sentence) > MOST_WORDS)
    expect(long).toEqual([])
  })

  it('say nothing that is known to be wrong', () => {
    expect(sentences.filter(({ sentence }) => slipsIn(sentence).length > 0)).toEqual([])
  })
})

describe('the search for wrong words', () => {
  it.each([
    ['Your project provides a uwsgi.py file.', 'the file is wsgi.py'],
    ['JWT stand for JSON Web Token.', 'it stands for, they stand for'],
    ['There are tow parts.', 'a slip of the fingers'],
    ['JWT is an authentication strategy used by web clients.', 'a format, no way to authenticate'],
    ['A compact way for securely transmitting information.', 'integrity and origin, not secrecy'],
    ['The signature encrypts the payload.', 'a signature hides nothing'],
    ['A JWT is encrypted, so put anything in it.', 'a signed token is read by everybody'],
    ['The payload is base64-encrypted.', 'base64url hides nothing'],
    ['The issuer encrypts it with its private key.', 'a private key signs, and does not encrypt'],
    ['Decoding it proves who sent it.', 'to decode is not to verify'],
    ['Every JWT has three parts.', 'not every JWT has three parts'],
    ['The public key must be kept secret.', 'a public key is public'],
    ['Remember that exp is in milliseconds.', 'seconds'],
    ['A logout deletes the token.', 'a logout leaves a token as it is'],
    ['The application gets a request object.', 'environ and start_response, not a request'],
    ['You can be sure the senders are who they say they are.', 'who holds the key, not who the sender is'],
    ['DRF ships JWT authentication.', 'DRF has no JWT of its own'],
    ['It is then revoked (or expired).', 'revoked is not expired'],
  ])('finds %s', (sentence, slip) => {
    expect(slipsIn(sentence)).toEqual([slip])
  })

  it.each([
    'The file is wsgi.py, not uwsgi.py.',
    'JWT stands for JSON Web Token.',
    'A format, and no authentication strategy.',
    'Many believe that “a JWT is encrypted”.',
    'Decoding proves nothing.',
    'A signed token in compact form has three parts.',
    'The application gets environ and start_response.',
    'exp is 1767225600000: it is in seconds, not in milliseconds.',
  ])('lets pass %s', (sentence) => {
    expect(slipsIn(sentence)).toEqual([])
  })

  it('counts what is quoted as one word, and splits at full stops alone', () => {
    expect(wordCount('It says “a b c d” of {name}.')).toBe(5)
    expect(sentencesOf('One, e.g. this. exp is next! “Really?” Yes.')).toEqual([
      'One, e.g. this.',
      'exp is next!',
      '“Really?”',
      'Yes.',
    ])
  })

  it('leaves out names and what is offered to choose from', () => {
    const source = `import { a } from './a b.ts'
      type T = 'one two'
      export const words = { 'a name': \`first \${a} words\`, options: [{ text: 'may be wrong', reply: 'because it is' }] } as const satisfies T`
    expect(proseOf('a.ts', source).sort()).toEqual(['because it is', 'first {} words'])
  })
})
