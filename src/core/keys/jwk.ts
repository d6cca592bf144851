import { single } from './gather.ts'
import type { JsonForm } from './jsonText.ts'
import { readJwk } from './jwkObject.ts'

/** A JSON Web Key (RFC 7517), one. */
export const jwk: JsonForm = {
  format: 'jwk',
  fits: () => true,
  async read({ document, root, spanOf }) {
    return single(await readJwk(document, root, spanOf))
  },
}
