/** One or two of each kind of character that is to be printed as an escape. */
export const invisible: readonly string[] = [
  ...['\u007f', '\u0080', '\u009f', '\u00ad', '\u061c', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f'],
  ...['\u2028', '\u2029', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff'],
  ...['\u034f', '\u115f', '\u1160', '\u17b4', '\u180e', '\u2800', '\u3164', '\uffa0', '\ufe0f', '\ufffb'],
  ...['\u{e01ef}', '\ud800', '\udc00', '\u{e0000}', '\u{e0041}', '\u{e007f}'],
]

const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
]

/** The text with each such character as its escapes; a surrogate counts only where it has no partner. */
export function withEscapes(text: string): string {
  const shown = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0)!
    return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
      ? escapesOf(character)
      : character
  })
  return shown.join('')
}

export function escapesOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
