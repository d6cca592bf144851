import type { SourceMap } from '../../core/decode/sourceMap.ts'
import type { Span } from '../../core/text/span.ts'
import { withUnseenShown } from '../../core/text/unseen.ts'
import type { Rendering } from './rendering.ts'

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
    octetsAt(offset) {
      if (offset >= text.length) return null
      // The second half of a surrogate pair stands for the whole character.
      const from = offset > 0 && text.codePointAt(offset - 1)! > 0xffff ? offset - 1 : offset
      return map.octetsOf({ from, to: from + (text.codePointAt(from)! > 0xffff ? 2 : 1) })
    },
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
