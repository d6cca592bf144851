import type { Diagnosis, DiagnosisId, Topic } from '../../core/diagnose/diagnosis.ts'
import { inputDiagnoses } from './diagnosis/input.ts'
import { keyDiagnoses } from './diagnosis/key.ts'
import { secretDiagnoses } from './diagnosis/secret.ts'
import { signatureDiagnoses } from './diagnosis/signature.ts'
import { tokenDiagnoses } from './diagnosis/token.ts'
import type { DiagnosisWords } from './diagnosis/words.ts'

/** The words of every diagnosis; the compiler asks for an entry for each. */
export const diagnosisWords: Readonly<Record<DiagnosisId, DiagnosisWords>> = {
  ...secretDiagnoses,
  ...signatureDiagnoses,
  ...inputDiagnoses,
  ...tokenDiagnoses,
  ...keyDiagnoses,
}

/** What was tried, for the sentence “Tried without a match: …”. */
export const topicNames: Readonly<Record<Topic, string>> = {
  'public key as secret': 'a public key as the secret',
  'repair of the token': 'repairs of the token’s text',
  'secret encodings': 'other encodings of the secret',
  'other algorithms': 'other algorithms',
  'secret surroundings': 'white space, quotes, escapes and names around the secret',
  'signature encodings': 'other forms of the signature',
  'signature damage': 'lost and altered characters of the signature',
  'signing input': 'other texts that may have been signed',
  'rewritten JSON': 'JSON written in other ways',
  'rsa opening': 'what the signature shows when it is opened',
  'token’s own key': 'the key in the token’s header',
  'key properties': 'what key and token say of each other',
}

/** What to look at next where nothing was found, by the key type. */
export function nextSteps(kty: string | null): string {
  if (kty === 'oct') {
    return 'From an HMAC, a wrong secret and changed content cannot be told apart. Compare the secret’s length and a hash of it with the issuer’s, and check that the token is whole.'
  }
  if (kty === null) return 'Check that the token and the key are whole.'
  return 'A wrong key and changed content cannot be told apart here. Compare the key’s thumbprint and kid with the issuer’s JWKS, and check that the token is whole.'
}

/** The label of a fix, by what it changes. */
export function fixLabel(
  fix: NonNullable<Diagnosis['fix']>,
  formatNames: Readonly<Record<string, string>>,
): string {
  if (fix.text !== undefined) return 'Use the mended token'
  const format = fix.keyFormat === undefined ? '' : (formatNames[fix.keyFormat] ?? '')
  return fix.keyText === undefined ? `Set Key format to “${format}”` : `Change the key (${format})`
}
