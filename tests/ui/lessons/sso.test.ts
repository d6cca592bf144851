import { expect, test } from 'vitest'
import { generatePair } from '../../../src/core/produce/generate.ts'
import {
  checks,
  decide,
  type LetterName,
  noticed,
  objectionsTo,
  type Service,
  send,
  signIn,
  sso,
  type TokenName,
  tokenNames,
  type Work,
} from '../../../src/state/lessons/sso.ts'
import { begun, NOW, outcomes, sceneOf } from './scene.ts'

async function loggedIn(): Promise<Work> {
  const { work } = await begun(sso)
  return { ...work, ...(await signIn(work.provider!, NOW)) }
}

async function sentTo(service: Service, names: readonly TokenName[], start: Work): Promise<Work> {
  let work = start
  for (const name of names) {
    const scene = await sceneOf({ text: work.tokens![name], keyText: work.keys!.provider })
    work = { ...work, ...send(service, work, scene) }
  }
  return work
}

const nowhere = () => sceneOf({})

test.each<[token: TokenName, api: string[], client: string[]]>([
  ['access token', [], ['aud', 'nonce']],
  ['ID token', ['aud', 'typ'], []],
  ['ID token for the API’s console', ['typ'], ['aud', 'nonce']],
  ['access token of another tenant', ['iss'], ['iss', 'aud', 'nonce']],
  ['access token for another API', ['aud'], ['aud', 'nonce']],
  ['ID token for another client', ['aud', 'typ'], ['aud']],
  ['ID token of an earlier login', ['aud', 'typ'], ['nonce']],
])('what could be said against the %s', async (token, api, client) => {
  const work = await loggedIn()
  const scene = await sceneOf({ text: work.tokens![token], keyText: work.keys!.provider })
  expect(objectionsTo('API', work, scene)).toEqual(api)
  expect(objectionsTo('client', work, scene)).toEqual(client)
})

test('signature and expiry are always checked, with the provider’s key', async () => {
  const work = await loggedIn()
  const text = work.tokens!['access token']
  const keyText = work.keys!.provider
  const against = async (...inputs: Parameters<typeof sceneOf>) =>
    objectionsTo('API', work, await sceneOf(...inputs))
  expect(await against({ text, keyText: work.keys!.partner })).toEqual(['Key box'])
  expect(await against({ text, keyText: '' })).toEqual(['Key box'])
  expect(await against({ text: `${text.slice(0, -8)}AAAAAAAA`, keyText })).toEqual(['signature'])
  expect(await against({ text, keyText, now: NOW + 3600 })).toEqual(['exp'])
  expect(await against({ text: '', keyText })).toContain('signature')
  const scene = await sceneOf({ text, keyText })
  expect(objectionsTo('API', work, { ...scene, answer: null, word: 'checking' })).toBe(null)
})

test('an audience may be one of several, and a type be written in full', async () => {
  const work = await loggedIn()
  const { signCompact } = await import('../../../src/core/produce/sign.ts')
  const claims = {
    iss: 'https://login.example.com/acme',
    exp: NOW + 9,
    aud: ['x', 'https://orders.example.com'],
  }
  const header = '{"alg":"ES256","typ":"application/at+jwt"}'
  const text = await signCompact(header, JSON.stringify(claims), 'ES256', work.provider!.privateJwk)
  const scene = await sceneOf({ text, keyText: work.keys!.provider })
  expect(objectionsTo('API', work, scene)).toEqual([])
  const { sent } = send('API', work, scene)
  expect(sent).toEqual([{ service: 'API', token: null, objections: [] }])
})

test('each service, once it takes its own token and no other', async () => {
  let work = await loggedIn()
  const scene = await nowhere()
  expect(outcomes(sso, work, scene)).toEqual([
    'login: done',
    'api: open',
    'client: open',
    'partner: open',
    'impostor: open',
  ])
  work = await sentTo('API', ['access token'], work)
  expect(outcomes(sso, work, scene)[1]).toBe('api: open')
  work = await sentTo('API', ['ID token'], work)
  expect(sso.steps(work, scene)[1]).toMatchObject({
    why: 'taken',
    values: { service: 'API', token: 'ID token', claims: 'aud, typ' },
  })
  work = await sentTo('API', tokenNames, work)
  work = await sentTo('client', tokenNames, work)
  // Each check is needed: without one, a token gets in.
  for (const [service, task] of [
    ['API', 1],
    ['client', 2],
  ] as const) {
    const needed = service === 'API' ? checks.API : (['aud', 'nonce'] as const)
    for (const left of needed) {
      const on = { ...work.on, [service]: checks[service].filter((check) => check !== left) }
      expect(outcomes(sso, { ...work, on }, scene)[task]).toMatch(/wrong taken$/)
    }
  }
  work = { ...work, on: checks }
  expect(work.sent.filter((one) => noticed(work, one).length === 0)).toHaveLength(2)
  expect(outcomes(sso, work, scene).slice(0, 3)).toEqual(['login: done', 'api: done', 'client: done'])
  // What was reached stays.
  work = { ...sso.observe!(work, scene), on: { API: [], client: [] } }
  expect(outcomes(sso, work, scene)[1]).toBe('api: done')
})

test('a service that refuses its own token is not right', async () => {
  let work = await loggedIn()
  const scene = await sceneOf({ text: work.tokens!['access token'], keyText: '' })
  work = { ...work, ...send('API', work, scene) }
  expect(outcomes(sso, work, scene)[1]).toBe('api: wrong refused')
})

test.each<[letter: LetterName, key: '' | LetterName | 'provider', accepted: boolean, outcome: string]>([
  ['partner', 'partner', true, 'done'],
  ['partner', 'shared', true, 'wrong unverified'],
  ['partner', '', true, 'wrong unverified'],
  ['partner', 'partner', false, 'wrong genuine'],
  ['shared', 'shared', false, 'done'],
  ['shared', 'partner', false, 'done'],
  ['shared', '', false, 'wrong untried'],
  ['shared', 'provider', false, 'wrong untried'],
  ['shared', 'shared', true, 'wrong shared'],
])('letter of %s, key %s, accepted: %s', async (letter, key, accepted, outcome) => {
  const { work } = await begun(sso)
  const keyText = key === '' ? '' : work.keys![key]
  const scene = await sceneOf({ text: work.letters![letter], keyText })
  if (key === letter) expect(scene.word).toBe('verified')
  const after = { ...work, ...decide(accepted, work, scene) }
  const at = letter === 'partner' ? 3 : 4
  expect(outcomes(sso, after, scene)[at]!.replace(/^\w+: /, '')).toBe(outcome)
})

test('a letter of the partner’s, verified with a stranger’s key pair, is none', async () => {
  const { work } = await begun(sso)
  const stranger = await generatePair('ES256')
  const { keyText, text } = { keyText: JSON.stringify(stranger.publicJwk), text: work.letters!.partner }
  const scene = await sceneOf({ text, keyText })
  const after = { ...work, ...decide(true, work, scene) }
  expect(outcomes(sso, after, scene)[3]).toBe('partner: wrong unverified')
  expect(decide(true, work, await nowhere())).toBe(work)
})
