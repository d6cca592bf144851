/** Opt-outs of common grammar checkers and password managers, which would send or store what is typed. */
const extensions = {
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-lt-active': 'false',
  'data-1p-ignore': 'true',
  'data-bwignore': 'true',
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const

/** Keeps the browser from completing, correcting, translating or sending the text of a box: as attributes. */
export const unwanted: Readonly<Record<string, string>> = {
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  translate: 'no',
  writingsuggestions: 'false',
  ...extensions,
}

/** The same under React's names. */
export const unwantedProps = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  translate: 'no',
  writingsuggestions: 'false',
  ...extensions,
} as const
