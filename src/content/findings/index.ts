import type { Rule } from '../../core/lint/finding.ts'
import { claimsWords } from './claims.ts'
import { encryptionWords } from './encryption.ts'
import { formWords } from './form.ts'
import { headerWords } from './header.ts'
import { keyWords } from './key.ts'
import { signatureWords } from './signature.ts'
import type { RuleWords } from './words.ts'

/** The words of every rule; the compiler asks for an entry for each. */
export const findingWords: Readonly<Record<Rule, RuleWords>> = {
  ...formWords,
  ...signatureWords,
  ...headerWords,
  ...encryptionWords,
  ...keyWords,
  ...claimsWords,
}
