/** The least that a page of this kind can be: what the browser has, and React. The inspector is measured against it. */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const SHOWN_LINES = 400

function Floor() {
  const [token, setToken] = useState('')
  return (
    <main>
      <h1>Floor</h1>
      <textarea aria-label="Token" spellCheck={false} onChange={(event) => setToken(event.target.value)} />
      <section aria-label="Payload text">
        <pre>{pretty(token)}</pre>
      </section>
    </main>
  )
}

function pretty(token: string): string {
  const payload = token.split('.', 2)[1]
  if (payload === undefined) return ''
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(octetsOf(payload)))
    return JSON.stringify(claims, null, 2).split('\n', SHOWN_LINES).join('\n')
  } catch (error) {
    return String(error)
  }
}

type NativeReader = (text: string, options: { alphabet: 'base64url' }) => Uint8Array

function octetsOf(base64url: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: NativeReader }
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, base64url, { alphabet: 'base64url' })
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

createRoot(document.getElementById('root')!).render(<Floor />)
