/**
 * Whether `htu` is the address of the request, as RFC 9449 section 4.3 compares them: query and fragment do not count,
 * and both are normalized by syntax and scheme first (RFC 3986 sections 6.2.2 and 6.2.3). The request's URI may begin with
 * `//`, where the scheme is not known: then that is not compared.
 */
export function isSameTarget(htu: string, uri: string): boolean {
  const schemeless = uri.startsWith('//')
  const [a, b] = [
    targetOf(htu),
    targetOf(schemeless ? `${/^[a-z]+:/i.exec(htu)?.[0] ?? 'https:'}${uri}` : uri),
  ]
  return a !== null && a === b
}

function targetOf(uri: string): string | null {
  // The platform's reader resolves dots, takes default ports away, and writes scheme and host in small letters.
  if (!URL.canParse(uri)) return null
  const { protocol, host, pathname } = new URL(uri)
  return `${protocol}//${host}${pathname.replace(/%[0-9a-f]{2}/gi, normalEscape)}`
}

/** An escape of a character that needs none is that character; any other is written in capitals. */
function normalEscape(written: string): string {
  const character = String.fromCharCode(Number.parseInt(written.slice(1), 16))
  return /[\w.~-]/.test(character) ? character : written.toUpperCase()
}
