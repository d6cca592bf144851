import type { LessonWords } from './words.ts'

export const words = {
  title: 'The journey: fetch to Django',
  objective: 'Follow a bearer token from the page to a Django view, and find where it got lost.',
  intro: [
    'The token in the box is an access token as SimpleJWT makes it. A page sends it to an API that is written with Django.',
    'Django REST framework (DRF) has no JWT support of its own; SimpleJWT adds it. Its SIGNING_KEY is what the Key box holds.',
  ],
  question: {
    ask: 'A page sends its token. The API answers 401: “Authentication credentials were not provided.” What do you know?',
    options: [
      {
        text: 'The token has expired.',
        reply: 'Then the answer would say “Token is expired”. Here no token was looked at.',
      },
      {
        text: 'No token was looked at.',
        reply: 'Either the header never arrived, or nobody there knows its scheme. The token may be perfect.',
      },
      {
        text: 'This user lacks a permission.',
        reply: 'That would be 403: known, but not allowed. 401 says that nobody was recognized.',
      },
    ],
    right: 1,
  },
  tasks: {
    walk: 'Step the request through all eleven stations, there and back.',
    dropped: 'Set-up 1: with gunicorn all was well. Since the move to another server, everybody gets 401.',
    scheme: 'Set-up 2: a new client gets 401. The old one, with the same token, does not.',
    kind: 'Set-up 3: one page has never worked, although it stores what the login answered.',
    expired: 'Set-up 4: this worked earlier today, and nobody has deployed anything.',
    key: 'Set-up 5: one of two machines refuses every token that the other accepts.',
    file: 'Set-up 6: the API was deployed anew, and Django does not run at all. Name the file that holds the callable.',
  },
  whys: {
    early: 'At that station the token is still whole, and it gets further. Step on and look.',
    late: 'By that station the token is lost already. Look further up.',
    still: 'That does not repair it: the answer is {status}, as before. Read what the station says.',
    elsewhere: 'Now it is lost at another station (answer: {status}). Undo that, and look again.',
    back: 'The API has moved to the server of this set-up. Keep that one, and find what it needs.',
    forged: 'This server still has another key than the one that signs.',
    long: 'That token would hold for more than a day. The API gives out none like it.',
    anybody:
      'AllowAny lets everybody in, with or without a token. The answer is 200, and the user is nobody.',
  },
  facts: [
    {
      text: 'A bearer token travels as “Authorization: Bearer …”, and only over TLS: whoever sees it can use it.',
      specs: ['rfc6750-2.1', 'rfc6750-5.3'],
    },
    {
      text: 'Schemes are compared without regard to case in HTTP. SimpleJWT compares AUTH_HEADER_TYPES octet by octet.',
      specs: ['rfc9110-11.1', 'simplejwt'],
    },
    {
      text: 'WSGI is one call: application(environ, start_response). The environ is a dict; the result is an iterable of bytes.',
      specs: ['pep-3333'],
    },
    {
      text: 'The callable is “application” in wsgi.py. uWSGI is one of the servers that load it, beside gunicorn and mod_wsgi.',
      specs: ['django-wsgi'],
    },
    {
      text: 'runserver loads the same callable. It is for development, and was never audited for production.',
      specs: ['django-runserver'],
    },
    {
      text: 'Apache with mod_wsgi keeps the Authorization header to itself unless WSGIPassAuthorization is On.',
      specs: ['mod-wsgi', 'drf-authentication'],
    },
    {
      text: 'SimpleJWT says “Token is expired” past exp, and “Token is invalid” for all else that PyJWT refuses.',
      specs: ['simplejwt-tokens'],
    },
    {
      text: 'Logout deletes only a copy. An access token works until exp, even after its refresh token was put on a deny-list.',
      specs: ['rfc7009-3'],
    },
    {
      text: 'To end it sooner: a short life, a deny-list of jti, another key. Each of these asks the server to remember something.',
      specs: ['rfc7009-3'],
    },
    {
      text: 'No place in a browser is simply safe. Any script of the page reads localStorage; cookies bring CSRF; memory forgets on reload.',
      specs: ['rfc10017-8', 'rfc6265-8.2'],
    },
    {
      text: 'A backend for the frontend keeps the token out of the page, and gives it an HttpOnly, SameSite cookie instead.',
      specs: ['rfc10017-6.1'],
    },
    {
      text: 'A token is sent with every request. Browsers are to take at least 4096 octets for a cookie, and need not take more.',
      specs: ['rfc6265-6.1'],
    },
    {
      text: 'HTTP sets no limit for a header. Each server does (Apache’s default is 8190 octets) and answers 4xx to what is longer.',
      specs: ['rfc9110-5.4', 'apache-field-size'],
    },
  ],
} as const satisfies LessonWords

