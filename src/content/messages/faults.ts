import type { Fault } from '../../core/text/result.ts'
import { decodeWords } from './decode.ts'
import { decryptFitWords, decryptWords, openingWords } from './encryption.ts'
import { cryptoWords, fitWords, keyWords, noticeWords } from './keys.ts'

type Words = Readonly<Record<string, (values: Fault['values']) => string>>

const all: Words = {
  ...decodeWords,
  ...keyWords,
  ...noticeWords,
  ...fitWords,
  ...cryptoWords,
  ...openingWords,
  ...decryptWords,
  ...decryptFitWords,
}

/** A fault in words, without its place. Each of the tables is complete for its codes: the compiler sees to that. */
export function faultText({ code, values }: Fault): string {
  return all[code]!(values)
}
