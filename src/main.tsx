// The sheets come first: tokens.css sets the order of the layers.
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { attachShell } from './state/preferences.ts'
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
else hydrateRoot(root, app)
attachShell()
