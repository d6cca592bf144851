import { fail } from '../text/result.ts'
import { hasJson, type JsonForm, jsonText, looksLikeJson, spanOfNode } from './jsonText.ts'
import { jwk } from './jwk.ts'
import { jwkArray } from './jwkArray.ts'
import { jwkSet } from './jwkSet.ts'
import type { KeyReader, KeysReading } from './material.ts'

/** The first that fits gets the text. */
const forms: readonly JsonForm[] = [jwkSet, jwkArray, jwk]

/** One reader for each form in JSON. When chosen, it reads no other. */
export const jsonReaders: readonly KeyReader[] = forms.map((form) => ({
  format: form.format,
  detects: () => false,
  read: (text) => readJson(text, form),
}))

/** Keys in JSON, whichever form they have. */
export const anyJson = { detects: hasJson, read: (text: string) => readJson(text, null) }

/** A JSON object that is none of the keys known here: it is read for what is wrong with it. */
export const brokenJson = { ...anyJson, detects: looksLikeJson }

async function readJson(text: string, wanted: JsonForm | null): Promise<KeysReading> {
  const json = jsonText(text)
  if (!json.ok) return json
  const found = forms.find((form) => form.fits(json.value))!
  const { document, root } = json.value
  // An array of nothing and an object without keys say for themselves what is missing.
  const telling = found !== jwk && document.end[root]! > root + 1
  if (wanted !== null && wanted !== found && telling) {
    return fail('key-format-other', spanOfNode(json.value, root), {
      expected: wanted.format,
      found: found.format,
    })
  }
  return (wanted ?? found).read(json.value)
}
