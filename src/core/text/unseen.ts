/**
 * What a person cannot see, or what makes text read in another order than it stands (Unicode TR 36), for use inside a
 * character class: blank letters, zero-width, joining and bidirectional controls, line and paragraph separators,
 * variation selectors, the byte order mark and tags. Control characters of ASCII and Latin-1 are not among them.
 */
export const UNSEEN = String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}`

const shownByStandIn = new RegExp(String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f${UNSEEN}]`, 'gu')

/** The text with a stand-in of the same length for each unseen or control character; tab and line feed stay. */
export function withUnseenShown(text: string): string {
  return text.replace(shownByStandIn, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u25af'.repeat(character.length)
  })
}
