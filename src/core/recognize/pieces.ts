import type { Apart, TokenReading } from './found.ts'

/** What a token's characters are, while they are read one stretch of the text after the other. */
export class Pieces {
  private readonly source: string
  private readonly parts: string[] = []
  /** Where each part begins and ends in the source. */
  private readonly places: { readonly from: number; readonly to: number }[] = []
  /** Length of all parts. */
  private length = 0
  /** Where the stretch begins that has no end yet. */
  private from: number
  private wrapped = false
  private escaped = false
  private apart: Apart | null = null

  constructor(source: string, from: number) {
    this.source = source
    this.from = from
  }

  /** Leaves the characters from `from` to `to` out: a line break and what belongs to it. */
  skip(from: number, to: number): void {
    this.close(from)
    this.wrapped = true
    this.from = to
  }

  /** Leaves out what stands between two cookies or strings that the token was cut into. */
  bridge(from: number, to: number, apart: Apart): void {
    this.close(from)
    this.apart = apart
    this.from = to
  }

  /** Reads the characters from `from` to `to` as the one that they stand for. */
  escape(from: number, to: number, character: string): void {
    this.close(from)
    this.add(character, from, to)
    this.escaped = true
    this.from = to
  }

  /** How long the token is if it ends at `to`. */
  lengthAt(to: number): number {
    return this.length + to - this.from
  }

  /** The first characters of the token, up to `length`, which have all been read. */
  text(length: number): string {
    const rest = Math.max(0, length - this.length)
    return (this.parts.join('') + this.source.slice(this.from, this.from + rest)).slice(0, length)
  }

  /** How the token reads that ends at `to`; null where it is simply that text. */
  reading(to: number): TokenReading | null {
    if (!this.wrapped && !this.escaped && this.apart === null) return null
    this.close(to)
    this.from = to
    const text = this.parts.join('')
    const from = new Int32Array(text.length)
    const ends = new Int32Array(text.length)
    let k = 0
    this.places.forEach((place, i) => {
      const length = this.parts[i]!.length
      for (let c = 0; c < length; c++) {
        from[k] = place.from + c
        ends[k++] = length === 1 ? place.to : place.from + c + 1
      }
    })
    return {
      text,
      from,
      to: ends,
      wrapped: this.wrapped,
      escaped: this.escaped,
      ...(this.apart !== null && { apart: this.apart }),
    }
  }

  private close(to: number): void {
    if (to > this.from) this.add(this.source.slice(this.from, to), this.from, to)
  }

  private add(text: string, from: number, to: number): void {
    this.parts.push(text)
    this.places.push({ from, to })
    this.length += text.length
  }
}
