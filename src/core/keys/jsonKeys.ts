import { fail } from '../text/result.ts'
import { together } from './gather.ts'
import { hasJson, type JsonForm, type JsonText, jsonTexts, looksLikeJson, spanOfNode } from './jsonText.ts'
import { jwk } from './jwk.ts'
import { jwkArray } from './jwkArray.ts'
import { jwkSet } from './jwkSet.ts'
import type { KeyReader, KeysReading } from './material.ts'
import { anyPem } from './pemText.ts'

/** The first that fits gets the text. */
const forms: readonly JsonForm[] = [jwkSet, jwkArray, jwk]

/** One reader for each form in JSON. When chosen, it reads no other. */
export const jsonReaders: readonly KeyReader[] = forms.map((form) => ({
  format: form.format,
  detects: () => false,
  read: (text) => readJson(text, form),
}))

/** Keys in JSON, whichever form they have, and in the PEM beside it. */
export const anyJson = {
  detects: hasJson,
  async read(text: string): Promise<KeysReading> {
    const inJson = await readJson(text, null)
    return anyPem.detects(text) ? together([inJson, await anyPem.read(text)]) : inJson
  },
}

/** A JSON object that is none of the keys known here: it is read for what is wrong with it. */
export const brokenJson = { ...anyJson, detects: looksLikeJson }

async function readJson(text: string, wanted: JsonForm | null): Promise<KeysReading> {
  const readings: KeysReading[] = []
  for (const json of jsonTexts(text)) readings.push(json.ok ? await readOne(json.value, wanted) : json)
  return together(readings)
}

function readOne(json: JsonText, wanted: JsonForm | null): KeysReading | Promise<KeysReading> {
  const found = forms.find((form) => form.fits(json))!
  const { document, root } = json
  // An array of nothing and an object without keys say for themselves what is missing.
  const telling = found !== jwk && document.end[root]! > root + 1
  if (wanted !== null && wanted !== found && telling) {
    return fail('key-format-other', spanOfNode(json, root), { expected: wanted.format, found: found.format })
  }
  return (wanted ?? found).read(json)
}
