import type { Disclosure } from '../../core/decode/token.ts'

const number = new Intl.NumberFormat('en')

/** `1 octet`, `12,345 octets`. */
export function octetCount(count: number): string {
  return counted(count, 'octet')
}

export function counted(count: number, unit: string): string {
  return `${number.format(count)} ${unit}${count === 1 ? '' : 's'}`
}

/** An array element has no name, and is no claim by itself. */
export function disclosedCount(disclosures: readonly Disclosure[]): string {
  const areClaims = disclosures.every(({ elements }) => elements === null || elements.name !== null)
  return counted(disclosures.length, areClaims ? 'claim' : 'value')
}
