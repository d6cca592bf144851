import type { JsonDocument } from '../json/document.ts'
import { Members } from './profile/claims.ts'

/** By what tokens of an issuer are known. */
export interface IssuerSigns {
  /** Values of `iss`, in which `<…>` stands for one piece of an address. */
  readonly issuers: readonly string[]
  /** Names of claims, or `name=text`; all of one row together tell it, whatever `iss` says. */
  readonly knownBy?: readonly (readonly string[])[]
}

export interface KnownIssuer<V> {
  readonly vendor: V
  /** The `iss` that told it, or the claims. */
  readonly by: readonly string[]
}

/** All of the vendors whose tokens have such claims: those known by `iss` first. The claims prove nothing: anybody can write them. */
export function knownIssuers<V extends IssuerSigns>(
  vendors: readonly V[],
  claims: JsonDocument | null,
): KnownIssuer<V>[] {
  const members = new Members(claims)
  const iss = members.text('iss')
  const byIssuer = vendors.flatMap((vendor) =>
    iss !== null && isIssuerOf(iss, vendor.issuers) ? [{ vendor, by: ['iss'] }] : [],
  )
  const byClaims = vendors.flatMap((vendor) => {
    const by = vendor.knownBy?.find((row) => row.every((sign) => shows(sign, members)))
    return by === undefined || byIssuer.some((known) => known.vendor === vendor) ? [] : [{ vendor, by }]
  })
  return [...byIssuer, ...byClaims]
}

function shows(sign: string, members: Members): boolean {
  const [name, text] = sign.split('=')
  return text === undefined ? members.node(name!) !== null : members.text(name!) === text
}

/** Whether `iss` fits one of the templates, and is the address that it looks like: of the very host, with nothing in front of it. */
export function isIssuerOf(iss: string, templates: readonly string[]): boolean {
  if (!templates.some((template) => fitsTemplate(iss, template))) return false
  if (!/^https?:/i.test(iss)) return true
  if (!URL.canParse(iss)) return false
  const { origin } = new URL(iss)
  return iss === origin || iss.startsWith(`${origin}/`)
}

/**
 * Whether `text` is `template` with something in place of each `<…>`: at least one character, and none of `/ ? #`, which
 * end a piece of an address. Takes one pass over the text for each piece.
 */
export function fitsTemplate(text: string, template: string): boolean {
  const literals = template.split(/<[^>]*>/)
  if (literals.length === 1) return text === template
  if (!text.startsWith(literals[0]!)) return false
  let at = literals[0]!.length
  for (const [i, literal] of literals.entries()) {
    if (i === 0) continue
    const last = i === literals.length - 1
    const from = last ? text.length - literal.length : text.indexOf(literal, at + 1)
    if (from <= at || !text.endsWith(last ? literal : '') || /[/?#]/.test(text.slice(at, from))) return false
    at = from + literal.length
  }
  return at === text.length
}

/** What is known of a claim of this name: its own entry, or the first template that it fits. */
export function entryFor<T>(table: Readonly<Record<string, T>>, name: string): T | null {
  if (Object.hasOwn(table, name)) return table[name]!
  const template = Object.keys(table).find((key) => key.includes('<') && fitsTemplate(name, key))
  return template === undefined ? null : table[template]!
}
