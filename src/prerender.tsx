import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './ui/App.tsx'

/** The app's first state as HTML, for the build to put into the document. */
export function render(): string {
  return renderToString(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
