/**
 * The page in the network door: a document of its own, in a sandbox of its own. It shows one address, and when a person
 * clicks, has the worker ask it. Of the app around it knows nothing, and the app cannot reach in: what is not the shell's
 * is not heard, and nothing but the address is ever told to it.
 */
import {
  addressDoubtWords,
  addressFaultWords,
  askedLead,
  curlLine,
  droppedText,
  failureWords,
  firstLead,
  statusWords,
} from '../../content/messages/door.ts'
import { type Address, readAddress } from '../../core/keys/address.ts'
import { arm } from './arming.ts'
import type { Ask, DoorMessage, Outcome, Show } from './exchange.ts'
import { judge } from './judge.ts'

function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no #${id}`)
  return found as T
}

const go = part<HTMLButtonElement>('go')
const again = part<HTMLButtonElement>('again')
const arming = arm(go)

function tell(message: DoorMessage): void {
  window.parent.postMessage(message, '*')
}

let port: MessagePort | null = null
let address: Address | null = null
/** What metadata said, once it has been read. */
let issuer: string | null = null
let busy = false

function say(text: string): void {
  part('status').textContent = text
}

/** Shows an address that may be asked. */
function show(next: Address, dropped: Address['dropped'], lead: string): void {
  address = next
  part('lead').textContent = lead
  part('scheme').textContent = next.url.slice(0, next.url.indexOf('//') + 2)
  part('host').textContent = next.host
  part('path').textContent = next.path
  const doubts = next.doubts.map(({ code, text }) => addressDoubtWords[code](text))
  if (dropped.length > 0) doubts.push(droppedText(dropped))
  warn(doubts)
  go.textContent = `Fetch from ${next.host}`
  go.hidden = false
  part('failure').hidden = true
  say('')
  arming.begin()
  part('title').focus()
}

function warn(lines: readonly string[]): void {
  const list = part('doubts')
  list.hidden = lines.length === 0
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    }),
  )
}

/** Says what went wrong, and what else can be done. */
function fail(words: string, mayAskWhy = false): void {
  say('')
  part('words').textContent = words
  part('failure').hidden = false
  part('curl').textContent = curlLine(address?.url ?? '')
  again.hidden = !mayAskWhy
  part('why').hidden = !mayAskWhy
  part('words').focus()
}

function request(read: boolean): Promise<Outcome> {
  return new Promise((done) => {
    if (port === null || address === null) return done({ kind: 'no-worker' })
    port.onmessage = (event: MessageEvent<Outcome>) => done(event.data)
    port.postMessage({ address: address.url, read } satisfies Ask)
  })
}

async function fetchKeys(): Promise<void> {
  const asked = address
  if (asked === null || busy) return
  if (!navigator.onLine && !/^http:/.test(asked.url)) return fail(failureWords.offline)
  busy = true
  arming.end()
  part('failure').hidden = true
  say(`Asking ${asked.host} …`)
  part('lead').textContent = askedLead
  const outcome = await request(true)
  busy = false
  arming.begin()
  if (outcome.kind === 'text') return take(outcome.text, asked)
  if (outcome.kind === 'status') return fail(statusWords(outcome.status))
  if (outcome.kind === 'answers') return fail(failureWords.unreadable)
  fail(failureWords[outcome.kind], outcome.kind === 'unreadable')
}

function take(text: string, from: Address): void {
  const judgement = judge(text)
  switch (judgement.kind) {
    case 'keys':
      tell({ type: 'keys', text, address: from.url, issuer })
      break
    case 'metadata':
      // Metadata leads to keys, not to more metadata.
      if (issuer === null) goOn(judgement.keys, judgement.issuer ?? '', from)
      else fail(failureWords['not-keys'])
      break
    default:
      fail(failureWords[judgement.kind])
  }
}

/** Shows where metadata says that the keys are. */
function goOn(to: string, named: string, from: Address): void {
  const next = readAddress(to)
  if (!next.ok) {
    fail(`${failureWords['metadata-address']} ${addressFaultWords[next.fault.code](next.fault.values)}`)
    return
  }
  issuer = named
  const elsewhere = next.value.host === from.host ? '' : ' That is another host.'
  show(
    next.value,
    next.value.dropped,
    `${from.host} says that its keys are here.${elsewhere} Nothing is asked yet.`,
  )
}

go.addEventListener('click', (event) => {
  if (arming.allows(event)) void fetchKeys()
})
again.addEventListener('click', async (event) => {
  if (!event.isTrusted || busy) return
  busy = true
  say('Asking once more …')
  const { kind } = await request(false)
  busy = false
  fail(
    kind === 'answers'
      ? failureWords.cors
      : kind === 'timeout'
        ? failureWords.timeout
        : failureWords.unreachable,
  )
})
part('tab').addEventListener('click', (event) => {
  if (event.isTrusted && address !== null) tell({ type: 'open-tab', address: address.url })
})
/** Copies, and says so on the button. */
async function copy(button: HTMLElement, text: string): Promise<void> {
  const label = button.textContent
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  button.textContent = done ? 'Copied' : 'Refused: copy it by hand'
  setTimeout(() => {
    button.textContent = label
  }, 1600)
}
part('copy').addEventListener('click', ({ currentTarget }) => {
  void copy(currentTarget as HTMLElement, address?.url ?? '')
})
part('copy-curl').addEventListener('click', ({ currentTarget }) => {
  void copy(currentTarget as HTMLElement, curlLine(address?.url ?? ''))
})
part('cancel').addEventListener('click', () => tell({ type: 'close', paste: false }))
part('paste').addEventListener('click', () => tell({ type: 'close', paste: true }))
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tell({ type: 'close', paste: false })
})
document.addEventListener('visibilitychange', () => {
  if (!busy && address !== null) arming.begin()
})

addEventListener('message', (event: MessageEvent<Show | { type: 'no-worker' }>) => {
  if (event.source !== window.parent) return
  if (event.data.type === 'no-worker') {
    port = null
    return
  }
  if (address !== null) return
  const read = readAddress(event.data.address)
  if (!read.ok) return
  port = event.ports[0] ?? null
  part('tab').hidden = !event.data.tabs
  part('copy').hidden = event.data.tabs
  show(read.value, event.data.dropped, firstLead)
})
new ResizeObserver(() => tell({ type: 'height', pixels: part('main').offsetHeight })).observe(part('main'))
tell({ type: 'ready' })
