import type { Span } from '../../core/text/span.ts'
import type { Paint, Rendering } from './rendering.ts'

/** As many as a row of a telephone has room for. */
const PER_ROW = 8
/** `00000000  ` before the octets, `hh ` for each, two spaces, then a character for each and a line break. */
const OFFSET_WIDTH = 10
const TEXT_COLUMN = OFFSET_WIDTH + PER_ROW * 3 + 1
const ROW_WIDTH = TEXT_COLUMN + PER_ROW + 1

const digits = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'))

/** Octets eight a row: offset, hexadecimal, and the ASCII characters among them. */
export function hexRendering(octets: Uint8Array): Rendering {
  const rows: string[] = []
  for (let at = 0; at < octets.length; at += PER_ROW) rows.push(rowAt(octets, at))
  const text = rows.join('\n')
  const column = (octet: number) =>
    Math.floor(octet / PER_ROW) * ROW_WIDTH + OFFSET_WIDTH + (octet % PER_ROW) * 3
  return {
    text,
    copied: text,
    *paint(from, to): Iterable<Paint> {
      for (let row = Math.floor(from / ROW_WIDTH); row * ROW_WIDTH < to; row++) {
        yield { from: row * ROW_WIDTH, to: Math.min(text.length, row * ROW_WIDTH + 8), tint: 'faint' }
      }
    },
    octetsAt(offset): Span | null {
      const inRow = offset % ROW_WIDTH
      const first = Math.floor(offset / ROW_WIDTH) * PER_ROW
      const place = inRow >= TEXT_COLUMN ? inRow - TEXT_COLUMN : Math.floor((inRow - OFFSET_WIDTH) / 3)
      if (place < 0 || place >= PER_ROW || first + place >= octets.length) return null
      return { from: first + place, to: first + place + 1 }
    },
    shown: ({ from, to }) =>
      from < octets.length ? { from: column(from), to: column(Math.max(from, to - 1)) + 2 } : null,
  }
}

function rowAt(octets: Uint8Array, at: number): string {
  let hex = ''
  let ascii = ''
  for (let i = 0; i < PER_ROW; i++) {
    const octet = octets[at + i]
    hex += octet === undefined ? '   ' : `${digits[octet]} `
    ascii += octet === undefined ? ' ' : octet > 0x1f && octet < 0x7f ? String.fromCharCode(octet) : '·'
  }
  return `${at.toString(16).padStart(8, '0')}  ${hex} ${ascii}`
}
