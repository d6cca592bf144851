/** Longest wait for a paint: a page in a background tab gets none. */
const PATIENCE = 120

/**
 * Runs the task once what is due now is on the screen, or not at all if the returned function is called before. That is
 * in the second frame from now: the first may still be on its way when its own callbacks are over.
 */
export function afterPaint(task: () => void): () => void {
  let channel: MessageChannel | null = null
  const run = () => {
    cancel()
    task()
  }
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      channel = new MessageChannel()
      channel.port1.onmessage = run
      channel.port2.postMessage(null)
    })
  })
  const timer = setTimeout(run, PATIENCE)
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    channel?.port1.close()
  }
  return cancel
}
