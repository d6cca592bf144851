type Octets = Uint8Array<ArrayBuffer>

/** Fed in pieces of this size: 1,024 octets of DEFLATE make a megabyte at most. */
const PIECE = 1024

/**
 * Inflates raw DEFLATE (RFC 1951), stopping as soon as there are more than `most` octets, whatever would still come:
 * 'more' then, and 'broken' for what is not DEFLATE to its end.
 */
export async function inflate(deflated: Octets, most: number): Promise<Octets | 'more' | 'broken'> {
  let at = 0
  const source = new ReadableStream<Octets>({
    pull(controller) {
      if (at >= deflated.length) controller.close()
      else controller.enqueue(deflated.slice(at, at + PIECE))
      at += PIECE
    },
  })
  const pieces: Octets[] = []
  let length = 0
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > most) {
        // What the cancelled stream still says is of no interest.
        reader.cancel().catch(() => {})
        return 'more'
      }
      pieces.push(value as Octets)
    }
  } catch {
    return 'broken'
  }
  const whole = new Uint8Array(length)
  let to = 0
  for (const piece of pieces) {
    whole.set(piece, to)
    to += piece.length
  }
  return whole
}
