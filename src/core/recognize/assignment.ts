import type { Form } from './place.ts'

const ASSIGNMENT =
  /(?:^|[\n;{,])[ \t]{0,80}(?:[-*][ \t]+)?(?:(?:export|set|setx|const|let|var|env|final|val)[ \t]+)?(?:\$env:)?["']?([A-Za-z_$][\w.$-]{0,100})["']?[ \t]{0,20}(?::=|[=:])[ \t]{0,20}(?:[>|][-+]?\s{1,40})?["'`]?$/

/** A line of a .env file, of YAML, of settings or of source code: `NAME=…`, `name: …`. */
export const assignment: Form = {
  id: 'assignment',
  nameAt: ({ before }) => ASSIGNMENT.exec(before)?.[1],
}
