/**
 * The one place of the page that connects. A worker that is loaded by its address has a policy of its own; every document,
 * the door's among them, is held to `connect-src 'none'`. It makes plain GET requests to addresses without a query, one
 * for each time that it is asked, sends nothing of the person's along and follows nowhere.
 */
import { readAddress } from '../../core/keys/address.ts'
import { type Ask, LONGEST_WAIT, MOST_OCTETS, type Outcome } from './exchange.ts'

/** The body as text, cut off where it is too large or no UTF-8. */
async function bodyOf(response: Response): Promise<Outcome> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let octets = 0
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) break
    octets += part.value.length
    if (octets > MOST_OCTETS) {
      void reader?.cancel()
      return { kind: 'too-large' }
    }
    try {
      text += decoder.decode(part.value, { stream: true })
    } catch {
      void reader?.cancel()
      return { kind: 'not-utf8' }
    }
  }
  try {
    return { kind: 'text', text: text + decoder.decode() }
  } catch {
    return { kind: 'not-utf8' }
  }
}

async function ask({ address, read }: Ask): Promise<Outcome> {
  const known = readAddress(address)
  if (!known.ok || known.value.url !== address) return { kind: 'unreadable' }
  const signal = AbortSignal.timeout(LONGEST_WAIT)
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
      // Browsers follow redirects where an answer is not read.
      ...(read ? { mode: 'cors', redirect: 'manual' } : { mode: 'no-cors' }),
    })
    if (!read) return { kind: 'answers' }
    if (response.type === 'opaqueredirect') return { kind: 'redirect' }
    if (!response.ok) return { kind: 'status', status: response.status }
    return await bodyOf(response)
  } catch {
    return { kind: signal.aborted ? 'timeout' : 'unreadable' }
  }
}

addEventListener('message', ({ data, ports: [port] }: MessageEvent) => {
  if (data !== 'port' || port === undefined) return
  port.onmessage = async (event: MessageEvent<Ask>) => port.postMessage(await ask(event.data))
})
