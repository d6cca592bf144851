const number = new Intl.NumberFormat('en')

/** `1 octet`, `12,345 octets`. */
export function octetCount(count: number): string {
  return counted(count, 'octet')
}

export function counted(count: number, unit: string): string {
  return `${number.format(count)} ${unit}${count === 1 ? '' : 's'}`
}
