/**
 * Every document that the product refers to, by id. The table is closed: the shell opens a link only by one of these
 * ids, so what is not here cannot be opened. A new reference is one more section number, or one more entry below.
 */

export interface Spec {
  /** How the text names it, such as “RFC 7519 §4.1.1”. */
  readonly label: string
  /** Its public address; null where it has none that is free and lasting. */
  readonly url: string | null
}

/** RFCs by number, with the sections referred to. `rfc7519` is the document, `rfc7519-4.1.1` a section of it. */
const rfcs = {
  2104: '2',
  3279: '2.2.3',
  3629: '3',
  4648: '3.5 4 5 12',
  6265: '6.1 8.2',
  6749: '2.2',
  6750: '1.2 2.1 5.3',
  7009: '3',
  7515: '2 3 3.1 4 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.1.7 4.1.8 4.1.9 4.1.10 4.1.11 5.1 5.2 7.1 10 10.3 10.5 A.1 C',
  7516: '3 3.1 4.1 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.1.7 4.1.8 4.1.9 4.1.10 4.1.11 4.1.12 4.1.13 5.1 5.2 7.1',
  7517: '4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 5 5.1 9.2',
  7518: '3.1 3.2 3.3 3.4 3.5 3.6 4.2 4.3 4.4 4.5 4.6 4.6.1.1 4.6.1.2 4.6.1.3 4.7 4.7.1.1 4.7.1.2 4.8 4.8.1.1 4.8.1.2 5.2 5.3 6 6.2.1.1 6.2.1.2 6.2.1.3 6.2.2.1 6.3.1.1 6.3.1.2 6.3.2.1 6.3.2.2 6.3.2.3 6.3.2.4 6.3.2.5 6.3.2.6 6.3.2.7 6.4.1',
  7519: '1 2 3 3.1 4 4.1 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.1.7 4.2 4.3 5.2 5.3 6 6.1 7.2 7.3 11.1 11.2 12',
  7523: '3',
  7638: '3',
  7797: '3 7',
  7800: '3.1',
  8017: '5.2.2 8.1 8.1.2 8.2 8.2.2 9.1 9.1.2 9.2',
  8032: '3.4',
  8037: '2',
  8055: '5.4',
  8225: '5.2.1 5.2.2 8.1',
  8259: '4 6 9',
  8414: '2',
  8417: '2.2',
  8443: '3',
  8485: '',
  8555: '6.4.1 6.5.2',
  8588: '',
  8688: '3.2.2',
  8693: '4.1 4.2 4.3 4.4',
  8725: '2.1 2.2 3.1 3.2 3.3 3.5 3.6 3.9 3.10 3.11 3.12',
  8812: '3.2',
  8946: '',
  9027: '',
  9068: '2 2.2.3.1 4 5',
  9101: '4',
  9110: '5.4 11.1',
  9200: '5.10 5.10.3',
  9246: '2.1.8 2.1.9 2.1.10 2.1.11 2.1.12 2.1.13 2.1.14',
  9321: '3.2.3',
  9396: '9.1',
  9447: '',
  9449: '4.2 4.3',
  9475: '',
  9493: '4.1',
  9560: '3.1.5.1 3.1.5.2',
  9701: '5',
  9711: '4.1 4.2.1 4.2.2 4.2.3 4.2.4 4.2.5 4.2.6 4.2.7 4.2.8 4.2.9 4.2.10 4.2.11 4.2.12 4.2.13 4.2.14 4.2.15 4.2.16 4.2.17 4.2.18 4.3.2 4.3.3',
  9795: '',
  9864: '2.2',
  9901: '4 4.1.1 4.2.1 4.2.3 4.2.4 4.2.4.1 4.2.4.2 4.3 7.1 7.3',
  9964: '',
  10017: '6.1 8',
} as const

const core = 'https://openid.net/specs/openid-connect-core-1_0.html'
const django = 'https://docs.djangoproject.com/en/stable/'
const draft = 'https://datatracker.ietf.org/doc/draft-ietf-'

