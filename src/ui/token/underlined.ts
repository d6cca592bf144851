/** Styles of an underline, in single properties: WebKit does not read a style and a colour in `text-decoration`. */
export function underlined(textDecorationStyle: string, textDecorationColor: string) {
  return {
    textDecorationLine: 'underline',
    textDecorationStyle,
    textDecorationThickness: '1px',
    textDecorationColor,
    textUnderlineOffset: '3px',
  }
}
