import type { SourceMap } from '../../core/decode/sourceMap.ts'
import type { Span } from '../../core/text/span.ts'
import type { Rendering } from './rendering.ts'
import { withUnseenShown } from './rendering.ts'

/** The decoded text just as it is; where it is broken JSON, `fault` is marked. */
export function plainRendering(text: string, map: SourceMap, fault: Span | null): Rendering {
  return {
    text: withUnseenShown(text),
    copied: text,
    *paint(from, to) {
      if (fault === null || fault.from >= to || Math.max(fault.to, fault.from + 1) <= from) return
      yield {
        from: Math.max(from, fault.from),
        to: Math.min(to, Math.max(fault.to, fault.from + 1)),
        tint: 'fault',
      }
    },
    octetsAt: (offset) => (offset < text.length ? map.octetsOf({ from: offset, to: offset + 1 }) : null),
    shown: (octets) => map.textOf(octets),
  }
}

/** Characters of an encoding as they stand, a fixed number for each octet (two for hex). */
export function digitsRendering(digits: string, perOctet: number): Rendering {
  return {
    text: digits,
    copied: digits,
    paint: () => [],
    octetsAt(offset) {
      const octet = Math.floor(offset / perOctet)
      return { from: octet, to: octet + 1 }
    },
    shown: ({ from, to }) => ({ from: Math.floor(from * perOctet), to: Math.ceil(to * perOctet) }),
  }
}
