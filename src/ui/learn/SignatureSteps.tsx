import { useState } from 'react'
import { LoadedAnatomy } from '../anatomy/LaterAnatomy.tsx'

/** How the signature in the box comes about from what is signed, with the key in the Key box. */
export function SignatureSteps() {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>From signing input to signature, step by step</summary>
      {open && <LoadedAnatomy focus="signature" />}
    </details>
  )
}
