/** The words of `data-state` on the verdict. */
export const verdictWords = [
  'empty',
  'unreadable',
  'needs-key',
  'checking',
  'verified',
  'failed',
  'impossible',
  'unsecured',
  'decrypted',
] as const
export type VerdictWord = (typeof verdictWords)[number]
