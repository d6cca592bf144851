import { describe, expect, test } from 'vitest'
import { algorithmOf, algorithms } from '../../src/content/algorithms.ts'
import { claimOf, claims } from '../../src/content/claims.ts'
import { headerOf, headers } from '../../src/content/headers.ts'
import { specIds, specOf } from '../../src/content/spec.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** The names of the IANA registries: JWT claims of 2026-07-20, JOSE headers and algorithms of 2026-05-22. */
const registeredClaims = words(`
  iss sub aud exp nbf iat jti name given_name family_name middle_name nickname preferred_username profile
  picture website email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified
  address updated_at azp nonce auth_time at_hash c_hash acr amr sub_jwk _claim_names _claim_sources sid
  cnf htm htu ath act scope client_id may_act roles groups entitlements authorization_details
  token_introspection at_use_nbr events toe txn sub_id vot vtm vc vp _sd ... _sd_alg sd_hash status
  status_list ttl verified_claims place_of_birth nationalities birth_family_name birth_given_name
  birth_middle_name salutation title msisdn also_known_as sip_from_tag sip_date sip_callid sip_cseq_num
  sip_via_branch orig dest mky rph attest origid jcard div opt sph rcd rcdi crn msgi atc ace_profile
  cnonce exi eat_nonce ueid sueids oemid hwmodel hwversion oemboot dbgstat location eat_profile submods
  uptime bootcount bootseed dloas swname swversion manifests measurements measres intuse cmw cdniv
  cdnicrit cdniip cdniuc cdniets cdnistt cdnistd geohash sig_val_claims rdap_allowed_purposes
  rdap_dnt_allowed consumerPlmnId consumerSnpnId producerPlmnId producerSnpnId producerSnssaiList
  producerNsiList producerNfSetId producerNfServiceSetId sourceNfInstanceId analyticsIdList resOwnerId
  jwks metadata constraints crit ref delegation logo_uri authority_hints trust_anchor_hints trust_marks
  trust_mark_issuers trust_mark_owners metadata_policy metadata_policy_crit source_endpoint keys
  trust_mark_type trust_chain trust_anchor stpl
`)
const pendingClaims = words('vct vct#integrity aka_vcts')
const jwsHeaders = words(`
  alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit b64 ppt url nonce svt iheSSId jwt client_id
  trust_chain peer_trust_chain
`)
const jweHeaders = words(`
  alg enc zip jku jwk kid x5u x5c x5t x5t#S256 typ cty crit epk apu apv iv tag p2s p2c iss sub aud url
  nonce
`)
const registeredAlgorithms = words(`
  HS256 HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512 none EdDSA Ed25519 Ed448 ES256K
  ML-DSA-44 ML-DSA-65 ML-DSA-87 RSA1_5 RSA-OAEP RSA-OAEP-256 RSA-OAEP-384 RSA-OAEP-512 A128KW A192KW
  A256KW dir ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW A128GCMKW A192GCMKW A256GCMKW
  PBES2-HS256+A128KW PBES2-HS384+A192KW PBES2-HS512+A256KW A128CBC-HS256 A192CBC-HS384 A256CBC-HS512
  A128GCM A192GCM A256GCM RS1 HS1 A128CBC A192CBC A256CBC A128CTR A192CTR A256CTR
`)
const hpke = words('HPKE-0 HPKE-1 HPKE-2 HPKE-3 HPKE-4 HPKE-5 HPKE-6 HPKE-7')

const sorted = (names: Iterable<string>): string[] => [...names].sort()
const headerList = [...headers.JWS.values(), ...headers.JWE.values()]
const entries = [...claims, ...headerList, ...algorithms]
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']

describe('claims', () => {
  test('every registered name is there exactly once, and the three to come', () => {
    expect(registeredClaims).toHaveLength(163)
    expect(sorted(claims.filter(({ pending }) => !pending).map(({ name }) => name))).toEqual(
      sorted(registeredClaims),
    )
    expect(sorted(claims.filter(({ pending }) => pending).map(({ name }) => name))).toEqual(
      sorted(pendingClaims),
    )
  })

  test('exactly these hold a NumericDate', () => {
    const dates = claims.filter(({ valueType }) => valueType === 'numericDate').map(({ name }) => name)
    expect(sorted(dates)).toEqual(words('auth_time exp iat nbf sip_date toe updated_at'))
  })

  test('are found by their exact name alone', () => {
    expect(claimOf('iss')).toMatchObject({ fullName: 'Issuer', spec: 'rfc7519-4.1.1', pending: false })
    expect(claimOf('...')?.spec).toBe('rfc9901-4.2.4.2')
    for (const name of ['ISS', ' iss', ...inherited]) expect(claimOf(name)).toBeUndefined()
  })
})

