/**
 * Text as parts of an HTML document, with the same meaning there, and all in ASCII: of a document that has other
 * characters too, browsers decode and read every character at half the speed.
 */

const beyondAscii = /\P{ASCII}/gu

/**
 * `text` as an HTML attribute's value, with the quotes around it: single ones, as what is long here (documents, policies
 * within them) has far more double ones. An ampersand is left as it is where no character reference can begin with it: a
 * script has thousands of them, and they add up to a kilobyte.
 */
export function attributeValue(text: string): string {
  const escaped = text.replace(/&(?=[a-z\d#])/gi, '&amp;').replaceAll("'", '&#39;')
  return `'${escaped.replace(beyondAscii, (character) => `&#${character.codePointAt(0)};`)}'`
}

/**
 * A script as the content of an HTML script element, with the same meaning: the character sequences that would end the
 * element, or change how the parser looks for its end, occur only in literals, where `\x3C` is `<`.
 * Line ends are those that the HTML parser hands on, so that a hash of the result holds.
 */
export function inlineScript(code: string): string {
  const script = inlineText(code)
  // Where in a script it stands tells how it can be written: a minifier knows.
  if (/\P{ASCII}/u.test(script)) throw new Error('a script has characters beyond ASCII')
  return script.replace(/<(?=\/script|!--)/gi, '\\x3C')
}

/** A style sheet as the content of an HTML style element; `\3C ` is `<` in CSS. */
export function inlineStyle(css: string): string {
  return inlineText(css)
    .replace(/<(?=\/style|!--)/gi, '\\3C ')
    .replace(beyondAscii, (character) => `\\${character.codePointAt(0)!.toString(16)} `)
}

function inlineText(text: string): string {
  if (text.includes('\0')) throw new Error('an HTML parser would replace the NUL character')
  if (/\p{Surrogate}/u.test(text)) throw new Error('a lone surrogate cannot be written as UTF-8')
  return text.replace(/\r\n?/g, '\n').trim()
}