/** What happens at each station. */
export const stationWords = {
  browser: [
    'Page in the browser',
    'A script adds the header. The browser would not send it by itself, so another site cannot make it do so.',
  ],
  preflight: [
    'CORS preflight',
    'The API is on another origin, so the browser first asks whether the header is allowed. The token is not in the question. A * would not cover Authorization.',
  ],
  network: ['TLS and network', 'Inside TLS, only the two ends can read the header.'],
  proxy: [
    'Web server in front',
    'It ends TLS and passes the request on. It refuses headers that are too long, and might strip some.',
  ],
  server: [
    'Application server',
    'It turns the request into a dict, environ. Each header becomes HTTP_ and its name in upper case, with _ for -. Only Content-Type and Content-Length lack HTTP_.',
  ],
  callable: [
    'wsgi.py',
    'The server calls application, which get_wsgi_application() made. It is a WSGIHandler; from environ it builds Django’s request object.',
  ],
  middleware: [
    'Middleware',
    'AuthenticationMiddleware knows sessions alone. To it this user is anonymous, however good the token is.',
  ],
  view: [
    'URL resolver and DRF view',
    'The path chooses the view. Before its code runs, DRF asks each authentication class in turn.',
  ],
  authentication: [
    'JWTAuthentication',
    'It splits the header, compares the scheme, checks signature and claims, and loads the user. An unknown scheme is not its business: it stays silent.',
  ],
  permissions: [
    'Permissions and view code',
    'IsAuthenticated lets only known users pass. Without it, the view would run for everybody who sends no token.',
  ],
  back: [
    'The way back',
    'Django calls start_response with status and headers and returns bytes. The server writes HTTP from them, and it all goes back.',
  ],
} as const

/** What the controls say. */
export const says = {
  setUps: 'Set-ups',
  trial: 'Set-up {n}',
  stations: 'Stations',
  lostHere: 'It is lost here',
  unreached: 'The request does not get this far.',
  noAnswer: 'no answer',
  page: 'an error page',
  found: 'Yes, it is lost there. Now repair it.',
  repaired: 'It works. Now say at which station it was lost.',
  size: '{octets}: {header} % of 8 KB for a header, {cookie} % of 4 KB for a cookie.',
  none: '(no HTTP_AUTHORIZATION)',
  verdict: 'The inspector says',
  answer: 'Answer',
  station: 'Station',
  previous: 'Previous station',
  next: 'Next station',
  token: 'Token and key',
  renew: 'Send a new access token',
  refresh: 'Send the refresh token',
  grow: 'Write 200 more groups into the token',
  key: 'Give the server the key that signs',
  absent: 'absent',
  replay: 'Something else …',
  send: 'Send it',
  replays: {
    empty: 'No token after the scheme',
    spaces: 'A token with a space and more',
    garbage: 'Not a token',
    tampered: 'A changed payload under the old signature',
    none: 'alg none',
    HS512: 'HS512 with the right key',
    type: 'Without token_type',
    jti: 'Without jti',
    exp: 'Without exp',
    milliseconds: 'exp in milliseconds',
    iat: 'Issued in half an hour',
    nbf: 'Not valid for half an hour',
    aud: 'For another audience',
    sub: 'With a number as sub',
    user: 'Without user_id',
    unknown: 'Of a user who was deleted',
  },
  settings: 'Settings',
  switches: {
    scheme: 'Scheme that the page writes',
    server: 'Server',
    types: 'AUTH_HEADER_TYPES',
    passes: 'WSGIPassAuthorization',
    permission: 'permission_classes',
    file: 'File with the callable',
  },
} as const
