import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { attachShell } from './state/preferences.ts'
import { takeFirstSample } from './state/samples.ts'
import { App } from './ui/App.tsx'
import './ui/styles/tokens.css'
import './ui/styles/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the document has no #root')
const app = (
  <StrictMode>
    <App />
  </StrictMode>
)

// The build's document holds the same first state as markup; the development document holds none.
takeFirstSample()
if (root.firstElementChild === null) createRoot(root).render(app)
else hydrateRoot(root, app)
attachShell()
