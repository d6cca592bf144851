import type { Span } from '../text/span.ts'
import { forms } from './forms.ts'
import type { FormId, Found } from './found.ts'
import { har, type Request, requestsIn } from './har.ts'
import type { Form } from './place.ts'
import { placeOf } from './place.ts'
import type { Serialization } from './serialization.ts'
import type { Stretch } from './stretch.ts'

/** Characters by which a paste is known as a whole. */
const HEAD = 16_384
/** Characters between two places whose line is kept. */
const STRIDE = 4096

/** What is found out about a pasted text as a whole, once and when it is first asked for. */
export class Paste {
  readonly text: string
  private holding: readonly Form[] | null = null
  private requests: readonly Request[] | null = null
  /** How many lines end before each multiple of the stride, as far as they were counted. */
  private readonly lines: number[] = [0]

  constructor(text: string) {
    this.text = text
  }

  /** The forms that can be met in it. */
  get forms(): readonly Form[] {
    if (this.holding === null) {
      const head = this.text.slice(0, HEAD)
      this.holding = forms.filter((form) => form.holds === undefined || form.holds(head, this.text))
    }
    return this.holding
  }

  /** The request of a HAR file that the offset belongs to. */
  requestAt(offset: number): string | null {
    if (!this.forms.includes(har)) return null
    this.requests ??= requestsIn(this.text)
    let from = 0
    let to = this.requests.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.requests[middle]!.from <= offset) from = middle + 1
      else to = middle
    }
    return this.requests[from - 1]?.name ?? null
  }

  /** The line, from 1, on which the offset is, and where it begins; of a very long line, a place not far before. */
  lineAt(offset: number): { readonly line: number; readonly from: number } {
    const { text, lines } = this
    const block = Math.floor(offset / STRIDE)
    while (lines.length <= block) {
      const at = (lines.length - 1) * STRIDE
      lines.push(lines[lines.length - 1]! + linesIn(text, at, at + STRIDE))
    }
    const line = lines[block]! + linesIn(text, block * STRIDE, offset) + 1
    const near = Math.max(0, offset - 2 * STRIDE)
    return { line, from: near + text.slice(near, offset).lastIndexOf('\n') + 1 }
  }
}

/** A token in a text with more than it. What names it is worked out when it is asked for: of thousands, few are seen. */
export class Located implements Found {
  readonly span: Span
  readonly reading: Found['reading']
  readonly cut: Found['cut']
  private readonly paste: Paste
  private readonly found: Stretch | Serialization
  private known: { readonly form: FormId; readonly name: string | null; readonly line: number } | null = null

  constructor(paste: Paste, found: Stretch | Serialization) {
    this.paste = paste
    this.span = found.span
    this.found = found
    this.reading = found.reading
    this.cut = 'cut' in found ? found.cut : null
  }

  get form(): FormId {
    return this.place().form
  }

  get name(): string | null {
    return this.place().name
  }

  get request(): string | null {
    return this.paste.requestAt(this.span.from)
  }

  get line(): number {
    return this.place().line
  }

  private place() {
    this.known ??= this.placeAt(this.paste.lineAt(this.span.from))
    return this.known
  }

  private placeAt({ line, from }: ReturnType<Paste['lineAt']>) {
    const { found, paste } = this
    if ('name' in found) return { form: 'serialization', name: found.name, line } as const
    const place = placeOf(paste.text, found, from)
    for (const form of paste.forms) {
      const name = form.nameAt(place)
      if (name !== undefined) return { form: form.id, name, line }
    }
    return { form: 'text', name: null, line } as const
  }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0
  const end = Math.min(to, text.length)
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === 0x0a) count++
  return count
}