describe('header parameters', () => {
  test('every registered name is there, for the form it is registered for', () => {
    expect(sorted(headers.JWS.keys())).toEqual(sorted(jwsHeaders))
    expect(sorted(headers.JWE.keys())).toEqual(sorted([...jweHeaders, 'ek']))
    expect(new Set([...jwsHeaders, ...jweHeaders]).size).toBe(33)
    expect(headerList.filter(({ pending }) => pending).map(({ name }) => name)).toEqual(['ek'])
  })

  test('differ by form where the specifications do', () => {
    expect(headerOf('alg', 'JWS')?.explanation).not.toBe(headerOf('alg', 'JWE')?.explanation)
    expect(headerOf('kid', 'JWS')?.spec).toBe('rfc7515-4.1.4')
    expect(headerOf('kid', 'JWE')?.spec).toBe('rfc7516-4.1.6')
    expect(headerOf('enc', 'JWS')).toBeUndefined()
    expect(headerOf('b64', 'JWE')).toBeUndefined()
    for (const name of inherited) expect(headerOf(name, 'JWS')).toBeUndefined()
  })

  test('that name or fetch a key say what the risk is', () => {
    for (const name of words('alg jku jwk kid x5u x5c')) {
      expect(headerOf(name, 'JWS')?.risk).toEqual(expect.any(String))
      expect(headerOf(name, 'JWE')?.risk).toEqual(expect.any(String))
    }
  })
})

describe('algorithms', () => {
  test('every registered name is there exactly once, and the eight to come', () => {
    expect(registeredAlgorithms).toHaveLength(53)
    expect(sorted(algorithms.map(({ name }) => name))).toEqual(sorted([...registeredAlgorithms, ...hpke]))
    expect(algorithms.filter(({ status }) => status === 'pending').map(({ name }) => name)).toEqual(hpke)
  })

  test('have the standing that the registry gives them', () => {
    expect(algorithmOf('EdDSA')?.status).toBe('deprecated')
    expect(algorithmOf('ES256')?.status).toBe('current')
    expect(algorithmOf('none')).toMatchObject({ use: 'none', status: 'discouraged', key: null })
    expect(algorithms.filter(({ use }) => use === 'jwkOnly').map(({ name }) => name)).toEqual(
      algorithms.filter(({ status }) => status === 'prohibited').map(({ name }) => name),
    )
    expect(algorithmOf('HS512')?.key).toContain('64 octets')
    expect(algorithmOf('RS256')?.key).toContain('2048')
    for (const name of ['hs256', ...inherited]) expect(algorithmOf(name)).toBeUndefined()
  })

  test('all but none say which key they need', () => {
    expect(algorithms.filter(({ key }) => key === null).map(({ name }) => name)).toEqual(['none'])
  })
})

describe('specifications', () => {
  test('every id that an entry refers to resolves', () => {
    for (const { name, spec } of entries) {
      expect(specIds(), `${name}: ${spec}`).toContain(spec)
    }
  })

  test('have a label of their own and an https address, or none', () => {
    const all = specIds().map(specOf)
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length)
    const urls = all.flatMap(({ url }) => url ?? [])
    expect(new Set(urls).size).toBe(urls.length)
    for (const url of urls) expect(new URL(url)).toMatchObject({ protocol: 'https:', search: '' })
  })

  test('RFCs have plausible numbers, and labels and addresses that agree', () => {
    const ids = specIds().filter((id) => id.startsWith('rfc'))
    for (const id of ids) {
      const [, number, section] = /^rfc(\d+)(?:-([A-Z\d]+(?:\.\d+)*))?$/.exec(id) ?? []
      expect(Number(number), id).toBeGreaterThanOrEqual(2104)
      expect(Number(number), id).toBeLessThanOrEqual(10_100)
      const { label, url } = specOf(id)
      const isAppendix = section !== undefined && /^[A-Z]/.test(section)
      const sign = isAppendix ? 'appendix ' : '§'
      expect(label).toBe(section === undefined ? `RFC ${number}` : `RFC ${number} ${sign}${section}`)
      expect(url).toBe(
        `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#${isAppendix ? 'appendix' : 'section'}-${section}`}`,
      )
    }
  })
})

describe('texts', () => {
  const texts = entries.flatMap((entry): [string, string][] => [
    [entry.name, entry.explanation],
    ...('risk' in entry && entry.risk !== null ? ([[entry.name, entry.risk]] as [string, string][]) : []),
    ...('check' in entry && entry.check !== null ? ([[entry.name, entry.check]] as [string, string][]) : []),
  ])

  test('are one or two plain sentences of at most 260 characters', () => {
    const unfit = texts.filter(
      ([, text]) =>
        text.length < 15 ||
        text.length > 260 ||
        !/^[A-Z0-9].*\.$/.test(text) ||
        /[<>&`']|\bTODO\b| {2}/.test(text) ||
        (text.match(/[.?!] [A-Z]/g)?.length ?? 0) > 1,
    )
    expect(texts.length).toBeGreaterThan(entries.length)
    expect(unfit).toEqual([])
  })

  test('full names are short', () => {
    for (const { fullName } of [...claims, ...headerList]) {
      expect(fullName.length).toBeGreaterThanOrEqual(3)
      expect(fullName.length).toBeLessThanOrEqual(40)
    }
  })

  test('no two claims are explained alike', () => {
    expect(new Set(claims.map(({ explanation }) => explanation)).size).toBe(claims.length)
  })
})
