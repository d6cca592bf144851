import { asSecret, type SecretHypothesis } from './candidate.ts'

/** The secret is to be read in another encoding: base64 where it was taken as text, text where it was taken as base64. */
export const encoding: SecretHypothesis = {
  topic: 'secret encodings',
  suggest: (evidence) => asSecret(evidence, evidence.secretText, null),
}
