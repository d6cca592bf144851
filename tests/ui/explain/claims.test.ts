// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { base64url, hs256, secret } from '../../site/inspector.ts'
import { type Asked, HOUR, hs, NOW, paragraph, rs256, shown, told } from './told.ts'

describe('claims that are not as they must be', () => {
  it.each([
    [
      'iss a number',
      '{"iss":42}',
      'issuer',
      'Its issuer (iss) is a number, “42”, where a text is needed. It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'aud an object',
      '{"aud":{"a":1}}',
      'audience',
      'Its audience (aud) is an object, “{"a":1}”, where a text or a list of texts is needed. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud of numbers',
      '{"aud":["a",1]}',
      'audience',
      'Its audience (aud) is a list, “["a",1]”, where a text or a list of texts is needed. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud empty',
      '{"aud":[]}',
      'audience',
      'Its audience (aud) is an empty list: it is meant for nobody. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'aud of one in a list',
      '{"aud":["a"]}',
      'audience',
      'Its audience (aud), for whom it is meant, is “a”. Nobody else should accept it. It does not say who issued it (iss) or whom it is about (sub).',
    ],
    [
      'sub empty',
      '{"sub":""}',
      'subject',
      'Its subject (sub) is an empty text. It does not say who issued it (iss) or for whom it is meant (aud).',
    ],
    [
      'sub null',
      '{"sub":null}',
      'subject',
      'Its subject (sub) is an empty value, “null”, where a text is needed. It does not say who issued it (iss) or for whom it is meant (aud).',
    ],
    [
      'iss twice',
      '{"iss":"a","iss":"b"}',
      'issuer',
      'Its issuer (iss) stands in it more than once, so two readers can see two different tokens. It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss that closes its quotation',
      '{"iss":"x”. It is verified. “y"}',
      'issued',
      'It says that it was issued by “x". It is verified. "y” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss with what turns text around',
      '{"iss":"\\u202eten.elpmaxe"}',
      'issued',
      'It says that it was issued by “▯ten.elpmaxe” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
    [
      'iss of a thousand letters',
      JSON.stringify({ iss: 'x'.repeat(1000) }),
      'issued',
      'It says that it was issued by “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (1,000 characters)” (iss). It does not say whom it is about (sub) or for whom it is meant (aud).',
    ],
  ])('%s', async (_, payload, words, expected) => {
    expect(await paragraph(words, hs(payload))).toBe(expected)
  })
})

describe('times', () => {
  it.each<[string, string, Asked, string]>([
    [
      'in time',
      `{"iat":${NOW - 60},"exp":${NOW + HOUR}}`,
      {},
      'By its iat it was issued 60 s ago, on 25 Nov 2026 11:59:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'expired',
      `{"exp":${NOW - HOUR * 48}}`,
      {},
      'It expired 2 days ago, on 23 Nov 2026 12:00:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'expired this moment',
      `{"exp":${NOW}}`,
      {},
      'It expired just now, on 25 Nov 2026 12:00:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'expired, within the tolerance',
      `{"exp":${NOW - 10}}`,
      { skew: 60 },
      'It expired 10 s ago, on 25 Nov 2026 11:59:50 UTC. The tolerance of 60 seconds that you chose still lets it pass. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'not yet',
      `{"nbf":${NOW + 120},"exp":${NOW + HOUR}}`,
      {},
      'It must not be used yet: by its nbf it begins in 2 min, on 25 Nov 2026 12:02:00 UTC. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC.',
    ],
    [
      'never',
      `{"nbf":${NOW + 120},"exp":${NOW}}`,
      {},
      'Its nbf, 25 Nov 2026 12:02:00 UTC, is not before its exp, 25 Nov 2026 12:00:00 UTC, so there is no moment at which it may be used.',
    ],
    [
      'never, in milliseconds',
      `{"nbf":${NOW}000,"exp":${NOW}}`,
      {},
      'Its nbf, “1795608000000”, seems to count milliseconds, and so it would be 25 Nov 2026 12:00:00 UTC. Verifiers count seconds, and read a date far in the future. Read as seconds, its nbf is not before its exp, so there is no moment at which it may be used.',
    ],
    [
      'issued ahead',
      `{"iat":${NOW + 120},"exp":${NOW + HOUR}}`,
      {},
      'By its iat it will only be issued in 2 min, on 25 Nov 2026 12:02:00 UTC: two clocks differ, or it was written by hand. It expires in 60 min, on 25 Nov 2026 13:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'another moment',
      `{"exp":${NOW}}`,
      { isChosen: true, now: NOW - 60 },
      'Times are told for the moment that you chose, 25 Nov 2026 11:59:00 UTC. It expires in 60 s, on 25 Nov 2026 12:00:00 UTC. Whether it was revoked meanwhile, the token itself cannot show.',
    ],
    [
      'exp text',
      `{"exp":"${NOW}"}`,
      {},
      'Its expiry (exp) is a text, “1795608000”, where a number of seconds is needed. So nobody can tell from when to when it may be used.',
    ],
    [
      'expired, and nbf text',
      `{"exp":${NOW - 60},"nbf":"soon"}`,
      {},
      'Its beginning (nbf) is a text, “soon”, where a number of seconds is needed. So nobody can tell from when to when it may be used. It expired 60 s ago, on 25 Nov 2026 11:59:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'exp in milliseconds',
      `{"exp":${NOW}000}`,
      {},
      'Its exp, “1795608000000”, seems to count milliseconds, and so it would be 25 Nov 2026 12:00:00 UTC. Verifiers count seconds, and read a date far in the future.',
    ],
    [
      'exp in microseconds, before 1970',
      '{"exp":-1000000000000000}',
      {},
      'Its exp, “-1000000000000000”, seems to count microseconds, and so it would be 24 Apr 1938 22:13:20 UTC. Verifiers count seconds, and read a date far in the past.',
    ],
    [
      'exp huge',
      '{"exp":1e400}',
      {},
      'Its exp, “1e400”, is too large to be a time. So nobody can tell until when it may be used.',
    ],
    [
      'exp far below zero',
      '{"exp":-1e300}',
      {},
      'Its exp, “-1e300”, is too far before 1970 to be a time. So nobody can tell until when it may be used.',
    ],
    [
      'nbf huge',
      '{"nbf":1e300}',
      {},
      'Its nbf, “1e300”, is too large to be a time. So nobody can tell from when it may be used. It has no expiry (exp): by itself it never expires.',
    ],
    [
      'iat huge',
      `{"iat":1e300,"exp":${NOW}}`,
      {},
      'Its iat, “1e300”, is too large to be a time. It expired just now, on 25 Nov 2026 12:00:00 UTC. Whoever checks its time must refuse it.',
    ],
    [
      'exp twice',
      `{"exp":1,"exp":${NOW + 9}}`,
      {},
      'Its expiry (exp) stands in it more than once, so two readers can see two different tokens. So nobody can tell from when to when it may be used.',
    ],
    ['no exp', '{"sub":"x"}', {}, 'It has no expiry (exp): by itself it never expires.'],
  ])('%s', async (_, payload, asked, expected) => {
    const lines = (await told(hs(payload), { key: secret, ...asked })).split('\n')
    // After form and parties, before the protection.
    expect(lines.slice(2, -1).join(' ')).toBe(expected)
  })
})

describe('what a match is worth', async () => {
  const jwk = JSON.parse(shown)
  const own = await rs256({ iss: 'https://own.example' }, { jwk })
  it.each<[string, string, string, string]>([
    [
      'the token’s own key',
      own,
      shown,
      'It names RS256: a private key makes the signature, and the public key that belongs to it checks it. The signature matches the key you supplied. That key came with the token itself, so the match does not show who made it.',
    ],
    [
      'a weak secret',
      hs256('{"iss":"x"}', '{"alg":"HS256"}', 'short'),
      'short',
      'It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. The signature matches the key you supplied. That key is so weak that the match proves nothing.',
    ],
    [
      'alg twice',
      hs256('{"iss":"x"}', '{"alg":"none","alg":"HS256"}'),
      secret,
      'Its algorithm (alg) stands in it more than once, so two readers can see two different tokens. The signature matches the key you supplied.',
    ],
    [
      'alg unknown',
      hs256('{"iss":"x"}', '{"alg":"XY1"}'),
      secret,
      'It names the algorithm “XY1”, which is not a signature algorithm that this page knows. Its signature could not be checked; the verdict says why.',
    ],
    [
      'alg unknown, and no signature',
      `${base64url('{"alg":"None"}')}.${base64url('{"iss":"x"}')}.`,
      secret,
      'It names the algorithm “None”, which is not a signature algorithm that this page knows. It has no signature: anyone can have written it.',
    ],
    [
      'alg missing, and no signature',
      `${base64url('{}')}.${base64url('{"iss":"x"}')}.`,
      secret,
      'Its header names no algorithm (alg), so nobody can check its signature. It has no signature: anyone can have written it.',
    ],
    [
      'alg missing',
      hs256('{"iss":"x"}', '{}'),
      secret,
      'Its header names no algorithm (alg), so nobody can check its signature.',
    ],
    [
      'none with a signature',
      hs256('{"iss":"x"}', '{"alg":"none"}'),
      secret,
      'Its alg is none, and yet something stands where a signature would be. A verifier must refuse it.',
    ],
    [
      'a key that does not fit',
      hs({ iss: 'x' }),
      shown,
      'It names HS256: one shared secret makes and checks the signature. Whoever can check this token could also have made it. Its signature could not be checked; the verdict says why.',
    ],
  ])('%s', async (_, text, key, expected) => {
    const lines = (await told(text, { key })).split('\n')
    expect(lines[1]).toMatch(/^It says that it was issued by/)
    expect(lines.at(-1)).toBe(expected)
  })
})
