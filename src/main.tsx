// The sheets come first: tokens.css sets the order of the layers.
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { attachShell } from './state/preferences.ts'
import { takeKey } from './state/samples.ts'
import { App } from './ui/App.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the document has no #root')
const app = (
  <StrictMode>
    <App />
  </StrictMode>
)

// The build's document holds the same first state as markup; the development document holds none.
if (root.firstElementChild === null) createRoot(root).render(app)
else hydrate(root)
attachShell()

function hydrate(root: Element): void {
  // React sets the Key box back to what was prerendered; the Token box looks after itself.
  const keyBox = root.querySelector('textarea')
  const typed = keyBox?.value
  // In one go, so that nothing is typed meanwhile.
  flushSync(() => hydrateRoot(root, app))
  if (typed !== undefined && typed !== keyBox?.defaultValue) takeKey(typed)
}
