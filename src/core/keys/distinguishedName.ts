import { type Der, Tag } from './der.ts'

/** Short names of attribute types (RFC 4514 section 3, and what else is common in certificates). */
const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

const utf8 = new TextDecoder()
const latin1 = new TextDecoder('latin1')
const utf16 = new TextDecoder('utf-16be')

/** A Name (RFC 5280 section 4.1.2.4) as text (RFC 4514): the most specific part first, `CN=example.com, O=Example`. */
export function readName(der: Der): string {
  const names: string[] = []
  const sequence = der.sequence()
  while (sequence.tag >= 0) {
    const set = sequence.enter(Tag.set)
    const parts: string[] = []
    while (set.tag >= 0) {
      const attribute = set.sequence()
      const oid = attribute.oid()
      parts.push(`${attributeNames[oid] ?? oid}=${escaped(readText(attribute))}`)
    }
    names.push(parts.join('+'))
  }
  return names.reverse().join(', ')
}

/** A DirectoryString or IA5String; what is no text comes out as `#` and hexadecimal digits. */
function readText(der: Der): string {
  const { tag } = der
  const octets = der.enter(tag).rest
  if (tag === 0x0c || tag === 0x13 || tag === 0x16 || tag === 0x12) return utf8.decode(octets)
  if (tag === 0x14) return latin1.decode(octets)
  if (tag === 0x1e) return utf16.decode(octets)
  return `#${hexOf(octets)}`
}

/** As RFC 4514 section 2.4 has it, so that a value cannot pass for a name of its own. */
function escaped(value: string): string {
  return value.replaceAll(/[",+;<>\\]/g, '\\$&')
}

export function hexOf(octets: Uint8Array): string {
  let hex = ''
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0')
  return hex
}
