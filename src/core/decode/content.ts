import { Kind } from '../json/document.ts'
import { scanJson } from '../json/scan.ts'
import { decodeUtf8 } from '../text/utf8.ts'
import type { Content } from './token.ts'

/**
 * What octets are: JSON where the text begins like an object or array or is JSON as a whole, else text, else
 * octets. Text that begins like an object but breaks off is JSON with a fault, so that the fault can be named.
 */
export function contentOf(octets: Uint8Array): Content {
  if (octets.length === 0) return { kind: 'empty' }
  const decoded = decodeUtf8(octets)
  if (!decoded.ok) return { kind: 'octets', invalidAt: decoded.fault.span.from }
  const text = decoded.value
  const { document, fault } = scanJson(text)
  if (fault !== null && !beginsLikeJson(text)) return { kind: 'text', text }
  return { kind: 'json', text, document, fault }
}

/** True where the content is a whole JSON object, as a JOSE header and a claims set must be. */
export function isObject(content: Content): content is Content & { kind: 'json' } {
  return content.kind === 'json' && content.fault === null && content.document.kind[0] === Kind.object
}

function beginsLikeJson(text: string): boolean {
  const first = text.trimStart()[0]
  return first === '{' || first === '['
}
