import { describe, expect, it } from 'vitest'
import { mapOf, pieceAt, piecesOf, type SegmentId } from '../../../src/core/decode/segments.ts'
import { withRecipient, withSignature } from '../../../src/core/decode/signingInput.ts'
import type { Jwe, Jws, Token } from '../../../src/core/decode/token.ts'
import { inspect } from '../../../src/core/inspect.ts'

const encode = (text: string) => Buffer.from(text).toString('base64url')
const hs = encode('{"alg":"HS256"}')
const dir = encode('{"alg":"dir","enc":"A128GCM"}')
const disclosure = encode('["salt","name","Ada"]')
const sealed = { iv: 'AAAA', ciphertext: 'BBBB', tag: 'CCCC' }
const keyBinding = `${encode('{"alg":"ES256"}')}.${encode('{"nonce":"n"}')}.DDDD`

const tokenIn = (text: string): Token => inspect(text).token!

const signatures = [
  { protected: hs, signature: 'AAAA' },
  { protected: encode('{"alg":"HS384"}'), signature: 'BBBB' },
]
const recipients = [{ encrypted_key: 'EEEE' }, { encrypted_key: 'FFFF' }]
const several = JSON.stringify({ payload: 'e30', signatures })
const readers = JSON.stringify({ protected: dir, aad: 'GGGG', ...sealed, recipients })

describe('every segment has an id', () => {
  it.each<[form: string, text: string, ids: SegmentId[]]>([
    ['a JWS', `${hs}.e30.AAAA`, ['protected', 'payload', 'signature']],
    ['two parts', `${hs}.e30`, ['protected', 'payload']],
    ['several signatures', several, ['payload', 'protected', 'signature', 'protected/1', 'signature/1']],
    ['a JWE', `${dir}..AAAA.BBBB.CCCC`, ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag']],
    [
      'several recipients',
      readers,
      ['protected', 'iv', 'ciphertext', 'tag', 'aad', 'encrypted_key', 'encrypted_key/1'],
    ],
    [
      'an SD-JWT with its Key Binding JWT',
      `${hs}.e30.AAAA~${disclosure}~${disclosure}~${keyBinding}`,
      [
        ...(['protected', 'payload', 'signature', 'disclosure/0', 'disclosure/1'] as const),
        ...(['key-binding/protected', 'key-binding/payload', 'key-binding/signature'] as const),
      ],
    ],
    [
      'an SD-JWT in JSON',
      JSON.stringify({
        ...{ payload: 'e30', protected: hs, signature: 'AAAA' },
        header: { disclosures: [disclosure], kb_jwt: keyBinding },
      }),
      [
        ...(['protected', 'payload', 'signature', 'disclosure/0'] as const),
        ...(['key-binding/protected', 'key-binding/payload', 'key-binding/signature'] as const),
      ],
    ],
  ])('of %s', (_, text, ids) => {
    const token = tokenIn(text)
    expect([...piecesOf(token).keys()]).toEqual(ids)
    for (const piece of piecesOf(token).values()) {
      const { from, to } = piece.segment.span
      if (from === to) continue
      expect(pieceAt(token, from)).toBe(piece)
      expect(mapOf(piece).octetsAt(from)?.from).toBe(0)
    }
  })

  it('and none where no character is of a segment', () => {
    expect(pieceAt(tokenIn(`${hs}.e30.AAAA`), hs.length)).toBeNull()
  })
})

describe('what comes to the foreground is called by its name alone', () => {
  it('a signature', () => {
    const token = withSignature(tokenIn(several) as Jws, 1)
    expect(piecesOf(token).get('signature')?.segment).toBe(token.signatures[1]!.signature)
    expect(piecesOf(token).get('signature/0')?.segment).toBe(token.signatures[0]!.signature)
    expect(piecesOf(token).has('signature/1')).toBe(false)
  })

  it('a recipient', () => {
    const token = withRecipient(tokenIn(readers) as Jwe, 1)
    expect(piecesOf(token).get('encrypted_key')?.segment).toBe(token.recipients[1]!.encryptedKey)
    expect(piecesOf(token).get('encrypted_key/0')?.segment).toBe(token.recipients[0]!.encryptedKey)
  })
})