/** Documents that are no RFCs: label and address. */
const others = {
  'oidc-2': ['OpenID Connect Core §2', `${core}#IDToken`],
  'oidc-3.1.3.7': ['OpenID Connect Core §3.1.3.7', `${core}#IDTokenValidation`],
  'oidc-10.1.1': ['OpenID Connect Core §10.1.1', `${core}#RotateSigKeys`],
  'oidc-discovery-3': [
    'OpenID Connect Discovery §3',
    'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  ],
  'oidc-3.3.2.11': ['OpenID Connect Core §3.3.2.11', `${core}#HybridIDToken`],
  'oidc-5.1': ['OpenID Connect Core §5.1', `${core}#StandardClaims`],
  'oidc-5.3.2': ['OpenID Connect Core §5.3.2', `${core}#UserInfoResponse`],
  'oidc-5.6.2': ['OpenID Connect Core §5.6.2', `${core}#AggregatedDistributedClaims`],
  'oidc-7.4': ['OpenID Connect Core §7.4', `${core}#SelfIssuedResponse`],
  'oidc-backchannel': [
    'OpenID Connect Back-Channel Logout',
    'https://openid.net/specs/openid-connect-backchannel-1_0.html',
  ],
  'oidc-frontchannel-3': [
    'OpenID Connect Front-Channel Logout §3',
    'https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout',
  ],
  'oidc-ida': [
    'OpenID Identity Assurance Schema',
    'https://openid.net/specs/openid-ida-verified-claims-1_0-final.html',
  ],
  'oidc-ida-claims': [
    'OpenID Identity Assurance Claims',
    'https://openid.net/specs/openid-connect-4-ida-claims-1_0-final.html',
  ],
  jarm: ['JARM', 'https://openid.net/specs/oauth-v2-jarm.html'],
  openid4vp: [
    'OpenID for Verifiable Presentations',
    'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html',
  ],
  'status-list': ['Token Status List (draft)', `${draft}oauth-status-list/`],
  'sd-jwt-vc': ['SD-JWT VC (draft)', `${draft}oauth-sd-jwt-vc/`],
  'rats-cmw': ['RATS Conceptual Messages Wrapper (draft)', `${draft}rats-msg-wrap/`],
  'stir-ocsp': ['STIR certificates and OCSP (draft)', `${draft}stir-certificates-ocsp/`],
  'jose-hpke': ['HPKE for JWE (draft)', `${draft}jose-hpke-encrypt/`],
  'w3c-vc': [
    'W3C Verifiable Credentials 1.0 §6.3.1',
    'https://www.w3.org/TR/2019/REC-vc-data-model-20191119/#json-web-token',
  ],
  'fips-186-5': ['FIPS 186-5 §6.4.2', 'https://csrc.nist.gov/pubs/fips/186-5/final'],
  'fips-204': ['FIPS 204', 'https://csrc.nist.gov/pubs/fips/204/final'],
  'sec-1': ['SEC 1 §4.1.4', 'https://www.secg.org/sec1-v2.pdf'],
  'w3c-webcrypto': ['W3C Web Cryptography API', 'https://www.w3.org/TR/WebCryptoAPI/'],
  'pep-3333': ['PEP 3333', 'https://peps.python.org/pep-3333/'],
  'django-wsgi': ['Django: deploying with WSGI', `${django}howto/deployment/wsgi/`],
  'django-middleware': ['Django: middleware', `${django}topics/http/middleware/`],
  'django-runserver': ['Django: runserver', `${django}ref/django-admin/#runserver`],
  'drf-authentication': [
    'DRF: authentication',
    'https://www.django-rest-framework.org/api-guide/authentication/',
  ],
  simplejwt: [
    'SimpleJWT: settings',
    'https://django-rest-framework-simplejwt.readthedocs.io/en/stable/settings.html',
  ],
  'simplejwt-tokens': [
    'SimpleJWT 5.5.1: tokens.py',
    'https://github.com/jazzband/djangorestframework-simplejwt/blob/v5.5.1/rest_framework_simplejwt/tokens.py',
  ],
  'dotnet-skew': [
    '.NET: DefaultClockSkew',
    'https://learn.microsoft.com/en-us/dotnet/api/microsoft.identitymodel.tokens.tokenvalidationparameters.defaultclockskew',
  ],
  'spring-jwt': [
    'Spring Security: JWT',
    'https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html',
  ],
  jsonwebtoken: [
    'Rust’s jsonwebtoken: Validation',
    'https://docs.rs/jsonwebtoken/latest/jsonwebtoken/struct.Validation.html',
  ],
  'jose-verify': [
    'jose: JWTVerifyOptions',
    'https://github.com/panva/jose/blob/main/docs/jwt/verify/interfaces/JWTVerifyOptions.md',
  ],
  pyjwt: ['PyJWT: API', 'https://pyjwt.readthedocs.io/en/stable/api.html'],
  'apache-field-size': [
    'Apache: LimitRequestFieldSize',
    'https://httpd.apache.org/docs/2.4/mod/core.html#limitrequestfieldsize',
  ],
  'mod-wsgi': [
    'mod_wsgi: WSGIPassAuthorization',
    'https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIPassAuthorization.html',
  ],
  'jwt-practices-3.1': ['JWT practices, revised (draft) §3.1', `${draft}oauth-rfc8725bis/`],
  '3gpp-29.510': ['3GPP TS 29.510 §6.3.5.2.4', 'https://www.3gpp.org/dynareport/29510.htm'],
  '3gpp-29.222': ['3GPP TS 29.222 §8.5.4.2.8', 'https://www.3gpp.org/dynareport/29222.htm'],
  'etsi-nfv-sec022': ['ETSI GS NFV-SEC 022', null],
  'cta-5009': ['CTA-5009', null],
  'ihe-dsgj': ['IHE ITI Document Digital Signature (JSON)', null],
  /** Of the product itself: that the browser keeps what is pasted inside the page. */
  proof: ['How the page is sealed', null],
} as const satisfies Record<string, readonly [label: string, url: string | null]>

/** Sections of OpenID Federation 1.0. */
const federation = '3 3.1.2 3.1.3 4.3 4.4 5.2.1 7.1 8.3.2 8.7.2 12.2.3 13.1 13.2 13.3 13.4 13.5 13.6 13.7'

type Word<S extends string> = S extends `${infer First} ${infer Rest}`
  ? First | Word<Rest>
  : S extends ''
    ? never
    : S
type RfcId = {
  [N in keyof typeof rfcs]: `rfc${N}` | `rfc${N}-${Word<(typeof rfcs)[N]>}`
}[keyof typeof rfcs]

export type SpecId = RfcId | keyof typeof others | `federation-${Word<typeof federation>}`

/** What names a document and a section of it by their numbers alone. */
const numbered = /^(?:rfc(?<rfc>\d+)|federation)(?:-(?<section>.+))?$/

/** The label and address of a document by its id. */
export function specOf(id: SpecId): Spec {
  const match = numbered.exec(id)
  if (match === null) {
    const [label, url] = others[id as keyof typeof others]
    return { label, url }
  }
  const { rfc, section } = match.groups!
  const [name, address] =
    rfc === undefined
      ? ['OpenID Federation', 'https://openid.net/specs/openid-federation-1_0.html']
      : [`RFC ${rfc}`, `https://www.rfc-editor.org/rfc/rfc${rfc}`]
  if (section === undefined) return { label: name, url: address }
  const [sign, kind] = /^\d/.test(section) ? ['§', 'section'] : ['appendix ', 'appendix']
  return { label: `${name} ${sign}${section}`, url: `${address}#${kind}-${section}` }
}

/** Every id there is. */
export function specIds(): SpecId[] {
  const inRfcs = Object.entries(rfcs).flatMap(([number, sections]) =>
    ['', ...sections.split(' ').filter(Boolean)].map((section) => `rfc${number}${section && '-'}${section}`),
  )
  const inFederation = federation.split(' ').map((section) => `federation-${section}`)
  return [...inRfcs, ...inFederation, ...Object.keys(others)] as SpecId[]
}
