/** The place where every link of a test leads: it hears the host that a TLS greeting names, and hangs up. */
import { createServer } from 'node:net'

export interface Greeter {
  readonly port: number
  /** Hosts in the order in which they were asked for. */
  readonly greetings: string[]
  close(): void
}

export async function listenForGreetings(): Promise<Greeter> {
  const greetings: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    let greeting = ''
    socket.on('data', (data) => {
      greeting += data.toString('latin1')
      const [host] = /[a-z-]+(\.[a-z-]+)*\.(org|net|gov)/.exec(greeting) ?? []
      if (host === undefined) return
      greetings.push(host)
      socket.destroy()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { port, greetings, close: () => server.close() }
}
