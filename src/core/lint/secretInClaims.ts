import { Kind, type NodeId } from '../json/document.ts'
import { numberText, stringValue } from '../json/read.ts'
import { MAX_PLACES } from './documents.ts'
import { type Finding, found, type Subject } from './finding.ts'
import { claimsOf } from './located.ts'

/** Characters of a value that are looked at. */
const LOOKED_AT = 4096

const NAMES =
  /^(?:(?:(?:user|db|database|admin|account|login|root|smtp)_?)?(?:password|passwd|pwd|passphrase|pass)|[\w-]*secret(?:[_-]?(?:access[_-]?)?key)?|api_?key|private_?key|credit_?card|card_?number|cvv|ssn)$/i
const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const CLOUD =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{50}|\bsk_live_[A-Za-z0-9]{16}/
/** What a card number is at first sight: of most values, the first character tells. */
const CARD_LIKE = /^[ -]*[2-6][\d -]{12,}$/
/** Beginnings of the numbers of the large card companies. */
const CARD =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d)\d{12})$/

/** A claim that holds a password, a private key, a cloud access key or a card number: everybody who sees the token can read it. */
export function secretInClaims(subject: Subject): Finding[] {
  const claims = claimsOf(subject)
  const { document } = claims
  if (document === null) return []
  const places: NodeId[] = []
  let why = ''
  for (let node = 0; node < document.count && places.length < MAX_PLACES; node++) {
    const { [node]: kind } = document.kind
    if (kind !== Kind.string && kind !== Kind.number) continue
    const name = node > 0 && document.kind[node - 1] === Kind.key ? stringValue(document, node - 1) : ''
    const value = kind === Kind.number ? numberText(document, node) : stringValue(document, node)
    const reason = reasonOf(name, value.slice(0, LOOKED_AT))
    if (reason === null) continue
    if (why === '') why = reason
    places.push(node)
  }
  return places.length === 0 ? [] : [found('secret-in-claims', 'error', claims.at(...places), { why })]
}

function reasonOf(name: string, value: string): string | null {
  if (PEM.test(value)) return 'pem'
  if (CLOUD.test(value)) return 'cloud'
  if (NAMES.test(name) && value !== '') return 'name'
  if (!CARD_LIKE.test(value)) return null
  const digits = value.replaceAll(/[ -]/g, '')
  return CARD.test(digits) && passesLuhn(digits) ? 'card' : null
}

/** The check digit of card numbers (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit
  }
  return sum % 10 === 0
}
